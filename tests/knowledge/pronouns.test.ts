import { expect, test } from 'vitest';
import {
  isPronounWithVerb,
  parsePronouns,
  PRONOUN_CHOICES,
  pronounSet,
  PRONOUN_PLACEHOLDERS,
  PRONOUN_WORDS,
  pronounFor,
  withPlainVerb,
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
  ['they need', 'he needs', 'she needs', 'they need'],
  ['they can', 'he can', 'she can', 'they can'],
  ['they drove', 'he drove', 'she drove', 'they drove'],
  ['they do', 'he does', 'she does', 'they do'],
] as const)('%s: %s, %s, %s', (name, ...forms) => {
  expect(isPronounWithVerb(name)).toBe(true);
  expect(PRONOUN_CHOICES.map((pronouns) => pronounFor(name, pronouns))).toEqual(forms);
});

test.each(['he', 'they', 'they needs', 'they not', 'they need help', 'they Need', 'them need', 'toString', ''])(
  '%j has no verb of its own',
  (name) => expect(isPronounWithVerb(name)).toBe(false),
);

test.each(['he need', 'she', 'they needs', 'they always', 'constructor', ''])('%j prints no pronoun', (name) =>
  expect(pronounFor(name, 'she')).toBeUndefined(),
);

test.each([
  ['they needs', 'they need'],
  ['they has', 'they have'],
  ['they is', 'they are'],
  ['they was', 'they were'],
  ['they need', undefined],
  ['he needs', undefined],
])('%j means %j', (name, meant) => expect(withPlainVerb(name)).toBe(meant));

test.each([
  ['she', 'she'],
  [' She ', 'she'],
  ['THEY', 'they'],
  ['she/her', 'she'],
  ['She / Her / Hers', 'she'],
  ['they/them', 'they'],
  ['he/his', 'he'],
  ['she/him', undefined],
  ['she/they', undefined],
  ['her', undefined],
  ['she/', undefined],
  ['', undefined],
])('%j is read as %s', (text, pronouns) => expect(parsePronouns(text)).toBe(pronouns));

test.each([
  ['she', 'she/her'],
  ['He', 'he/him'],
  ['they', 'they/them'],
  ['she/her/hers', 'she/her/hers'],
  ['ze', 'ze'],
])('%j is printed as %s', (text, printed) => expect(pronounSet(text)).toBe(printed));

test('every word belongs to one of the three', () => {
  expect([...new Set(PRONOUN_WORDS.values())].sort()).toEqual([...PRONOUN_CHOICES].sort());
  expect(PRONOUN_WORDS.get('her')).toBe('she');
  expect(PRONOUN_WORDS.get('himself')).toBe('he');
  expect(PRONOUN_WORDS.get('patient')).toBeUndefined();
});
