import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, addMonths, ageOn, compareDays, daysBetween } from '../../server/src/knowledge/day-arithmetic.js';
import { formatDate, isDateProblem, parseDate, type Day } from '../../server/src/knowledge/dates.js';
import { anyDay } from './any-day.js';

function day(text: string): Day {
  const read = parseDate(text);
  if (isDateProblem(read)) throw new Error(`not a day: ${text}`);
  return read;
}

test.each([
  ['2026-11-21', 0, '2026-11-21'],
  ['2026-11-21', 180, '2027-05-20'],
  ['2026-11-21', 65, '2027-01-25'],
  ['2024-02-28', 1, '2024-02-29'],
  ['2023-02-28', 1, '2023-03-01'],
  ['2000-12-31', 1, '2001-01-01'],
  ['2024-03-01', -1, '2024-02-29'],
  ['1900-03-01', -1, '1900-02-28'],
])('%s and %d days is %s', (from, count, to) => expect(formatDate(addDays(day(from), count), 'iso')).toBe(to));

test.each([
  ['2026-11-21', 4, '2027-03-21'],
  ['2026-10-31', 4, '2027-02-28'],
  ['2023-10-31', 4, '2024-02-29'],
  ['2024-02-29', 12, '2025-02-28'],
  ['2024-03-31', -1, '2024-02-29'],
  ['2024-01-15', -1, '2023-12-15'],
])('%s and %d months is %s', (from, count, to) => expect(formatDate(addMonths(day(from), count), 'iso')).toBe(to));

test.each<[string, string, number | undefined]>([
  ['1968-03-14', '2026-03-13', 57],
  ['1968-03-14', '2026-03-14', 58],
  ['2018-11-21', '2026-11-21', 8],
  ['2004-02-29', '2025-02-28', 20],
  ['2004-02-29', '2025-03-01', 21],
  ['2004-02-29', '2028-02-29', 24],
  ['2026-11-21', '2026-11-21', 0],
  ['2026-11-22', '2026-11-21', undefined],
])('who was born on %s is on %s aged %s', (birth, on, age) => expect(ageOn(day(birth), day(on))).toBe(age));

describe('for any days', () => {
  test('adding the days between two gives the other', () =>
    fc.assert(
      fc.property(anyDay, anyDay, (a, b) => {
        expect(addDays(a, daysBetween(a, b))).toEqual(b);
        expect(Math.sign(daysBetween(a, b))).toBe(-Math.sign(compareDays(a, b)) + 0);
      }),
    ));

  test('days between agree with the calendar of the language', () =>
    fc.assert(
      fc.property(anyDay, anyDay, (a, b) => {
        const at = ({ year, month, day: date }: Day): number => Date.UTC(year, month - 1, date) / 86_400_000;
        expect(daysBetween(a, b)).toBe(at(b) - at(a));
      }),
    ));

  test('months go there and back, but for the ends of months', () =>
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -600, max: 600 }), (from, count) => {
        const there = addMonths(from, count);
        expect(there.day).toBeLessThanOrEqual(from.day);
        if (there.day === from.day) expect(addMonths(there, -count)).toEqual(from);
      }),
    ));

  test('a birthday makes a year', () =>
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 119 }), (birth, years) => {
        const birthday = { ...birth, year: birth.year + years };
        expect(ageOn(birth, birthday)).toBe(years);
        expect(ageOn(birth, addDays(birthday, -1))).toBe(years - 1);
      }),
    ));
});
