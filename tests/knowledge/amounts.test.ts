import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseNumber } from '../../server/src/knowledge/amounts.js';
import { checkShape } from './check-shape.js';

describe.each<[string, string[]]>([
  ['number', ['24', '0', '1,200', '1200', '2.5', '.5', '-3', '\u22123', '1,234,567.89']],
  ['money', ['$1,250.00', '$1,250', '1250', '$0.99', 'US$20', '$ 20', '20 USD']],
])('%s', (id, values) => {
  test.each(values)('takes %j', (value) => expect(checkShape(id, value)).toBeUndefined());
});

describe.each<[string, string[]]>([
  ['number', ['twelve', '24 visits', '1,20', '2-4', '2.', '1.2.3', '12 24', '']],
  ['money', ['$1.2', '$1,20', '$20 a visit', '20 30', 'free']],
])('%s', (id, values) => {
  test.each(values)('refuses %j', (value) => {
    expect(checkShape(id, value)).toMatchObject({ kind: 'shape' });
    expect(checkShape(id, value)?.fix).toBeUndefined();
  });
});

test.each([
  ['number', '1, 200', '1,200'],
  ['number', '- 3', '-3'],
  ['money', '$1, 250', '$1,250'],
  ['money', 'USD 20', '$20'],
])('%s: %j is put right as %s', (id, value, fix) => expect(checkShape(id, value)?.fix).toBe(fix));

test.each([
  ['1,200', 1200],
  [' 2.5 ', 2.5],
  ['\u22123', -3],
  ['24 visits', undefined],
])('the number of %j is %s', (text, value) => expect(parseNumber(text)).toBe(value));

test('every whole number reads as itself, with commas or without', () =>
  fc.assert(
    fc.property(fc.integer(), (value) => {
      expect(parseNumber(String(value))).toBe(value);
      expect(parseNumber(value.toLocaleString('en-US'))).toBe(value);
    }),
  ));
