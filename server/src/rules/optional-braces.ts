import { cutFromLine } from '../fixes/insert-text.js';
import { isAllInBraces } from '../letter/braced-words.js';
import type { Rule } from '../lint/rule.js';

export const optionalBraces: Rule = {
  id: 'optional-braces',
  group: 'structure',
  severity: 'warning',
  subject: 'section',
  summary: 'An optional section has words outside of braces.',
  why: 'An #optional section prints when the blanks outside of its braces are filled. Where all its words are in braces there is none of these, so it never prints by itself: what the case gives is lost without a word.',
  bad: 'template t\n---\n## Allergies #optional\n{Known allergies: [allergy].}',
  good: 'template t\n---\n## Allergies #optional\nKnown allergies: [allergy].',
  check({ fileKind, section, prose }, report) {
    const tag = section?.tags.find(({ text }) => text.toLowerCase() === 'optional');
    if (fileKind !== 'template' || !tag || !isAllInBraces(prose, ['optional', 'when'])) return;
    const isChoice = isAllInBraces(prose, ['when']);
    const where = { piece: tag.piece, start: tag.start - 1, end: tag.end };
    report(
      where,
      isChoice
        ? 'This section never prints by itself: its conditions decide already. Take #optional out.'
        : 'This section never prints by itself, for all its words are in braces. Take the braces around what it needs away.',
      isChoice ? { fix: { title: 'Take the tag out', edits: [cutFromLine(where)] } } : {},
    );
  },
};
