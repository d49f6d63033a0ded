import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareDays } from '../../server/src/knowledge/day-arithmetic.js';
import { formatDate, isDateProblem, type DateProblemKind, type DateStyle } from '../../server/src/knowledge/dates.js';
import {
  earliestDay,
  formatWhen,
  isSaid,
  latestDay,
  latestStart,
  parseWhen,
  pointsOf,
  type When,
  type WhenPoint,
} from '../../server/src/knowledge/when.js';
import { anyDay } from './any-day.js';

function read(text: string): When {
  const when = parseWhen(text);
  if (isDateProblem(when)) throw new Error(`${text}: ${when.message}`);
  if (isSaid(when)) throw new Error(`${text} is said in words`);
  return when;
}

test.each([
  ['2024-03-14', '2024-03-14'],
  ['March 14, 2024', '2024-03-14'],
  ['3/14/2024', '2024-03-14'],
  ['2024-03', '2024-03'],
  ['March 2024', '2024-03'],
  ['Mar. 2024', '2024-03'],
  ['Sept 2024', '2024-09'],
  ['03/2024', '2024-03'],
  ['2024', '2024'],
  ['since 2024', 'since 2024'],
  ['Since March 2024', 'since 2024-03'],
  ['2023 to 2024', '2023 to 2024'],
  ['March 2024 to May 4, 2024', '2024-03 to 2024-05-04'],
  ['from 2023 to 2024', '2023 to 2024'],
  ['2023\u20132024', '2023 to 2024'],
  ['2023-2024', '2023 to 2024'],
  ['03/14/2024-05/01/2024', '2024-03-14 to 2024-05-01'],
  ['March 2024 \u2013 May 2024', '2024-03 to 2024-05'],
  ['2024-03 \u2014 2024-05', '2024-03 to 2024-05'],
  ['March 2024 through May 2024', '2024-03 to 2024-05'],
  ['March 2024 to 2024', '2024-03 to 2024'],
  ['2024 to present', '2024 to present'],
  ['2024-present', '2024 to present'],
  ['March 2024 - ongoing', '2024-03 to present'],
  ['March to May 2024', '2024-03 to 2024-05'],
  ['March\u2013May 2023', '2023-03 to 2023-05'],
  ['March 3 to May 4, 2024', '2024-03-03 to 2024-05-04'],
  ['3 March to 4 May 2024', '2024-03-03 to 2024-05-04'],
  ['14 March 2024', '2024-03-14'],
  ['31.12.2024', '2024-12-31'],
])('reads %j as %s', (text, iso) => expect(formatWhen(read(text), 'iso')).toBe(iso));

test.each<[string, DateProblemKind, string | undefined]>([
  ['', 'shape', undefined],
  ['a while ago', 'shape', undefined],
  ['Smarch 2024', 'shape', undefined],
  ['2024-13', 'shape', undefined],
  ['2022 to 2023 to 2024', 'shape', undefined],
  ['since', 'shape', undefined],
  ['to 2024', 'shape', undefined],
  ['2024 to', 'shape', undefined],
  ['from March 2024', 'shape', 'since March 2024'],
  ['from birth', 'shape', undefined],
  ['since present', 'shape', undefined],
  ['present to 2024', 'shape', undefined],
  ['age 200', 'shape', undefined],
  ['early', 'shape', undefined],
  ['early May 4, 2024', 'shape', undefined],
  ['spring May 2024', 'shape', undefined],
  ['May to March 2024', 'backwards', undefined],
  ['since 2023 to 2024', 'shape', '2023 to 2024'],
  ['2024 to 2023', 'backwards', undefined],
  ['1492', 'year-range', undefined],
  ['02/30/2024', 'not-a-day', undefined],
  ['03/04/24', 'two-digit-year', undefined],
  ['14/03/2024', 'day-first', '03/14/2024'],
])('says of %j: %s', (text, kind, fix) => {
  const when = parseWhen(text);
  expect(when).toMatchObject({ kind });
  expect('fix' in when ? when.fix : undefined).toBe(fix);
  if (fix !== undefined) expect(isDateProblem(parseWhen(fix))).toBe(false);
});

const SAID: readonly (readonly [string, string])[] = [
  ['present', 'present'],
  ['ongoing', 'present'],
  ['now', 'present'],
  ['birth', 'birth'],
  ['since birth', 'since birth'],
  ['Childhood', 'childhood'],
  ['early childhood', 'early childhood'],
  ['age 12', 'age 12'],
  ['at age of 6 Months', 'age 6 months'],
  ['early 2022', 'early 2022'],
  ['Early in 2022', 'early 2022'],
  ['mid-2022', 'mid-2022'],
  ['mid March 2022', 'mid-March 2022'],
  ['late 2022', 'late 2022'],
  ['since early 2022', 'since early 2022'],
  ['spring 2022', 'spring 2022'],
  ['Fall of 2022', 'fall 2022'],
  ['about 2023', 'about 2023'],
  ['approx. March 2023', 'about March 2023'],
  ['c. 2019', 'about 2019'],
  ['around 3/14/2024', 'about March 14, 2024'],
  ['1990s', 'the 1990s'],
  ['the late 1990s', 'the late 1990s'],
  ['childhood to 2019', 'childhood to 2019'],
  ['early 2022 to March 2023', 'early 2022 to March 2023'],
  ['2019 to about 2021', '2019 to about 2021'],
  ['age 12 to present', 'age 12 to present'],
];

