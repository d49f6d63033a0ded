import fc from 'fast-check';
import { expect, test } from 'vitest';
import { capitalize, startsSentence } from '../../server/src/knowledge/sentences.js';

test.each([
  '',
  '  ',
  '\n',
  '"',
  '**',
  'It hurts. ',
  'It hurts.\n',
  'Does it? ',
  'No! ',
  '“It hurts.” ',
  '(It hurts.) ',
  'It is over (2024). “',
])('behind %j a sentence begins', (before) => expect(startsSentence(before)).toBe(true));

test.each([
  'because ',
  'because\n',
  'Dr. ',
  'seen by J. ',
  'e.g. ',
  'i.e., ',
  'vs. ',
  'word.',
  'so: ',
  'pain (',
  'a, "',
])('behind %j none begins', (before) => expect(startsSentence(before)).toBe(false));

test.each([
  ['they are', 'They are'],
  ['“they', '“They'],
  ['58', '58'],
  ['They', 'They'],
  ['élan', 'Élan'],
  ['', ''],
])('%j with a capital is %j', (text, capital) => expect(capitalize(text)).toBe(capital));

test('any text is taken, and only its end is read', () =>
  fc.assert(
    fc.property(fc.string(), fc.string({ minLength: 40, maxLength: 60 }), (start, end) => {
      expect(startsSentence(start + end)).toBe(startsSentence(end));
    }),
  ));
