import type { Report, Rule } from '../lint/rule.js';
import { writtenProse } from '../fixes/section-prompts.js';
import { addTemplateSections, namedList, templateTextIn } from '../fixes/template-sections.js';
import type { Lack } from '../letter/lacks.js';
import type { ResolvedLetter } from '../letter/letter.js';
import { type Bracket, rangeOf, type SectionSource, type SourceFile, type Span } from '../letter/source.js';
import type { FileSubject } from '../letter/subjects.js';
import { isInHeading, type TemplateSection } from '../letter/template-section.js';

type Unwritten = Extract<Lack, { kind: 'unwritten' }>;

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
    if (subject.file.kind === 'template') reportUnanswerable(subject, report);
    else if (subject.letter) reportUnwritten(subject.letter, subject.file, report);
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

/** One finding: several lacks may be answered at one place. */
interface Unanswered {
  readonly where: Span;
  readonly message: string;
  readonly lacks: Unwritten[];
}

/** Where the template asks for a section that the case does not have. */
interface AskedFor {
  readonly needed: Span;
  readonly lacks: Unwritten[];
}

const inBracket = 'Not written yet: put your own words in place of this bracket.';
const underHeading = 'Not written yet: write this section in your own words.';

function reportUnwritten(letter: ResolvedLetter, file: SourceFile, report: Report): void {
  const absent = new Map<TemplateSection, AskedFor>();
  // By where they are: what is repeated for each of several records is asked for once.
  const open = new Map<string, Unanswered>();
  const add = (where: Span, message: string, lack: Unwritten) => {
    const { start, end } = rangeOf(where);
    const key = `${start} ${end}`;
    const same = open.get(key);
    if (same) same.lacks.push(lack);
    else open.set(key, { where, message, lacks: [lack] });
  };
  for (const lack of letter.lacks) {
    if (lack.kind !== 'unwritten') continue;
    for (const { gap, section } of lack.needs) {
      const { needed } = gap;
      const { templateSection, caseSection } = section ?? {};
      if (needed.piece.uri === file.uri) add(needed, inBracket, lack);
      // What a heading of the template asks is the template's own fault: no case can answer it.
      else if (templateSection && !isInHeading(templateSection, needed)) {
        const asked = absent.get(templateSection);
        if (caseSection) addTemplateText(caseSection, lack, add);
        else if (asked) asked.lacks.push(lack);
        else absent.set(templateSection, { needed, lacks: [lack] });
      }
    }
  }
  for (const { where, message, lacks } of open.values()) report(where, message, { lacks });
  if (absent.size > 0) reportAbsent(absent, letter, file, report);
}

/** Sections that the case does not have at all: one finding on the first line. */
function reportAbsent(
  absent: ReadonlyMap<TemplateSection, AskedFor>,
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
    related: [...absent.values()].map(({ needed }) => ({ where: needed, message: 'Asked for here' })),
    lacks: [...absent.values()].flatMap(({ lacks }) => lacks),
  });
}

/** Where the case lets the template speak: its `[template text]`, else its heading with nothing under it. */
function addTemplateText(
  own: SectionSource,
  lack: Unwritten,
  add: (where: Span, message: string, lack: Unwritten) => void,
): void {
  const where = templateTextIn(own);
  add(where ?? own.title, where ? inBracket : underHeading, lack);
}
