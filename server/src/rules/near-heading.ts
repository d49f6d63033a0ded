import type { ResolvedLetter } from '../letter/letter.js';
import { contentOf, linesOf, normalizeName, type ProseSource, type Span } from '../letter/source.js';
import type { Report, Rule } from '../lint/rule.js';
import { problemsUponBase, rivalSections } from '../letter/upon-base.js';
import type { FileSubject } from '../letter/subjects.js';
import { insertSections } from '../fixes/insert-text.js';
import { sectionsIn } from '../letter/template-section.js';
import { templateLayout } from '../letter/template-layout.js';
import { remember } from '../remember.js';

export const nearHeading: Rule = {
  id: 'near-heading',
  group: 'structure',
  severity: 'warning',
  subject: 'file',
  needs: 'template',
  summary: "A heading of a case is the template's, or clearly another one; likewise of a template upon another one.",
  why: "A case's section replaces the template's section of the same heading. With a slip of the pen it is added beside it instead, and the letter says the same thing twice.",
  bad: {
    'case.lmn': 'case request\n---\n## Clinical Histroy\nThe pain began in 2021.',
    'request.lmn': 'template request\n---\n## Clinical History\n[write: how the condition began]',
  },
  good: {
    'case.lmn': 'case request\n---\n## Clinical History\nThe pain began in 2021.',
    'request.lmn': 'template request\n---\n## Clinical History\n[write: how the condition began]',
  },
  check(subject, report) {
    const { letter, file } = subject;
    const problems = letter ? letter.sectionProblems : file.kind === 'template' ? problemsUponBase(subject) : [];
    const whose = letter ? "template's" : "base's";
    for (const { kind, section, nearest } of problems) {
      if (kind !== 'near heading' || nearest === undefined) continue;
      report(
        section.title,
        `This is nearly the ${whose} heading "${nearest}". Write it the same way to replace that section.`,
        {
          fix: { title: `Write "${nearest}"`, edits: [{ where: section.title, text: nearest }], asks: true },
        },
      );
    }
    if (file.kind === 'template') reportRivals(subject, report);
    for (const { line, title } of letter ? unmarkedHeadings(letter) : []) {
      report(
        line,
        `This line is the template's heading "${title}" without its ##. Write it so to replace that section.`,
        {
          severity: 'info',
          fix: { title: `Write "## ${title}"`, edits: [{ where: line, text: `## ${title}` }], asks: true },
        },
      );
    }
  },
};

/** Two sections of one letter that do the same for the reviewer, and are called nearly alike. */
function reportRivals(subject: FileSubject, report: Report): void {
  for (const { section, inherited } of rivalSections(subject)) {
    const title = inherited.title.text;
    report(
      section.title,
      `The base's section "${title}" prints as well. Write its heading to replace it, or leave it out with #omit.`,
      {
        severity: 'info',
        otherFixes: [
          { title: `Write "${title}"`, edits: [{ where: section.title, text: title }] },
          { title: `Leave "${title}" out`, edits: [insertSections(subject.file, [`## ${title} #omit`], section)] },
        ],
        related: [{ where: inherited.title, message: "The base's section" }],
      },
    );
  }
}

/** `Rationale:` or `**Rationale**` on a line of its own in a case's prose, where the template has a section of that heading. */
function unmarkedHeadings({ case: read }: ResolvedLetter): { line: Span; title: string }[] {
  const { file } = read;
  const inherited = sectionsIn(templateLayout(read));
  const titles = new Map(inherited.map(({ title }) => [normalizeName(title.text), title.text]));
  if (titles.size === 0) return [];
  const prose = [...(file.preamble ? [file.preamble] : []), ...file.sections.map((section) => section.prose)];
  return prose.flatMap(shortLines).flatMap(({ line, norm }) => {
    const title = titles.get(norm);
    return title === undefined ? [] : [{ line, title }];
  });
}

/** Lines as short as a heading, without marks and a colon or full stop at their end. */
const shortLines = remember(({ piece, start, end }: ProseSource): readonly { line: Span; norm: string }[] =>
  linesOf(piece).flatMap((line) => {
    if (line.start < start || line.end > end || line.isComment || line.contentEnd - line.contentStart > longestTitle)
      return [];
    const written = /^\**(.+?)[:.*]*$/s.exec(contentOf(piece.text, line))?.[1] ?? '';
    return [{ line: { piece, start: line.contentStart, end: line.contentEnd }, norm: normalizeName(written) }];
  }),
);

const longestTitle = 100;
