import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shareWidth } from '../../server/src/render/share-width.js';

test.each([
  [
    'as wide as they ask for',
    [
      { least: 10, most: 20 },
      { least: 5, most: 30 },
    ],
    100,
    [20, 30],
  ],
  [
    'what is left over a share each',
    [
      { least: 10, most: 50 },
      { least: 10, most: 90 },
    ],
    60,
    [23.33, 36.67],
  ],
  [
    'too narrow for the words: the wide ones give way',
    [
      { least: 10, most: 10 },
      { least: 90, most: 90 },
    ],
    60,
    [10, 50],
  ],
])('%s', (_, needs, available, expected) => {
  shareWidth(needs, available).forEach((width, at) => expect(width).toBeCloseTo(expected[at] ?? 0, 1));
});

const anyNeeds = fc.array(
  fc
    .tuple(fc.integer({ min: 1, max: 300 }), fc.integer({ min: 0, max: 300 }))
    .map(([least, more]) => ({ least, most: least + more })),
  { minLength: 1, maxLength: 12 },
);

test('no table is wider than what is available, and no column without width', () =>
  fc.assert(
    fc.property(anyNeeds, (needs) => {
      const widths = shareWidth(needs, 468);
      expect(widths.reduce((sum, width) => sum + width, 0)).toBeLessThanOrEqual(468.001);
      for (const width of widths) expect(width).toBeGreaterThan(0);
    }),
  ));
