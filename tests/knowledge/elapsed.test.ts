import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, addMonths } from '../../server/src/knowledge/day-arithmetic.js';
import { isDateProblem } from '../../server/src/knowledge/dates.js';
import { timeBetween, type TimeUnit, timeUnits } from '../../server/src/knowledge/elapsed.js';
import { parseWhen, type SaidWhen, type When } from '../../server/src/knowledge/when.js';

function when(text: string): When | SaidWhen {
  const read = parseWhen(text);
  if (isDateProblem(read)) throw new Error(text);
  return read;
}

const between = (from: string, to: string, unit?: TimeUnit) => {
  const time = timeBetween(when(from), when(to), unit);
  return typeof time === 'string' ? `! ${time}` : time.text;
};

describe('the time between two points', () => {
  test.each([
    ['2025-05-12', '2026-11-21', '18 months'],
    ['2026-11-20', '2026-11-21', '1 day'],
    ['2026-11-08', '2026-11-21', '13 days'],
    ['2026-11-07', '2026-11-21', '2 weeks'],
    ['2026-08-22', '2026-11-21', '13 weeks'],
    ['2026-08-21', '2026-11-21', '3 months'],
    ['2026-08-21', '2026-11-20', '13 weeks'],
    ['2024-11-22', '2026-11-21', '23 months'],
    ['2024-11-21', '2026-11-21', '2 years'],
    ['2020-02-29', '2026-02-28', '5 years'],
    ['June 2026', '2026-11-21', 'about 5 months'],
    ['2026-10-31', 'November 2026', 'about 1 month'],
    ['March 2024', 'May 2026', 'about 2 years'],
    ['2019', '2026-11-21', 'about 7 years'],
    ['2025', 'January 2026', 'about 1 year'],
    ['March 2024 to May 2025', 'June 2025', 'about 15 months'],
    ['since March 2024', 'June 2025', 'about 15 months'],
    ['2026-11-21', '2026-11-21', '! too short'],
    ['November 2026', '2026-11-21', '! too short'],
    ['2026', '2026-11-21', '! too short'],
    ['2026-11-21', '2026-11-20', '! backwards'],
    ['December 2026', '2026-11-21', '! backwards'],
    ['2026-11-21', 'November 2026', '! too short'],
    ['2024', 'since 2025', '! no end'],
    ['2024', 'present', '! no end'],
    ['2024', '2025 to present', '! no end'],
    ['2019 to present', '2025', 'about 6 years'],
    ['about 2019', '2025', 'about 6 years'],
    ['about March 14, 2025', '2025-06-20', 'about 3 months'],
    ['age 12', '2025', '! said start'],
    ['2025', 'early 2026', '! said end'],
  ])('%s to %s: %s', (from, to, text) => expect(between(from, to)).toBe(text));

  test.each<[string, string, TimeUnit, string]>([
    ['2025-05-12', '2026-11-21', 'days', '558 days'],
    ['2025-05-12', '2026-11-21', 'weeks', '79 weeks'],
    ['2025-05-12', '2026-11-21', 'months', '18 months'],
    ['2025-05-12', '2026-11-21', 'years', '1 year'],
    ['May 2025', '2026-11-21', 'years', 'about 1 year'],
    ['2026-11-20', '2026-11-21', 'weeks', '! too short'],
    ['May 2025', '2026-11-21', 'days', '! too coarse'],
    ['2025', '2026-11-21', 'months', '! too coarse'],
  ])('%s to %s in %s', (from, to, unit, text) => expect(between(from, to, unit)).toBe(text));

  const day = fc.record({
    year: fc.integer({ min: 1900, max: 2100 }),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 28 }),
  });
  const point = (at: { year: number; month: number; day: number }): When => ({
    since: false,
    from: { precision: 'day', ...at },
  });

  test('is never rounded up: that much later is not after the end, and one unit more is', () =>
    fc.assert(
      fc.property(day, fc.nat(20_000), fc.constantFrom(undefined, ...timeUnits), (from, days, unit) => {
        const to = addDays(from, days);
        const time = timeBetween(point(from), point(to), unit);
        if (typeof time === 'string') return;
        const [, count = '', name = ''] = /^(\d+) (day|week|month|year)s?$/.exec(time.text) ?? [];
        const later = (n: number) =>
          name === 'day'
            ? addDays(from, n)
            : name === 'week'
              ? addDays(from, 7 * n)
              : addMonths(from, name === 'month' ? n : 12 * n);
        const key = ({ year, month, day: d }: typeof to) => year * 10_000 + month * 100 + d;
        expect(key(later(Number(count)))).toBeLessThanOrEqual(key(to));
        expect(key(later(Number(count) + 1))).toBeGreaterThan(key(to));
      }),
    ));
});
