import { expect, test } from 'vitest';
import { leftoverInstruction } from '../../server/src/rules/leftover-instruction.js';
import { finds, findingsOf, fixed } from '../support/finds.js';

test.each([
  '---\n<|[describe the earlier flares]|>',
  '---\n<|[other risks, e.g. falls]|>',
  '---\n## Course\nIt began in <|[insert the year in which it began]|>.',
  'template t\n---\n<|[Optional: list any other treatments]|>',
])('%j', (text) => {
  finds(leftoverInstruction, text);
});

test.each(['[patient name]', '[zzqq]', '[write: describe the pain]', '\\[describe it\\]'])('not %s', (prose) => {
  finds(leftoverInstruction, `---\n${prose}`);
});

test('a field that the template declares is no instruction, whatever its words', () => {
  finds(leftoverInstruction, 'template t\nlist any risks (text): The risks.\n---\n[list any risks]');
});

test.each([
  ['[describe the earlier flares, e.g. falls]', '[write: the earlier flares, e.g. falls]'],
  ['[mention specific limitations, e.g. sleep]', '[write: specific limitations, e.g. sleep]'],
  ['[if applicable, describe the side effects]', '[write: if it applies, the side effects]'],
  ['[insert patient name]', '[patient name]'],
  ['[Enter date]', '[date]'],
])('%s becomes %s', (written, expected) => {
  const text = `case\n---\nSee ${written}.`;
  const [finding] = findingsOf(leftoverInstruction, text).findings;
  const after = fixed(text, finding!);
  expect(after).toBe(`case\n---\nSee ${expected}.`);
  expect(findingsOf(leftoverInstruction, after).findings).toEqual([]);
});

test('a long one loses no word', () => {
  const words = Array.from({ length: 400 }, (_, i) => `word${i}`).join(' ');
  const text = `case\n---\n[describe ${words}]`;
  expect(fixed(text, findingsOf(leftoverInstruction, text).findings[0]!)).toBe(`case\n---\n[write: describe ${words}]`);
});

test("a template's own is not reported in its cases", () => {
  finds(leftoverInstruction, 'case t', { 't.lmn': 'template t\n---\n[describe the pain]' });
});