test.each(SAID)('reads %j, which has no place in an order, as %j', (text, printed) => {
  const when = parseWhen(text);
  if (isDateProblem(when)) throw new Error(when.message);
  expect(isSaid(when)).toBe(true);
  expect(formatWhen(when, 'long')).toBe(printed);
  expect(parseWhen(printed)).toEqual(when);
});

test('the points of the calendar in it are known', () => {
  expect(pointsOf(read('2023 to March 2024'))).toHaveLength(2);
  const said = parseWhen('about 2023 to present');
  expect(isDateProblem(said) ? [] : pointsOf(said)).toEqual([{ precision: 'year', year: 2023 }]);
});

test.each<[string, DateStyle, string]>([
  ['March 2024 to May 2024', 'long', 'March to May 2024'],
  ['March 3, 2024 to May 4, 2024', 'long', 'March 3 to May 4, 2024'],
  ['March 3, 2024 to May 4, 2024', 'day-month', '3 March to 4 May 2024'],
  ['March 2024 to May 2024', 'us', '03/2024 to 05/2024'],
  ['March 2023 to May 2024', 'long', 'March 2023 to May 2024'],
  ['March 3, 2024 to May 2024', 'long', 'March 3, 2024 to May 2024'],
  ['2024-03', 'long', 'March 2024'],
  ['2024-03', 'us', '03/2024'],
  ['2024-03-14 to 2024-05', 'long', 'March 14, 2024 to May 2024'],
  ['since 03/14/2024', 'long', 'since March 14, 2024'],
  ['2024', 'long', '2024'],
])('prints %j in the style %s as %j', (text, style, printed) => expect(formatWhen(read(text), style)).toBe(printed));

test.each([
  ['2024', '2024-01-01', '2024-12-31', '2024-12-31'],
  ['February 2024', '2024-02-01', '2024-02-29', '2024-02-29'],
  ['2024-02-10', '2024-02-10', '2024-02-10', '2024-02-10'],
  ['2023 to March 2024', '2023-01-01', '2023-12-31', '2024-03-31'],
  ['since 2023', '2023-01-01', '2023-12-31', 'open'],
])('%j begins from %s to %s and ends by %s', (text, earliest, start, latest) => {
  const when = read(text);
  const end = latestDay(when);
  expect(formatDate(earliestDay(when), 'iso')).toBe(earliest);
  expect(formatDate(latestStart(when), 'iso')).toBe(start);
  expect(end === undefined ? 'open' : formatDate(end, 'iso')).toBe(latest);
});

const anyPoint: fc.Arbitrary<WhenPoint> = fc.oneof(
  anyDay.map((day) => ({ precision: 'day' as const, ...day })),
  anyDay.map(({ year, month }) => ({ precision: 'month' as const, year, month })),
  anyDay.map(({ year }) => ({ precision: 'year' as const, year })),
);

const anyWhen: fc.Arbitrary<When> = fc.oneof(
  anyPoint.map((from) => ({ since: false, from })),
  anyPoint.map((from) => ({ since: true, from })),
  fc
    .tuple(anyPoint, anyPoint)
    .map(([a, b]) => (a.year <= b.year ? { since: false, from: a, to: b } : { since: false, from: b, to: a }))
    .filter(({ from, to }) => from.year < to.year),
);

describe('on any input', () => {
  test('what is printed reads as itself in every style', () =>
    fc.assert(
      fc.property(anyWhen, fc.constantFrom<DateStyle>('long', 'us', 'iso'), (when, style) => {
        expect(parseWhen(formatWhen(when, style))).toEqual(when);
      }),
    ));

  test('nothing begins after it ends', () =>
    fc.assert(
      fc.property(anyWhen, (when) => {
        const latest = latestDay(when);
        if (latest) expect(compareDays(earliestDay(when), latest)).toBeLessThanOrEqual(0);
      }),
    ));

  test('no text throws, and every fix is right', () =>
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.stringMatching(/^(?:since |from )?[\d/-]{4,10} (?:to|-) [A-Za-z\d /]{3,12}$/)),
        (text) => {
          const when = parseWhen(text);
          if (isDateProblem(when) && when.fix !== undefined) expect(isDateProblem(parseWhen(when.fix))).toBe(false);
        },
      ),
    ));

  test('a text of 100,000 words says no time', () =>
    expect(parseWhen('since 2024 to '.repeat(100_000))).toMatchObject({ kind: 'shape' }));
});
