import { expect, test } from 'vitest';
import { answerCriteria, type ToAnswer } from '../../server/src/fixes/meet-clauses.js';
import { rangeOf } from '../../server/src/language/span.js';
import { subjectOf } from '../support/workspace.js';

const asked: readonly ToAnswer[] = [
  { name: '2.1', words: 'Two drugs [of a class].', what: 'met by' },
  { name: '2.2', words: 'A diary.', what: 'met by' },
];

/** The head of a case after the answers that are still to be written have their places in it. */
function answered(head: string): string | undefined {
  const text = `case plain-letter\n${head}---\n`;
  const fix = answerCriteria(asked, subjectOf(text));
  return fix?.edits
    .map(({ where, text: put }) => ({ at: rangeOf(where).start, put }))
    .sort((a, b) => b.at - a.at)
    .reduce((result, { at, put }) => result.slice(0, at) + put + result.slice(at), text);
}

test.each([
  ['', '\ncriterion: 2.1\n  met by: [Two drugs  of a class .]\n\ncriterion: 2.2\n  met by: [A diary.]\n'],
  ['criterion: 2.2\n', 'criterion: 2.2\n  met by: [A diary.]\ncriterion: 2.1\n  met by: [Two drugs  of a class .]\n'],
  [
    'criterion: 2.1\n    source: MP-1\ncriterion: 2.2\n  met by: Since May.\n',
    'criterion: 2.1\n    source: MP-1\n    met by: [Two drugs  of a class .]\ncriterion: 2.2\n  met by: Since May.\n',
  ],
  // Both lines are there, one of them still empty.
  ['criterion: 2.1\n  met by: May.\ncriterion: 2.2\n  met by:\n', undefined],
])('%j becomes %j', (before, after) =>
  expect(answered(before)).toBe(after === undefined ? undefined : `case plain-letter\n${after}---\n`),
);
