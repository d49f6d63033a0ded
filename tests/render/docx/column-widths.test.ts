import fc from 'fast-check';
import { expect, test } from 'vitest';
import { columnWidths, linesOf } from '../../../server/src/render/docx/column-widths.js';

test('short columns are as wide as their words', () => {
  const [first = 0, second = 0] = columnWidths([['a', 'Measure at the start']], 9360, 11.5);
  expect(first).toBeLessThan(500);
  expect(second).toBeGreaterThan(1800);
  expect(first + second).toBeLessThan(9360);
});

test('where there is no room for all, words are not parted', () => {
  const widths = columnWidths([['Measure', 'a long line of words '.repeat(20), 'Authorization']], 6000, 11.5);
  const [narrow] = columnWidths([['Measure']], 9360, 11.5);
  expect(widths[0]).toBeGreaterThanOrEqual((narrow ?? 0) - 1);
  expect(widths[1]).toBeGreaterThan(widths[0] ?? 0);
});

test('columns never take more than there is', () =>
  fc.assert(
    fc.property(
      fc.array(fc.array(fc.string(), { maxLength: 9 }), { maxLength: 6 }),
      fc.integer({ min: 100, max: 9360 }),
      (rows, available) => {
        const widths = columnWidths(rows, available, 11.5);
        expect(widths).toHaveLength(Math.max(0, ...rows.map((row) => row.length)));
        expect(widths.reduce((total, width) => total + width, 0)).toBeLessThanOrEqual(available + widths.length);
        for (const width of widths) expect(width).toBeGreaterThanOrEqual(0);
      },
    ),
  ));

test.each([
  [[['a']], [3000], 1],
  [[['one\ntwo']], [3000], 2],
  [[['a word and another '.repeat(10)]], [3000], 6],
])('lines that a row takes: %j', (rows, widths, least) => {
  expect(linesOf(rows[0] ?? [], widths)).toBeGreaterThanOrEqual(least);
  expect(linesOf(rows[0] ?? [], widths)).toBeLessThanOrEqual(least * 2);
});
