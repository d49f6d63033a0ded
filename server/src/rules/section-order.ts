import type { Rule } from '../lint/rule.js';
import { lineEndOf } from '../letter/source.js';
import { misplacedSections } from '../letter/upon-base.js';

export const sectionOrder: Rule = {
  id: 'section-order',
  group: 'structure',
  severity: 'info',
  subject: 'file',
  needs: 'template',
  summary: 'A template upon another one has the inherited sections in the order in which they print.',
  why: 'Sections print in the order of the base, whatever the order of the file is. Who reads the template would expect another letter.',
  bad: {
    'renewal.lmn':
      'template renewal from request\n---\n## Evidence\nTwo trials.\n\n## History\nThe pain began in 2021.',
    'request.lmn': 'template request\n---\n## History\n[write: how it began]\n\n## Evidence\n[write: what was shown]',
  },
  good: {
    'renewal.lmn':
      'template renewal from request\n---\n## History\nThe pain began in 2021.\n\n## Evidence\nTwo trials.',
    'request.lmn': 'template request\n---\n## History\n[write: how it began]\n\n## Evidence\n[write: what was shown]',
  },
  check(subject, report) {
    const { file } = subject;
    if (file.kind !== 'template') return;
    const misplaced = misplacedSections(subject);
    for (const { section, before } of misplaced) {
      const { piece } = section;
      const text = piece.text.trimEnd() + lineEndOf(file).repeat(2);
      const edits = [
        { where: { piece: before.piece, start: 0, end: 0 }, text },
        { where: { piece, start: 0, end: piece.text.length }, text: '' },
      ];
      report(
        section.title,
        `This section prints before "${before.title.text}": the base's order stays. Move it there.`,
        {
          fix: { title: `Move it above "${before.title.text}"`, edits, asks: true },
          related: [{ where: before.title, message: 'Prints after it' }],
        },
      );
    }
  },
};
