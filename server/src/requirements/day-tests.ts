import type { Bound, Test, TimeUnit } from '../letter/source.js';
import { allHold, type Verdict } from './compare-numbers.js';
import { type DayRange, isAfter, isBefore, isBetween, isNotAfter, isNotBefore, shiftedRange } from './day-ranges.js';

export type DaysTest = Extract<Test, { is: 'days' }>;

/** How a day stands to another one: `within 60 days before`, `at most 30 days after`; and if it does not fit, to which side. */
export function testDay(
  day: DayRange,
  { op, amount, unit, relation }: Pick<DaysTest, 'op' | 'amount' | 'unit' | 'relation'>,
  reference: DayRange,
): { readonly verdict: Verdict; readonly side: 'too early' | 'too late' } {
  const isBack = relation === 'before';
  const limit = shiftedRange(reference, isBack ? -amount : amount, unit);
  switch (op) {
    case 'within': {
      const verdict = isBack ? isBetween(day, limit, reference) : isBetween(day, reference, limit);
      return { verdict, side: isNotBefore(day, isBack ? limit : reference) === 'no' ? 'too early' : 'too late' };
    }
    case 'at most':
      return isBack
        ? { verdict: isNotBefore(day, limit), side: 'too early' }
        : { verdict: isNotAfter(day, limit), side: 'too late' };
    case 'under':
      return isBack
        ? { verdict: isAfter(day, limit), side: 'too early' }
        : { verdict: isBefore(day, limit), side: 'too late' };
    case 'at least':
      return isBack
        ? { verdict: isNotAfter(day, limit), side: 'too late' }
        : { verdict: isNotBefore(day, limit), side: 'too early' };
    case 'over':
      return isBack
        ? { verdict: isBefore(day, limit), side: 'too late' }
        : { verdict: isAfter(day, limit), side: 'too early' };
  }
}

/** Whether the time from one day to another keeps within bounds. Without a unit it is counted in completed years, as ages are. */
export function testLength(
  from: DayRange,
  to: DayRange,
  bounds: readonly Bound[],
  unit: TimeUnit | undefined,
): Verdict {
  return allHold(
    bounds.map(({ op, number }) => {
      const completed = unit === undefined;
      const after = (count: number) => shiftedRange(from, count, unit ?? 'years');
      switch (op) {
        case 'at least':
          return isNotBefore(to, after(number));
        case 'over':
          return completed ? isNotBefore(to, after(number + 1)) : isAfter(to, after(number));
        case 'at most':
          return completed ? isBefore(to, after(number + 1)) : isNotAfter(to, after(number));
        case 'under':
          return isBefore(to, after(number));
      }
    }),
  );
}
