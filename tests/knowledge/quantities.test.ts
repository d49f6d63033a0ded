import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { changeBetween, type Quantity, readQuantity, sumOf } from '../../server/src/knowledge/quantities.js';

const read = (text: string): Quantity => {
  const quantity = readQuantity(text);
  if (!quantity) throw new Error(text);
  return quantity;
};

describe('change', () => {
  test.each([
    ['52 percent', '30 percent', '\u221222 percentage points'],
    ['52%', '53 percent', '+1 percentage point'],
    ['9.1 percent', '7.4 percent', '\u22121.7 percentage points'],
    ['8 of 10', '4 of 10', '\u22124 of 10'],
    ['8/10', '4 out of 10', '\u22124 of 10'],
    ['8', '4', '\u22124'],
    ['4', '4', '0'],
    ['1 visit', '3 visits', '+2 visits'],
    ['3 visits', '2 visits', '\u22121 visit'],
    ['172 lb (with clothes)', '160 lb', '\u221212 lb'],
    ['$1,250.00', '$1,000', '\u2212$250.00'],
    ['\u22125 dB', '-2 dB', '+3 dB'],
    ['1,200 steps', '12,000 steps', '+10,800 steps'],
    ['1200 steps', '12000 steps', '+10800 steps'],
    ['60 mL/min/1.73 m2', '45 mL/min/1.73 m2', '\u221215 mL/min/1.73 m2'],
  ])('from %s to %s', (from, to, text) => expect(changeBetween(read(from), read(to))).toBe(text));

  test.each([
    ['8 of 10', '4 of 5'],
    ['8 hours', '4 days'],
    ['8', '4 of 10'],
  ])('not from %s to %s', (from, to) => expect(changeBetween(read(from), read(to))).toBeUndefined());
});

describe('sum', () => {
  test.each([
    [['15', '1.5', '1'], '17.5'],
    [['0.1', '0.2'], '0.3'],
    [['1.5', '1.5'], '3'],
    [['$0.10', '$0.20'], '$0.30'],
    [['1 hour', '2 hours'], '3 hours'],
    [['0.5 hours', '0.5 hours'], '1 hour'],
    [['9007199254740993', '1'], '9007199254740994'],
  ])('of %j', (texts, sum) => expect(sumOf(texts.map(read))).toBe(sum));

  test('is exact', () =>
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -1_000_000, max: 1_000_000 }), { minLength: 1, maxLength: 8 }),
        (thousandths) => {
          const texts = thousandths.map(
            (n) =>
              `${n < 0 ? '-' : ''}${String(Math.trunc(Math.abs(n) / 1000))}.${String(Math.abs(n) % 1000).padStart(3, '0')}`,
          );
          const sum = sumOf(texts.map(read))?.replace('\u2212', '-').replaceAll(',', '');
          expect(Number(sum)).toBeCloseTo(thousandths.reduce((a, b) => a + b, 0) / 1000, 9);
        },
      ),
    ));
});

test.each([
  '',
  'about 8',
  '8 to 10',
  '8-10',
  '8 or 9',
  '5 ft 6 in',
  'high',
  '> 8',
  '8, then 6',
  '8;6',
  '$8 of 10',
  '1.2.3',
])('%j is no quantity', (text) => expect(readQuantity(text)).toBeUndefined());

test('any text is read or is none', () =>
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 100 }), (text) => {
      const quantity = readQuantity(text);
      if (quantity) expect(sumOf([quantity])).toBeDefined();
    }),
  ));
