import fc from 'fast-check';
import { daysInMonth, type Day } from '../../server/src/knowledge/dates.js';

/** Every day that a letter can hold, with the ends of months more often than chance would have them. */
export const anyDay: fc.Arbitrary<Day> = fc
  .record({
    year: fc.integer({ min: 1800, max: 2200 }),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.oneof(fc.integer({ min: 1, max: 31 }), fc.constantFrom(1, 28, 29, 30, 31)),
  })
  .map(({ year, month, day }) => ({ year, month, day: Math.min(day, daysInMonth(year, month)) }));
