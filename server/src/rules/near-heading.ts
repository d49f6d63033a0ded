import type { ResolvedLetter } from '../letter/letter.js';
import { contentOf, linesOf, normalizeName, type Span } from '../letter/source.js';
import type { Rule } from '../lint/rule.js';

export const nearHeading: Rule = {
  id: 'near-heading',
  group: 'structure',
  severity: 'warning',
  subject: 'letter',
  needs: 'template',
  summary: "A heading of the case is the template's, or clearly another one.",
  why: "A case's section replaces the template's section of the same heading. With a slip of the pen it is added beside it instead, and the letter says the same thing twice.",
  bad: {
    'case.lmn': 'case request\n---\n## Clinical Histroy\nThe pain began in 2021.',
    'request.lmn': 'template request\n---\n## Clinical History\n[write: how the condition began]',
  },
  good: {
    'case.lmn': 'case request\n---\n## Clinical History\nThe pain began in 2021.',
    'request.lmn': 'template request\n---\n## Clinical History\n[write: how the condition began]',
  },
  check(letter, report) {
    for (const { kind, section, nearest } of letter.sectionProblems) {
      if (kind !== 'near heading' || nearest === undefined) continue;
      report(
        section.title,
        `This is nearly the template's heading "${nearest}". Write it the same way to replace that section.`,
        {
          fix: { title: `Write "${nearest}"`, edits: [{ where: section.title, text: nearest }], asks: true },
        },
      );
    }
    for (const { line, title } of unmarkedHeadings(letter)) {
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

/** `Rationale:` or `**Rationale**` on a line of its own in a case's prose, where the template has a section of that heading. */
function unmarkedHeadings({ case: { file, template } }: ResolvedLetter): { line: Span; title: string }[] {
  const titles = new Map(template?.file.sections.map(({ title }) => [normalizeName(title.text), title.text]) ?? []);
  if (titles.size === 0) return [];
  const prose = [...(file.preamble ? [file.preamble] : []), ...file.sections.map((section) => section.prose)];
  return prose.flatMap(({ piece, start, end }) =>
    linesOf(piece).flatMap((line) => {
      if (line.start < start || line.end > end || line.isComment || line.contentEnd - line.contentStart > longestTitle)
        return [];
      const written = /^\**(.+?)[:.*]*$/s.exec(contentOf(piece.text, line))?.[1] ?? '';
      const title = titles.get(normalizeName(written));
      return title === undefined ? [] : [{ line: { piece, start: line.contentStart, end: line.contentEnd }, title }];
    }),
  );
}

const longestTitle = 100;
