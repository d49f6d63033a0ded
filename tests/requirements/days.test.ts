import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatDate, type Day } from '../../server/src/knowledge/dates.js';
import type { TimeUnit } from '../../server/src/letter/source.js';
import { readTimes, wholeRange } from '../../server/src/requirements/day-ranges.js';
import { type DaysTest, testDay, testLength } from '../../server/src/requirements/day-tests.js';

function rangeOf(text: string) {
  const times = readTimes(text);
  return times && wholeRange(times);
}

function inWords(text: string): string {
  const range = rangeOf(text);
  if (!range) return 'no day';
  const iso = (day: Day) => formatDate(day, 'iso');
  return iso(range.first) === iso(range.last) ? iso(range.first) : `${iso(range.first)} to ${iso(range.last)}`;
}

/** `within 60 days before`, of a day and a day that it is counted from. */
function fits(day: string, test: string, reference: string): string {
  const [, op, amount, unit, relation] = /^(.+?) (\d+) (\w+) (before|after)$/.exec(test) ?? [];
  const [one, other] = [rangeOf(day), rangeOf(reference)];
  if (!one || !other) return 'no day';
  const { verdict, side } = testDay(
    one,
    {
      op: op as DaysTest['op'],
      amount: Number(amount),
      unit: unit as TimeUnit,
      relation: relation as DaysTest['relation'],
    },
    other,
  );
  return verdict === 'no' ? side : verdict;
}

/** How long it is from one to another. */
function lasts(from: string, to: string, op: '>=' | '<=', number: number, unit?: TimeUnit): string {
  const [start, end] = [rangeOf(from), rangeOf(to)];
  if (!start || !end) return 'no day';
  return testLength(start, end, [{ op: op === '>=' ? 'at least' : 'at most', number }], unit);
}

describe('days as ranges', () => {
  it.each([
    ['2026-03-14', '2026-03-14'],
    ['March 2026', '2026-03-01 to 2026-03-31'],
    ['2026', '2026-01-01 to 2026-12-31'],
    ['March to May 2026', '2026-03-01 to 2026-05-31'],
    ['early 2024', '2024-01-01 to 2024-12-31'],
    ['about March 2024', '2024-02-01 to 2024-04-30'],
    ['since 2024', '2024-01-01 to 2024-12-31'],
    ['childhood', 'no day'],
    ['next week', 'no day'],
  ])('%s', (text, expected) => {
    expect(inWords(text)).toBe(expected);
  });
});

describe('a day held against another one', () => {
  it.each([
    ['2026-09-29', 'within 60 days before', '2026-11-28', 'yes'],
    ['2026-09-28', 'within 60 days before', '2026-11-28', 'too early'],
    ['2026-11-29', 'within 60 days before', '2026-11-28', 'too late'],
    ['September 2026', 'within 60 days before', '2026-11-28', 'unclear'],
    ['October 2026', 'within 60 days before', '2026-11-28', 'yes'],
    ['2026-05-20', 'within 6 months before', '2026-11-23', 'too early'],
    ['2026-05-23', 'within 6 months before', '2026-11-23', 'yes'],
    ['2026-02-28', 'within 6 months before', '2026-08-31', 'yes'],
    ['2026-12-20', 'at most 30 days after', '2026-11-28', 'yes'],
    ['2026-12-29', 'at most 30 days after', '2026-11-28', 'too late'],
    ['2025-01-01', 'at most 30 days after', '2026-11-28', 'yes'],
    ['2026-08-01', 'at most 90 days before', '2026-11-28', 'too early'],
    ['2027-01-01', 'at most 90 days before', '2026-11-28', 'yes'],
    ['2026-10-01', 'at least 4 weeks before', '2026-11-28', 'yes'],
    ['2026-11-20', 'at least 4 weeks before', '2026-11-28', 'too late'],
    ['2024', 'at least 12 months before', '2026-11-28', 'yes'],
    ['2027-02-01', 'at least 61 days after', '2026-11-28', 'yes'],
    ['2027-01-01', 'at least 61 days after', '2026-11-28', 'too early'],
    ['2026-11-30', 'within 72 hours after', '2026-11-28', 'yes'],
  ])('%s is %s %s: %s', (day, test, reference, expected) => {
    expect(fits(day, test, reference)).toBe(expected);
  });
});

describe('how long something lasts', () => {
  it('is wholly on one side, or cannot be told', () => {
    expect(lasts('March 2026', 'May 2026', '>=', 31, 'days')).toBe('yes');
    expect(lasts('March 2026', 'May 2026', '>=', 8, 'weeks')).toBe('unclear');
    expect(lasts('March 2026', 'May 2026', '>=', 92, 'days')).toBe('no');
    expect(lasts('2026-03-01', '2026-04-26', '>=', 8, 'weeks')).toBe('yes');
    expect(lasts('2026-03-01', '2026-04-25', '>=', 8, 'weeks')).toBe('no');
    expect(lasts('2026-01-31', '2026-02-28', '>=', 1, 'months')).toBe('yes');
  });

  it('counts completed years where no unit is said', () => {
    expect(lasts('1976-06-02', '2026-11-28', '<=', 50)).toBe('yes');
    expect(lasts('1976-06-02', '2027-06-01', '<=', 50)).toBe('yes');
    expect(lasts('1976-06-02', '2027-06-02', '<=', 50)).toBe('no');
    expect(lasts('2008-11-28', '2026-11-28', '>=', 18)).toBe('yes');
    expect(lasts('2008-11-29', '2026-11-28', '>=', 18)).toBe('no');
  });

  it('says the same of a day as of the month that has it, or cannot tell', () => {
    const days = fc.record({
      year: fc.integer({ min: 2000, max: 2030 }),
      month: fc.integer({ min: 1, max: 12 }),
      day: fc.integer({ min: 1, max: 28 }),
    });
    fc.assert(
      fc.property(
        days,
        days,
        fc.integer({ min: 1, max: 100 }),
        fc.constantFrom('days', 'weeks', 'months'),
        (a, b, amount, unit) => {
          const month = formatDate(a, 'iso').slice(0, 7);
          for (const op of ['within', 'at most', 'at least', 'under', 'over'])
            for (const relation of ['before', 'after']) {
              const test = `${op} ${String(amount)} ${unit} ${relation}`;
              const whole = fits(month, test, formatDate(b, 'iso'));
              if (whole !== 'unclear') expect(fits(formatDate(a, 'iso'), test, formatDate(b, 'iso'))).toBe(whole);
            }
        },
      ),
    );
  });
});
