import { expect, test } from 'vitest';
import { unusedEvidence } from '../../server/src/rules/unused-evidence.js';
import { finds } from '../support/finds.js';

const book = { 'v.lmn': 'vocabulary v\n\nevidence @a\n  title: A\n\nevidence @b\n  title: B\n  conclusion: It helps.' };

test('each source that is not cited, on its name', () => {
  const found = finds(unusedEvidence, 'case\nevidence @a\n\n<|evidence|> @b\n---\nSo [@a].', book);
  expect(found[0]?.message).toContain('[@b]');
});

test('without a key it needs one to be cited', () => {
  expect(finds(unusedEvidence, 'case\n<|evidence|>: A trial\n---\nText.')[0]?.message).toContain('the same key');
});

test.each([
  ['cited', 'So [@a; @b].'],
  ['cited by the template’s own placeholder', '- [evidence title] [evidence citation]'],
  ['printed by a field', '[evidence]'],
])('not when it is %s', (_, prose) => {
  finds(unusedEvidence, `case\nevidence @a\nevidence @b\n---\n${prose}`, book);
});

test('a field that only another source has does not print this one', () => {
  finds(unusedEvidence, 'case\n<|evidence|> @a\nevidence @b\n---\n[evidence conclusion]', book);
});

test('counting sources prints none of them', () => {
  finds(unusedEvidence, 'case\n<|evidence|> @a\n---\n[evidence count] sources.', book);
});

test.each([
  ['what a template gives', 'case t', { 't.lmn': 'template t\nevidence @a\n  title: A\n---\nText.' }],
  ['a case that becomes no letter', 'case\nevidence @a', {}],
  ['a case whose template is not there', 'case nowhere\nevidence @a\n---\nText.', {}],
])('not in %s', (_, text, others) => {
  finds(unusedEvidence, text, { ...book, ...others });
});
