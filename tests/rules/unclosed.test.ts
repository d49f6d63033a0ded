import { describe, expect, test } from 'vitest';
import { unclosed } from '../../server/src/rules/unclosed.js';
import { finds, findingsOf, fixed } from '../support/finds.js';

test.each([
  'I treat <|[|>patient name for pain.',
  '## About <|[|>diagnosis\nText.',
  '## About <|{|>it\nText.',
  'First <|{|>of two {[date]}.',
  '- <|[|>patient name\n- {[date]}',
  'A <|[|>b {c.\nD <|{|>e.',
])('%j', (prose) => {
  finds(unclosed, `---\n${prose}`);
});

test.each([
  '[patient name] {[date]}',
  '\\[a and \\{b',
  'a ] b }',
  '- [ ] box',
  '{in one\nparagraph [date]}',
  '// a [ comment',
])('not in %j', (prose) => {
  finds(unclosed, `---\n${prose}`);
});

test('one finding a line says how many there are', () => {
  const [finding] = finds(unclosed, '---\n<|[|>a [b [c');
  expect(finding?.message).toMatch(/2 more on this line/);
});

describe('the fix', () => {
  test.each([
    ['I treat [patient name for pain.', 'I treat [patient name] for pain.'],
    ['On [Date of Last Visit, I saw', 'On [Date of Last Visit], I saw'],
    ['As shown [@cohen2021; @b2 before.', 'As shown [@cohen2021; @b2] before.'],
    ['[write: what happened', '[write: what happened]'],
    ['[template text', '[template text]'],
    ['{Fax: [insurance fax]', '{Fax: [insurance fax]}'],
    ['**{Fax: [insurance fax]**', '**{Fax: [insurance fax]}**'],
    ['a {b [date] {c [date]}', 'a {b [date]} {c [date]}'],
    ['[[patient name]]', '[patient name]'],
    ['Dear [[patient name,', 'Dear [patient name],'],
    ['[patient name and [diagnosis', '[patient name] and [diagnosis]'],
  ])('closes %j', (prose, expected) => {
    const text = `case\n---\n${prose}`;
    const [finding] = findingsOf(unclosed, text).findings;
    const after = fixed(text, finding!);
    expect(finding?.fixes[0]?.preferred).toBe(true);
    expect(after).toBe(`case\n---\n${expected}`);
    expect(findingsOf(unclosed, after).findings).toEqual([]);
  });

  test.each([
    ['see [zzqq there', 'see \\[zzqq there'],
    ['a { b', 'a \\{ b'],
    ['see [[zzqq there', 'see \\[\\[zzqq there'],
    ['[see [patient name]', '\\[see [patient name]'],
  ])('can only offer to print %j as it is', (prose, expected) => {
    const text = `case\n---\n${prose}`;
    const [finding] = findingsOf(unclosed, text).findings;
    expect(finding?.fixes.map((fix) => fix.preferred)).toEqual([false]);
    const after = fixed(text, finding!);
    expect(after).toBe(`case\n---\n${expected}`);
    expect(findingsOf(unclosed, after).findings).toEqual([]);
  });
});

test.each([
  ['brackets', '['.repeat(100_000)],
  ['braces', '{'.repeat(100_000)],
])('a line of a hundred thousand %s is one finding, without a fix', (_, line) => {
  const { findings } = findingsOf(unclosed, `case\n---\n${line}`);
  expect(findings).toHaveLength(1);
  expect(findings[0]?.fixes).toEqual([]);
});
