import { expect, test } from 'vitest';
import { ambiguousDate } from '../../server/src/rules/ambiguous-date.js';
import { finds, findingsOf, fixed } from '../support/finds.js';

test.each([
  'date: <|03/04/2026|>',
  'patient\n  date of birth: <|3/4/1968|>',
  'prior treatment: Gabapentin\n  start: <|03/04/2025 to May 2025|>',
])('%j', (head) => {
  finds(ambiguousDate, `case\ndates: day-month\n${head}\n---\n`);
  finds(ambiguousDate, `case\n${head.replace(/<\||\|>/g, '')}\n---\n`);
});

test.each(['04/04/2026', '2026-03-04', '4 March 2026', '03/14/2026', '14.03.2026', '03/2026', '[date]', 'soon'])(
  'not in %j',
  (date) => {
    finds(ambiguousDate, `case\ndates: day-month\ndate: ${date}\n---\n`);
  },
);

test('the template may ask for that style', () => {
  const template = { 't.lmn': 'template t\ndates: day-month\n---\n[date]' };
  finds(ambiguousDate, 'case t\ndate: <|03/04/2026|>\n---\n', template);
});

test('a fix for either day', () => {
  const text = 'case\ndates: day-month\ndate: 03/04/2026\n---\n';
  const [finding] = findingsOf(ambiguousDate, text).findings;
  expect(finding && [0, 1].map((index) => fixed(text, finding, index))).toEqual([
    text.replace('03/04/2026', '3 April 2026'),
    text.replace('03/04/2026', '4 March 2026'),
  ]);
});
