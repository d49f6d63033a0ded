import { insertInSection, insertSections } from '../fixes/insert-text.js';
import type { Fix, Report, Rule } from '../lint/rule.js';
import { promptFor } from '../fixes/section-prompts.js';
import { addTemplateSections, namedList } from '../fixes/template-sections.js';
import type { Lack } from '../letter/lacks.js';
import type { ResolvedLetter, ResolvedSection } from '../letter/letter.js';
import { type Head, type SectionSource, type SourceFile, valueText } from '../letter/source.js';
import { type FileSubject, isUnfounded } from '../letter/subjects.js';

type SectionLack = Extract<Lack, { kind: 'section' }>;
type NoLetter = Extract<Lack, { kind: 'template' }>;

/** A section of the template that the case does not write, and what the letter lacks for it. */
interface Absent {
  readonly section: ResolvedSection;
  readonly lack: SectionLack;
}

export const missingSection: Rule = {
  id: 'missing-section',
  group: 'structure',
  severity: 'error',
  subject: 'letter',
  needs: 'template',
  summary: 'Every required section of the letter says something.',
  why: 'The template counts on each of its sections that are not #optional: a reviewer who looks for one and finds nothing can deny the request as incomplete.',
  bad: {
    'case.lmn': 'case request\n---\n## Evidence #omit',
    'request.lmn': 'template request\n---\n## Evidence #evidence\nTwo trials support this treatment.',
  },
  good: {
    'case.lmn': 'case request\n---\n## Evidence\nOne trial supports this treatment.',
    'request.lmn': 'template request\n---\n## Evidence #evidence\nTwo trials support this treatment.',
  },
  check(letter, report, subject) {
    const absent: Absent[] = [];
    for (const lack of letter.lacks) {
      if (lack.kind === 'template' && lack.name === '') reportNoLetter(lack, subject, report);
      // A section that a template leaves out may be the missing base's.
      if (lack.kind !== 'section' || isUnfounded(subject)) continue;
      for (const { section } of lack.needs) {
        if (section?.caseSection) reportOwn(section.caseSection, section, lack, subject.file, report);
        else if (section) absent.push({ section, lack });
      }
    }
    if (absent.length > 0) reportAbsent(absent, letter, subject.file, report);
  },
};

/** A case with no template and no prose. */
function reportNoLetter(lack: NoLetter, { file, head, workspace }: FileSubject, report: Report): void {
  const { header } = file;
  if (file.kind !== 'case' || !header?.exact) return;
  const wanted = kindOfLetter(head ? [head] : []);
  const templates = [...workspace.templates.values()];
  const fitting = templates.filter(
    (template) => wanted !== undefined && kindOfLetter(workspace.headsOf(template)) === wanted,
  );
  const use = (fitting.length > 0 ? fitting : templates).slice(0, 5).map(({ name }): Fix => ({
    title: `Use the template ${name}`,
    edits: [{ where: { ...header.keyword, start: header.keyword.end }, text: ` ${name}` }],
  }));
  const writeHere: Fix = {
    title: 'Write the whole letter here',
    edits: [insertSections(file, ['## Request\n[write: what you ask the payer to approve, and for whom]'])],
  };
  // Which letter is meant is the writer's to say.
  report(
    file.firstLine,
    'No letter yet: name its template after the word "case", or write its sections below a line ---.',
    { otherFixes: [...use, writeHere], lacks: [lack] },
  );
}

function kindOfLetter(heads: readonly Head[]): string | undefined {
  const facts = heads.flatMap((head) => head.facts);
  const [value] = facts.find((fact) => fact.declaration?.norm === 'for')?.values ?? [];
  return value?.given ? valueText(value).trim().toLowerCase() : undefined;
}

/** A heading of the case's own under which nothing prints, or that leaves out what is required. */
function reportOwn(
  own: SectionSource,
  { roles }: ResolvedSection,
  lack: SectionLack,
  file: SourceFile,
  report: Report,
): void {
  const omit = own.tags.find((tag) => tag.text.toLowerCase() === 'omit');
  if (lack.because === 'omitted' && omit) {
    const where = { piece: own.piece, start: omit.start - 1, end: omit.end };
    const before = own.piece.text.slice(0, where.start);
    const start = before.trimEnd().length;
    report(where, 'This section is required and cannot be left out. Take #omit away, or say why it does not apply.', {
      fix: { title: 'Take #omit away', edits: [{ where: { ...where, start }, text: '' }], asks: true },
      lacks: [lack],
    });
    return;
  }
  report(own.title, 'Nothing prints under this heading. Write the section in your own words.', {
    fix: { title: 'Add a place to write', edits: [insertInSection(file, own, promptFor(roles))], asks: true },
    lacks: [lack],
  });
}

/** Sections of the template that print nothing, and that the case does not write: one finding on the first line. */
function reportAbsent(absent: readonly Absent[], letter: ResolvedLetter, file: SourceFile, report: Report): void {
  const templates = absent.flatMap(({ section }) => section.templateSection ?? []);
  const titles = namedList(templates);
  const message =
    templates.length === 1
      ? `A required section is missing: ${titles}. Add its heading (## …) and your own words.`
      : `Required sections are missing: ${titles}. Add their headings (## …) and your own words.`;
  const texts = new Map(absent.map(({ section }) => [section.templateSection, promptFor(section.roles)]));
  report(file.firstLine, message, {
    fix: {
      title: templates.length === 1 ? `Add the section ${titles}` : 'Add the sections',
      edits: addTemplateSections(letter, file, templates, (section) => texts.get(section) ?? promptFor([])),
      asks: true,
    },
    related: templates.map((section) => ({ where: section.title, message: 'Asked for here' })),
    lacks: absent.map(({ lack }) => lack),
  });
}
