import { expect, test } from 'vitest';
import {
  isPronounPlaceholder,
  parsePronouns,
  PRONOUN_CHOICES,
  PRONOUN_PLACEHOLDERS,
  PRONOUN_WORDS,
  pronounFor,
} from '../../server/src/knowledge/pronouns.js';

test.each([
  ['he', 'he him his his himself he is he has he was'],
  ['she', 'she her her hers herself she is she has she was'],
  ['they', 'they them their theirs themselves they are they have they were'],
] as const)('%s: %s', (pronouns, forms) =>
  expect(PRONOUN_PLACEHOLDERS.map((name) => pronounFor(name, pronouns)).join(' ')).toBe(forms),
);

test('they stand for themselves, so that the placeholder shows what is printed', () => {
  for (const name of PRONOUN_PLACEHOLDERS) expect(pronounFor(name, 'they')).toBe(name);
});

test.each([
  ['they', true],
  ['they are', true],
  ['he', false],
  ['toString', false],
  ['', false],
])('%j is a pronoun placeholder: %s', (name, is) => expect(isPronounPlaceholder(name)).toBe(is));

test.each([
  ['she', 'she'],
  [' She ', 'she'],
  ['THEY', 'they'],
  ['she/her', undefined],
  ['', undefined],
])('%j is read as %s', (text, pronouns) => expect(parsePronouns(text)).toBe(pronouns));

test('every word belongs to one of the three', () => {
  expect([...new Set(PRONOUN_WORDS.values())].sort()).toEqual([...PRONOUN_CHOICES].sort());
  expect(PRONOUN_WORDS.get('her')).toBe('she');
  expect(PRONOUN_WORDS.get('himself')).toBe('he');
  expect(PRONOUN_WORDS.get('patient')).toBeUndefined();
});
