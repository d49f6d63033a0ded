import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  daysInMonth,
  formatDate,
  isDateProblem,
  parseDate,
  type DateProblemKind,
  type DateStyle,
} from '../../server/src/knowledge/dates.js';
import { anyDay } from './any-day.js';

const march14 = { year: 1968, month: 3, day: 14 };

test.each([
  '1968-03-14',
  '1968-3-14',
  '1968/03/14',
  '1968\u201303\u201314',
  '03/14/1968',
  '3/14/1968',
  '03-14-1968',
  '3.14.1968',
  'March 14, 1968',
  'march 14, 1968',
  'MARCH 14,1968',
  'March 14 1968',
  'Mar 14, 1968',
  'Mar. 14, 1968',
  'March 14th, 1968',
  '14 March 1968',
  '14-Mar-1968',
  '14th of March, 1968',
  '14.03.1968',
  '  March\u00a014,  1968 ',
])('reads %j', (text) => expect(parseDate(text)).toEqual(march14));

test.each<[string, DateProblemKind, string | undefined]>([
  ['', 'shape', undefined],
  ['soon', 'shape', undefined],
  ['Marsh 14, 1968', 'shape', undefined],
  ['14', 'shape', undefined],
  ['1968-03-14T10:00:00Z', 'shape', undefined],
  ['02/30/1968', 'not-a-day', undefined],
  ['2023-02-29', 'not-a-day', undefined],
  ['1900-02-29', 'not-a-day', undefined],
  ['April 31, 2024', 'not-a-day', undefined],
  ['00/10/2024', 'not-a-day', undefined],
  ['13/13/2024', 'not-a-day', undefined],
  ['2024-13-01', 'not-a-day', undefined],
  ['03/14/68', 'two-digit-year', undefined],
  ['3-4-68', 'two-digit-year', undefined],
  ['14/03/1968', 'day-first', '03/14/1968'],
  ['14-03-1968', 'day-first', '03/14/1968'],
  ['31 Feb 1968', 'not-a-day', undefined],
  ['03-04-1968', 'ambiguous', undefined],
  ['1968', 'incomplete', undefined],
  ['March 1968', 'incomplete', undefined],
  ['March 14', 'incomplete', undefined],
  ['1968-03', 'incomplete', undefined],
  ['03/1968', 'incomplete', undefined],
  ['1799-12-31', 'year-range', undefined],
  ['2201-01-01', 'year-range', undefined],
  ['0000-01-01', 'year-range', undefined],
])('says of %j: %s', (text, kind, fix) => {
  const read = parseDate(text);
  expect(read).toMatchObject({ kind });
  expect('fix' in read ? read.fix : undefined).toBe(fix);
});

test('February 29 is a day in leap years alone', () => {
  expect([1900, 2000, 2023, 2024, 2100].map((year) => daysInMonth(year, 2))).toEqual([28, 29, 28, 29, 28]);
});

test.each<[DateStyle, string]>([
  ['long', 'March 14, 1968'],
  ['us', '03/14/1968'],
  ['iso', '1968-03-14'],
])('prints in the style %s', (style, text) => expect(formatDate(march14, style)).toBe(text));

describe('on any input', () => {
  test('a printed day reads as itself in every style', () =>
    fc.assert(
      fc.property(anyDay, fc.constantFrom<DateStyle>('long', 'us', 'iso'), (day, style) => {
        expect(parseDate(formatDate(day, style))).toEqual(day);
      }),
    ));

  test('a text is a real day or has a problem that does not repeat it, and whose fix is a day', () =>
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.stringMatching(/^\d{1,4}[-/. ](?:\d{1,2}|[A-Z][a-z]{2})[-/. ]\d{1,4}$/)),
        (text) => {
          const read = parseDate(text);
          if (!isDateProblem(read)) {
            expect(read.day).toBeLessThanOrEqual(daysInMonth(read.year, read.month));
            return;
          }
          if (text.trim().length > 6) expect(read.message).not.toContain(text.trim());
          if (read.fix !== undefined) expect(isDateProblem(parseDate(read.fix))).toBe(false);
        },
      ),
    ));

  test('a text of 100,000 digits is no date', () =>
    expect(parseDate('1'.repeat(100_000))).toMatchObject({ kind: 'shape' }));
});
