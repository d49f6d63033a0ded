import fc from 'fast-check';
import { expect, test } from 'vitest';
import { editDistance } from '../../server/src/spelling/edit-distance.js';

test.each([
  ['', '', 0],
  ['adress', 'address', 1],
  ['paitent', 'patient', 1],
  ['diagnoses', 'diagnosis', 1],
  ['kitten', 'sitting', 3],
  ['ca', 'abc', 3],
  ['abcdef', 'uvwxyz', 4],
  ['short', 'very much longer', 4],
])('from %j to %j, at most 3: %d', (a, b, distance) => {
  expect(editDistance(a, b, 3)).toBe(distance);
  expect(editDistance(b, a, 3)).toBe(distance);
});

/** The textbook's whole table, to compare with. */
function slowDistance(a: string, b: string): number {
  const table = Array.from({ length: a.length + 1 }, (_, row) =>
    Array.from({ length: b.length + 1 }, (_unused, column) => (row === 0 ? column : column === 0 ? row : 0)),
  );
  const at = (row: number, column: number): number => table[row]![column]!;
  for (let row = 1; row <= a.length; row++) {
    for (let column = 1; column <= b.length; column++) {
      const cost = a[row - 1] === b[column - 1] ? 0 : 1;
      let best = Math.min(at(row - 1, column) + 1, at(row, column - 1) + 1, at(row - 1, column - 1) + cost);
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]) {
        best = Math.min(best, at(row - 2, column - 2) + 1);
      }
      table[row]![column] = best;
    }
  }
  return at(a.length, b.length);
}

test('agrees with the whole table up to any limit', () =>
  fc.assert(
    fc.property(fc.stringMatching(/^[abc]{0,12}$/), fc.stringMatching(/^[abc]{0,12}$/), fc.nat(6), (a, b, limit) => {
      expect(editDistance(a, b, limit)).toBe(Math.min(slowDistance(a, b), limit + 1));
    }),
    { numRuns: 500 },
  ));

test('two texts of 100,000 characters', () => {
  const text = 'ab'.repeat(50_000);
  expect(editDistance(text, `${text}a`, 3)).toBe(1);
  expect(editDistance(text, 'cd'.repeat(50_000), 3)).toBe(4);
});
