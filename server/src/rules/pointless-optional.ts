import { isHeadOnly } from '../letter/source.js';
import { isInBlank } from '../analysis/prose-blanks.js';
import type { Fix, Rule } from '../lint/rule.js';

export const pointlessOptional: Rule = {
  id: 'pointless-optional',
  group: 'structure',
  severity: 'warning',
  subject: 'section',
  summary: 'Every {…} holds a placeholder.',
  why: 'Braces make text print only when the placeholders in it have values. Without a placeholder it always prints.',
  bad: '---\nThe dose is {75 mg a day}.',
  good: '---\nThe dose is [treatment requested dose]{, [treatment requested frequency]}.',
  check(section, report) {
    if (isHeadOnly(section.fileKind)) return;
    const { piece } = section.prose;
    for (const { start, end } of section.pointless) {
      if (isInBlank(section, start, end)) continue;
      const fix: Fix = {
        title: 'Take the braces out',
        edits: [
          { where: { piece, start, end: start + 1 }, text: '' },
          { where: { piece, start: end - 1, end }, text: '' },
        ],
      };
      // Which of several is meant, only the writer can say.
      const isChoice = /[,;/|]| or /.test(piece.text.slice(start, end));
      const message =
        'No placeholder in these braces, so the text always prints. Take the braces out, or write which one is meant.';
      report({ piece, start, end }, message, isChoice ? { otherFixes: [fix] } : { fix });
    }
  },
};
