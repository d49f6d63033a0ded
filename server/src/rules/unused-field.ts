import { isHeadless } from '../analysis/headless-fields.js';
import { proseInHead } from '../analysis/prose-in-head.js';
import { addTarget, namedIn, printedFields } from '../analysis/printed-fields.js';
import { askedFields } from '../requirements/asked-fields.js';
import { libraryOf } from '../requirements/library.js';
import { type Judged, judgeLetter } from '../requirements/judge-letter.js';
import type { Report, Rule } from '../lint/rule.js';
import { templatesWithField } from '../analysis/template-fields.js';
import { headProblems } from '../analysis/head-problems.js';
import type { ResolvedLetter } from '../letter/letter.js';
import { contradicts } from '../letter/stand-ins.js';
import {
  type FactRecord,
  type FieldDeclaration,
  type RecordDeclaration,
  type SectionSource,
  type Word,
} from '../letter/source.js';
import type { FileSubject } from '../letter/subjects.js';
import { isUnfounded } from '../letter/subjects.js';
import { sectionsIn } from '../letter/template-section.js';
import { templateLayout } from '../letter/template-layout.js';
import { remember } from '../remember.js';

export const unusedField: Rule = {
  id: 'unused-field',
  group: 'structure',
  severity: 'warning',
  subject: 'file',
  needs: 'template',
  summary: 'A template prints every field that it declares, and a letter prints the facts that its case gives.',
  why: 'A field that nothing prints makes people look for a fact that no letter needs. A fact that the letter does not print does not help the patient.',
  bad: 'template t\nbody parts (text, many): Where the pain is.\n---\n## Request\nPlease approve.',
  good: 'template t\nbody parts (text, many): Where the pain is.\n---\n## Request\nPlease approve treatment of [body parts].',
  check(file, report) {
    // Without its divider a file's prose is not read, and prints nothing.
    if (proseInHead(file)) return;
    if (file.file.kind === 'template') checkTemplate(file, report);
    else if (file.letter) checkCase(file, report);
  },
};

function checkTemplate(subject: FileSubject, report: Report): void {
  const { sections, declarations, schema } = subject;
  const printed = new Set<FieldDeclaration>();
  for (const section of sections) for (const { target } of section.placeholders) addTarget(target, schema, printed);
  // A declaration that takes the place of one of the base's may be for the base's words.
  for (const section of sectionsIn(templateLayout(subject)))
    for (const field of namedIn(section, schema)) printed.add(field);
  for (const { name, field } of declarations) {
    if (!field || field.source !== name || printed.has(field)) continue;
    const message =
      'The template prints this field nowhere. Write it in brackets where it belongs, or take the line out.';
    report(name, message, { unnecessary: true });
  }
}

function checkCase(file: FileSubject, report: Report): void {
  const { letter, head, workspace } = file;
  if (!letter || isUnfounded(file) || letter.sections.length === 0) return;
  const { template } = letter.case;
  if (template && proseInHead(asSubject(template, file))) return;
  for (const { where } of headProblems(file, 'unknown field', 'unknown record')) {
    const [other] = where.piece.text.startsWith(where.text) ? templatesWithField(workspace, where.text) : [];
    if (other !== undefined)
      report(where, `This letter does not print it: only the template ${other} asks for it.`, {
        severity: 'info',
        unnecessary: true,
      });
  }
  const asked = fieldsAsked(judgeLetter(letter, libraryOf(workspace)));
  const printed = printedFields(letter);
  const isSilent = (field: FieldDeclaration) =>
    printed.has(field) || field.unprinted || asked.has(field) || field.derived;
  const reported = new Set<FieldDeclaration | RecordDeclaration>();
  const replaced = replacedFields(letter);
  const tell = (where: Word, field: FieldDeclaration, message: string) => {
    const section = replaced.get(field);
    const advice = 'Your own section replaces the text that prints this: add it there, or write [template text].';
    const related = section ? [{ where: section.title, message: 'your own section' }] : [];
    report(where, section ? advice : message, { severity: 'info', unnecessary: true, related });
  };
  for (const { name, declaration, values } of head?.facts ?? []) {
    const there = declaration && contradicts(declaration, file.schema.vocabulary, (of) => letter.facts.recordsOf(of));
    if (there && values.some((value) => value.given)) {
      const message = `This prints only where there is no "${there.name}", and one is given. Take one of the two out.`;
      report(name, message, { unnecessary: true });
      continue;
    }
    if (!declaration || isSilent(declaration) || reported.has(declaration) || !values.some((value) => value.given))
      continue;
    reported.add(declaration);
    tell(name, declaration, 'The letter does not print this fact. That may be what you want.');
  }
  for (const record of head?.records ?? []) {
    const fields = record.fields.filter((field) => !isHeadless(field.name, file));
    checkRecord({ ...record, fields }, isSilent, reported, tell);
  }
}

/** The fields that a template's section would print, had the case not written that section itself. */
function replacedFields(letter: ResolvedLetter): Map<FieldDeclaration, SectionSource> {
  const replaced = new Map<FieldDeclaration, SectionSource>();
  for (const { templateSection, caseSection } of letter.sections) {
    if (!templateSection || !caseSection) continue;
    for (const field of namedIn(templateSection, letter.case.schema)) replaced.set(field, caseSection);
  }
  return replaced;
}

function asSubject(template: NonNullable<FileSubject['template']>, { workspace }: FileSubject): FileSubject {
  const { file, schema, head } = template;
  const records = head.records.map((record) => ({ record, fileKind: file.kind }));
  return { file, workspace, schema, head, declarations: [], records, sections: [], template, templateHeads: [] };
}

/** One finding for a record that is printed nowhere, else one for each of its fields; of several such records on the first. */
function checkRecord(
  { name, declaration, fields }: FactRecord,
  isSilent: (field: FieldDeclaration) => boolean,
  reported: Set<FieldDeclaration | RecordDeclaration>,
  tell: (where: Word, field: FieldDeclaration, message: string) => void,
): void {
  // Sources print as references when they are cited; `unused-evidence` looks at those that are not.
  if (!declaration || declaration.byName.get('citation')?.derived || reported.has(declaration)) return;
  const given = fields.filter((field) => field.declaration && field.values.some((value) => value.given));
  const unused = given.filter((field) => field.declaration && !isSilent(field.declaration));
  const first = unused[0]?.declaration;
  if (!first) return;
  if (!declaration.fields.some((field) => !field.derived && isSilent(field))) {
    reported.add(declaration);
    tell(name, first, `The letter prints nothing of "${declaration.name}". That may be what you want.`);
    return;
  }
  for (const field of unused) {
    if (!field.declaration || reported.has(field.declaration)) continue;
    reported.add(field.declaration);
    tell(field.name, field.declaration, 'The letter does not print this fact. That may be what you want.');
  }
}

/** Fields that the letter's kind or its payer's policies ask for: whoever sends the letter needs them, and rules of their own say that they must print. */
const fieldsAsked = remember(
  ({ askers }: Judged): ReadonlySet<FieldDeclaration> => new Set(askers.flatMap((asker) => [...askedFields(asker)])),
);
