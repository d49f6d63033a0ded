import { expect, test } from 'vitest';
import { pointlessOptional } from '../../server/src/rules/pointless-optional.js';
import { finds, findingsOf, fixed } from '../support/finds.js';

test.each(['The dose is <|{75 mg a day}|>.', '## About <|{it}|>\nText.', '- <|{a}|>\n\n> <|{b}|>', 'A <|{**b**}|> c.'])(
  '%j',
  (prose) => {
    finds(pointlessOptional, `---\n${prose}`);
  },
);

test.each(['{since [start of care]}', '{see [@a]}', '\\{a\\}', '{a **[date]**}'])('not in %j', (prose) => {
  finds(pointlessOptional, `---\n${prose}`);
});

test('the fix takes the braces out', () => {
  const text = 'case\n---\nIt {surely} helps.';
  const [finding] = findingsOf(pointlessOptional, text).findings;
  expect(fixed(text, finding!)).toBe('case\n---\nIt surely helps.');
  expect(finding?.fixes[0]?.preferred).toBe(true);
});

test('what may be a choice is only the writer’s to make', () => {
  const [finding] = findingsOf(
    pointlessOptional,
    '---\n{as said before, and once more, the dose is 75 mg a day}',
  ).findings;
  expect(finding?.fixes.map((fix) => fix.preferred)).toEqual([false]);
});

test("a template's own is reported in the template, not in its cases", () => {
  const template = 'template t\n---\n<|{a}|>';
  finds(pointlessOptional, template);
  finds(pointlessOptional, 'case t', { 't.lmn': template.replace(/<\||\|>/g, '') });
});
