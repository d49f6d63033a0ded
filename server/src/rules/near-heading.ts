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
  },
};
