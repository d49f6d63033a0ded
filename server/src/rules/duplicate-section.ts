import type { Report, Rule } from '../lint/rule.js';
import { headingNorm } from '../letter/source.js';
import type { SectionSource, SourceFile } from '../letter/source.js';

export const duplicateSection: Rule = {
  id: 'duplicate-section',
  group: 'structure',
  severity: 'error',
  subject: 'file',
  needs: 'template',
  summary: 'Each section of the template is written once.',
  why: "A case's section replaces one section of the template. A second one for the same place cannot: it would print as well, in a place that nobody chose. Two sections of one heading in a template cannot be told apart by a case.",
  bad: {
    'case.lmn': 'case request\n---\n## Evidence\nOne trial.\n\n## Evidence\nAnother trial.',
    'request.lmn': 'template request\n---\n## Evidence\n[write: one or two studies]',
  },
  good: {
    'case.lmn': 'case request\n---\n## Evidence\nOne trial.\n\nAnother trial.',
    'request.lmn': 'template request\n---\n## Evidence\n[write: one or two studies]',
  },
  check({ file, letter }, report) {
    if (file.kind === 'template') checkTemplate(file, report);
    for (const { kind, section } of letter?.sectionProblems ?? []) {
      if (kind !== 'duplicate section') continue;
      report(
        section.title,
        'The same section of the template, written twice. Put both parts under one heading, or give this one another heading.',
      );
    }
  },
};

function checkTemplate({ sections }: SourceFile, report: Report): void {
  const seen = new Map<string, SectionSource>();
  for (const section of sections) {
    const heading = headingNorm(section.title.text);
    const first = seen.get(heading);
    if (!first) seen.set(heading, section);
    else if (heading !== '') {
      report(
        section.title,
        'Two sections have this heading, so a case cannot replace this one. Give it a heading of its own.',
        {
          related: [{ where: first.title, message: 'The first one' }],
        },
      );
    }
  }
}
