import { describe, expect, test } from 'vitest';
import { unknownCitation } from '../../server/src/rules/unknown-citation.js';
import { finds, findingsOf, fixed } from '../support/finds.js';

const others = { 'v.lmn': 'vocabulary v\n\nevidence @cohen2021\n  title: A\n\nprovider @whitfield\n  name: B' };

test.each([
  ['a key that nobody gives', 'case\n---\nSo [@cohen2021; @<|smith1999|>].'],
  ['in optional text, which would be gone without a word', 'case\n---\n{So [@<|smith1999|>].}'],
  ['in a heading', 'case\n---\n## So [@<|smith1999|>]\nText.'],
  ['a key of another record', 'case\n---\nSo [@<|whitfield|>].'],
  ['no key', 'case\n---\nSo <|[@]|>.'],
  ['other words, which would not print', 'case\n---\nSo [@cohen2021, <|p. 4|>].'],
  ['a template', 'template t\n---\nSo [@<|smith1999|>].'],
])('%s', (_, text) => {
  finds(unknownCitation, text, others);
});

test.each([
  ['the address book', 'case\n---\nSo [@cohen2021].'],
  ['whatever the case', 'case\n---\nSo [@Cohen2021].'],
  ['the case itself', 'case\nevidence @own1\n  title: C\n---\nSo [@own1].'],
  ["the template's own head", 'template t\nevidence @own1\n  title: C\n---\nSo [@own1].'],
])('known from %s', (_, text) => {
  finds(unknownCitation, text, others);
});

test("a template's own is not reported in its cases", () => {
  finds(unknownCitation, 'case t', { 't.lmn': 'template t\n---\nSo [@smith1999].' });
});

describe('fixes', () => {
  const fixes = (text: string) => findingsOf(unknownCitation, { 'x.lmn': text, ...others }).findings[0]!;

  test('the nearest key', () => {
    const text = 'case\n---\nSo [@chohen2021].';
    expect(fixes(text).message).toBe('No evidence has this key. Did you mean @cohen2021?');
    expect(fixed(text, fixes(text))).toBe('case\n---\nSo [@cohen2021].');
    expect(fixes(text).fixes[0]?.preferred).toBe(true);
  });

  test('a new record', () => {
    const text = 'case\ndate: 2026-11-21\n---\nSo [@zzqq].';
    const after = fixed(text, fixes(text));
    expect(after).toBe('case\ndate: 2026-11-21\n\nevidence @zzqq\n  title: [title as published]\n---\nSo [@zzqq].');
    expect(fixes(text).fixes[0]?.preferred).toBe(false);
    finds(unknownCitation, after, others);
  });
});
