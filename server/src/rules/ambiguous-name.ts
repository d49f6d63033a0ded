import {
  blockNames,
  type FieldDeclaration,
  isShipped,
  normalizeName,
  placeholderOf,
  pronounNames,
  rangeOf,
  resolveName,
  type Word,
} from '../letter/source.js';
import { meaningsOf, type Meaning } from '../analysis/name-meanings.js';
import type { Report, Rule } from '../lint/rule.js';
import type { FileSubject } from '../letter/subjects.js';

export const ambiguousName: Rule = {
  id: 'ambiguous-name',
  group: 'structure',
  severity: 'warning',
  subject: 'file',
  summary: 'Every name that a placeholder can have means one thing.',
  why: 'Where a bracket could mean two facts, the letter prints one of them, and whoever wrote it may have meant the other.',
  bad: 'template t\ndate (date): The day of the operation.\n---\nOperated on [date].',
  good: 'template t\noperation date (date): The day of the operation.\n---\nOperated on [operation date].',
  check(file, report) {
    if (file.file.kind === 'template') checkTemplate(file, report);
    else if (file.file.kind === 'vocabulary') checkVocabulary(file, report);
  },
};

function checkTemplate({ declarations, workspace }: FileSubject, report: Report): void {
  const seen = new Map<string, FieldDeclaration>();
  for (const { name, field } of declarations) {
    if (!field || field.source !== name) continue;
    const names = [field.name, ...field.also];
    if (reportReserved(names, name, report)) continue;
    const shadowed = names
      .map((one) => resolveName(workspace.schema, one))
      .find((target) => target && 'field' in target);
    const twin = names.map((one) => seen.get(normalizeName(one))).find((other) => other !== undefined);
    if (shadowed && 'field' in shadowed) {
      const message = `A bracket with this name could also mean "${placeholderOf(shadowed.field)}". Choose another name.`;
      report(name, message, { related: [{ where: shadowed.field.source, message: 'what else it could mean' }] });
    } else if (twin) {
      const message = `A bracket with this name could also mean "${twin.name}". Choose another name.`;
      report(name, message, { related: [{ where: twin.source, message: 'what else it could mean' }] });
    }
    for (const one of names) if (!seen.has(normalizeName(one))) seen.set(normalizeName(one), field);
  }
}

/** Blocks and pronouns come before every field: one of their name could never be printed. */
function reportReserved(names: readonly string[], where: Word, report: Report): boolean {
  const reserved = names.find((name) => blockNames.has(normalizeName(name)) || pronounNames.has(normalizeName(name)));
  if (reserved === undefined) return false;
  report(
    where,
    `The letter has a meaning of its own for "${reserved}". Choose another name, such as "${reserved} text".`,
  );
  return true;
}

function checkVocabulary({ file, schema, declarations }: FileSubject, report: Report): void {
  for (const { declared, name, field, record } of declarations) {
    // Fields of records are written with the record's name before them; only those of the letter stand alone.
    const others = declared === 'record' ? (record?.also ?? []) : (field?.also ?? []);
    if (declared === 'record' || record === schema.vocabulary.letter)
      reportReserved([name.text, ...others], name, report);
  }
  const reported = new Set<Word>();
  for (const meanings of meaningsOf(schema.vocabulary)) {
    const here = meanings.filter(({ source }) => isHere(source, file.uri));
    const later = here.at(-1);
    const other = later && meanings.find((one) => one.field !== later.field);
    if (!later || !other || reported.has(later.source)) continue;
    reported.add(later.source);
    report(later.source, messageOf(later, other), {
      related: [{ where: other.source, message: 'what else it could mean' }],
    });
  }
}

function isHere(source: Word, uri: string): boolean {
  return rangeOf(source).uri === uri && !isShipped(uri);
}

function messageOf({ written, record, field }: Meaning, other: Meaning): string {
  // A clinic's own declaration of what ships under another name.
  if (record === other.record && field.norm !== other.field.norm)
    return `"${written}" could also mean "${placeholderOf(other.field)}", which has that as another name. Take this line out, or choose another name.`;
  const own = record === undefined ? 'this fact' : `this field of "${record}"`;
  const others = other.record === undefined ? 'a fact of the letter' : `a field of "${other.record}"`;
  return `"${written}" could mean ${own} or ${others}. Choose another name for one of them.`;
}
