import { expect, test } from 'vitest';
import { growthExponent, median, quantile, timesOf } from './statistics.mjs';

test('the median is the middle, or half way between the two middles', () => {
  expect(median([9, 1, 5])).toBe(5);
  expect(median([4, 1, 3, 2])).toBe(2.5);
  expect(median([])).toBeNaN();
});

test('a quantile lies between its neighbors in proportion', () => {
  expect(quantile([0, 10], 0.95)).toBeCloseTo(9.5);
  expect(quantile([3, 1, 2], 0)).toBe(1);
  expect(quantile([3, 1, 2], 1)).toBe(3);
});

test('the numbers given stay in their order', () => {
  const numbers = [3, 1, 2];
  const { median, p95, runs } = timesOf(numbers);
  expect([median, p95, runs]).toEqual([2, 2.9, 3]);
  expect(numbers).toEqual([3, 1, 2]);
});

test.each([
  [1, 1, 10],
  [2, 1, 100],
])('growth to the power %d', (power, small, large) => {
  const startUp = 0.2;
  expect(
    growthExponent({ files: 100, cost: startUp + small }, { files: 1000, cost: startUp + large }, startUp),
  ).toBeCloseTo(power);
});
