import type { Report, Rule } from '../lint/rule.js';
import { writtenProse } from '../fixes/section-prompts.js';
import { addTemplateSections, namedList, templateTextIn } from '../fixes/template-sections.js';
import type { Gap, ResolvedLetter } from '../letter/letter.js';
import { type Bracket, rangeOf, type SectionSource, type SourceFile, type Span } from '../letter/source.js';
import type { FileSubject } from '../letter/subjects.js';

type Unwritten = Extract<Gap, { kind: 'unwritten' }>;

export const unwrittenSection: Rule = {
  id: 'unwritten-section',
  group: 'structure',
  severity: 'error',
  subject: 'file',
  needs: 'template',
  summary: "Every [write: …] is answered in the writer's own words.",
  why: 'Some sections only the writer can write: what the template says there is help, not text. Until the case answers it, the letter has a hole.',
  bad: {
    'case.lmn': 'case request',
    'request.lmn': 'template request\n---\n## Evidence #evidence\n[write: one or two studies, and what they showed]',
  },
  good: {
    'case.lmn': 'case request\n---\n## Evidence\nOne trial showed less pain after a year.',
    'request.lmn': 'template request\n---\n## Evidence #evidence\n[write: one or two studies, and what they showed]',
  },
  check(subject, report) {
    if (subject.template) reportUnanswerable(subject, report);
    else if (subject.letter) reportUnwritten(subject, report);
  },
};

/** A case can write sections; it cannot write what stands before the first one, or in a heading. */
function reportUnanswerable({ file }: FileSubject, report: Report): void {
  const tell = (piece: Span['piece'], brackets: readonly Bracket[] | undefined) => {
    for (const { kind, start, end } of brackets ?? []) {
      if (kind !== 'help') continue;
      report(
        { piece, start, end },
        'No case can answer this here. Put it under a heading (## …) of its own, or declare a field.',
      );
    }
  };
  if (file.preamble) tell(file.preamble.piece, file.preamble.brackets);
  for (const section of file.sections) tell(section.piece, section.titleBrackets);
}

interface OpenPlace {
  readonly where: Span;
  readonly message: string;
}

const inBracket = 'Not written yet: put your own words in place of this bracket.';
const underHeading = 'Not written yet: write this section in your own words.';

function reportUnwritten({ file, letter }: FileSubject, report: Report): void {
  const absent = new Map<SectionSource, Unwritten>();
  // By where they are: what is repeated for each of several records is asked for once.
  const open = new Map<string, OpenPlace>();
  const add = (place: OpenPlace) => {
    const { start, end } = rangeOf(place.where);
    open.set(`${start} ${end}`, place);
  };
  for (const section of letter?.sections ?? []) {
    for (const gap of section.gaps) {
      if (gap.kind !== 'unwritten') continue;
      if (gap.needed.piece.uri === file.uri) add({ where: gap.needed, message: inBracket });
      else if (section.templateSection && isUnder(section.templateSection, gap)) {
        if (section.caseSection) add(placeOfTemplateText(section.caseSection));
        else if (!absent.has(section.templateSection)) absent.set(section.templateSection, gap);
      }
    }
  }
  for (const { where, message } of open.values()) report(where, message);
  if (letter && absent.size > 0) reportAbsent(absent, letter, file, report);
}

/** Sections that the case does not have at all: one finding on the first line. */
function reportAbsent(
  absent: ReadonlyMap<SectionSource, Unwritten>,
  letter: ResolvedLetter,
  file: SourceFile,
  report: Report,
): void {
  const sections = [...absent.keys()];
  const titles = namedList(sections);
  const message =
    sections.length === 1
      ? `A section is not written yet: ${titles}. Add its heading (## …) and your own words.`
      : `Sections are not written yet: ${titles}. Add their headings (## …) and your own words.`;
  // A heading that is nearly the template's is there already: adding another would double it.
  const near = new Set(letter.sectionProblems.map((problem) => problem.nearest));
  const toAdd = sections.filter((section) => !near.has(section.title.text));
  report(file.firstLine, message, {
    ...(toAdd.length > 0 && {
      fix: {
        title: toAdd.length === 1 ? `Add the section ${namedList(toAdd)}` : 'Add the sections',
        edits: addTemplateSections(letter, file, toAdd, writtenProse),
        asks: true,
      },
    }),
    related: [...absent.values()].map((gap) => ({ where: gap.needed, message: 'Asked for here' })),
  });
}

/** What a heading of the template asks is the template's own fault: no case can answer it. */
function isUnder(template: SectionSource, gap: Unwritten): boolean {
  return gap.needed.start >= template.prose.start;
}

/** Where the case lets the template speak: its `[template text]`, else its heading with nothing under it. */
function placeOfTemplateText(own: SectionSource): OpenPlace {
  const where = templateTextIn(own);
  return where ? { where, message: inBracket } : { where: own.title, message: underHeading };
}
