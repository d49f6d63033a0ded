import fc from 'fast-check';
import { expect, test } from 'vitest';
import { joinSeries, seriesText } from '../../server/src/knowledge/series.js';

function joined(values: readonly string[]): string {
  return seriesText(values.map((value) => value.trim()));
}

test.each<[string[], string]>([
  [[], ''],
  [['a'], 'a'],
  [['a', 'b'], 'a and b'],
  [['a', 'b', 'c'], 'a, b, and c'],
  [['a', 'b', 'c', 'd'], 'a, b, c, and d'],
  [['therapy, 24 visits', 'rest'], 'therapy, 24 visits; and rest'],
  [['therapy, 24 visits', 'rest', 'ice'], 'therapy, 24 visits; rest; and ice'],
  [['1,000 mg', '500 mg', '1,250,000 units'], '1,000 mg, 500 mg, and 1,250,000 units'],
  [['a', 'b', 'a'], 'a and b'],
  [['a', ' a ', 'a'], 'a'],
  [['a  b', 'a b', 'A b'], 'a  b and A b'],
  [['', 'a', ' ', 'b'], 'a and b'],
  [['', ' '], ''],
])('%j is %j', (values, text) => expect(joined(values)).toBe(text));

test.each<[string[], string]>([
  [['a', 'b'], 'a or b'],
  [['a', 'b', 'c'], 'a, b, or c'],
  [['therapy, 24 visits', 'rest'], 'therapy, 24 visits; or rest'],
])('%j is one of %j', (values, text) => expect(seriesText(values, 'or')).toBe(text));

test('values keep their index, so that their source is known', () =>
  expect(joinSeries(['', 'a', 'a', 'b'])).toEqual([{ value: 1 }, { text: ' and ' }, { value: 3 }]));

test('every value that differs is there once, in order, with words between', () =>
  fc.assert(
    fc.property(fc.array(fc.string()), (values) => {
      const parts = joinSeries(values);
      const indexes = parts.flatMap((part) => ('value' in part ? [part.value] : []));
      const folded = (index: number): string => values[index]!.replace(/\s+/g, ' ').trim();
      const wanted = new Set(values.map((_, index) => folded(index)).filter((value) => value !== ''));
      expect(new Set(indexes.map(folded))).toEqual(wanted);
      expect(indexes).toEqual([...new Set(indexes)].sort((a, b) => a - b));
      expect(indexes).toHaveLength(wanted.size);
      expect(parts).toHaveLength(Math.max(0, indexes.length * 2 - 1));
    }),
  ));
