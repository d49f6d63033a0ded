import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bidiClosers, isRightToLeft, printable } from '../../server/src/render/printable.js';

describe('what prints otherwise than written', () => {
  test.each([
    ['plain text, é, 自己 and 😀', 'plain text, é, 自己 and 😀'],
    ['a line\vof Word', 'a line of Word'],
    ['a\u2028b\u2029c\u0085d\te', 'a b c d e'],
    ['\u0000\u001b[31m\u009b', '\ufffd\ufffd[31m\ufffd'],
    ['half \ud83d a pair', 'half \ufffd a pair'],
    ['a\ufffeb\uffffc', 'a\ufffdb\ufffdc'],
  ])('%j', (text, shown) => expect(printable(text)).toBe(shown));

  test('once is enough, and it keeps the length', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const shown = printable(text);
        expect(printable(shown)).toBe(shown);
        expect(shown).toHaveLength(text.length);
        expect(shown).not.toMatch(/[\p{Cc}\p{Cs}\u2028\u2029]/u);
      }),
    ));
});

describe('directional marks that a value leaves open are closed', () => {
  test.each([
    ['no marks', ''],
    ['\u202eabc', '\u202c'],
    ['\u202eabc\u202c', ''],
    ['\u2067a\u202eb', '\u202c\u2069'],
    ['\u2067a\u202eb\u2069', ''],
    ['a\u2069b\u202cc', ''],
  ])('%j', (text, closers) => expect(bidiClosers(text)).toBe(closers));

  test('nothing is left open behind the closers', () =>
    fc.assert(
      fc.property(
        fc.array(
          fc.constantFrom(
            'a',
            '\u202a',
            '\u202b',
            '\u202c',
            '\u202d',
            '\u202e',
            '\u2066',
            '\u2067',
            '\u2068',
            '\u2069',
          ),
        ),
        (parts) => {
          const text = parts.join('');
          expect(bidiClosers(text + bidiClosers(text))).toBe('');
        },
      ),
    ));
});

test.each([
  ['Maria', false],
  ['שרה', true],
  ['مريم', true],
  ['\u{1e900}', true],
  ['自己', false],
])('%j is written from right to left: %j', (text, expected) => expect(isRightToLeft(text)).toBe(expected));
