import fc from 'fast-check';
import { expect, test } from 'vitest';
import { articleAtEnd, articleFor, likeWord } from '../../server/src/knowledge/articles.js';

const AN = [
  '8',
  '8.5',
  '8th',
  '8-week',
  '8 mg',
  '11',
  '11th',
  '11,000',
  '11000',
  '18',
  '18,500',
  '80',
  '89',
  '800',
  '8,000',
];
const MORE_AN = [
  '8000',
  '85000',
  '11,000,000',
  '18000000',
  '8,000,000,000',
  '800,000',
  '$8',
  '$11.50',
  '8/10',
  '80%',
  '(8',
];
const A = [
  '0',
  '0.8',
  '1',
  '7',
  '9',
  '10',
  '12',
  '17',
  '19',
  '58',
  '79',
  '90',
  '100',
  '110',
  '118',
  '180',
  '081',
  '1,100',
];
const MORE_A = ['1,800', '1800', '110,000', '110000', '1,100,000', '700', '58-year-old', '$5', '2026'];

test.each([...AN, ...MORE_AN])('an %s', (number) => expect(articleFor(number)).toBe('an'));
test.each([...A, ...MORE_A])('a %s', (number) => expect(articleFor(number)).toBe('a'));

test.each(['eight', 'hour', 'M54.16', 'x8', 'order picker'])('an %s', (word) => expect(articleFor(word)).toBe('an'));

test.each(['', '-8', '.8', '…', '☐ yes'])('%j keeps the article that was written', (text) =>
  expect(articleFor(text)).toBeUndefined(),
);

test('commas between thousands make no difference', () =>
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 999_999_999_999 }), (value) => {
      expect(articleFor(String(value))).toBe(articleFor(value.toLocaleString('en-US')));
    }),
  ));

test('thousands and millions go by what is said first', () =>
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 999 }),
      fc.constantFrom(',000', ',000,000', ',000,000,000'),
      (value, zeros) => {
        expect(articleFor(`${value}${zeros}`)).toBe(articleFor(String(value)));
      },
    ),
  ));

test.each<[string, string | undefined]>([
  ['is a ', 'a'],
  ['is an ', 'an'],
  ['A ', 'A'],
  ['She came. An ', 'An'],
  ['is a **', 'a'],
  ['is a\n', 'a'],
  ['is an "', 'an'],
  ['vitamin A ', undefined],
  ['hepatitis A ', undefined],
  ['is a', undefined],
  ['data ', undefined],
  ["o'a ", undefined],
  ['is the ', undefined],
  ['', undefined],
])('%j ends with the article %j', (text, word) => {
  const article = articleAtEnd(text);
  expect(article?.word).toBe(word);
  if (article) expect(text.slice(article.start, article.end)).toBe(word);
});

test.each<['a' | 'an', string, string]>([
  ['an', 'a', 'an'],
  ['a', 'an', 'a'],
  ['an', 'A', 'An'],
  ['a', 'An', 'A'],
  ['a', 'AN', 'A'],
  ['an', 'AN', 'AN'],
])('%s in place of %s is %s', (article, word, written) => expect(likeWord(article, word)).toBe(written));

test('any text is taken, and 100,000 digits are', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect([undefined, 'a', 'an']).toContain(articleFor(text));
      const article = articleAtEnd(text);
      if (article) expect(text.slice(article.start, article.end).toLowerCase()).toMatch(/^an?$/);
    }),
  );
  expect(articleFor('1'.repeat(100_000))).toBe('a');
  expect(articleFor('8'.repeat(100_000))).toBe('an');
});
