import { addMonths, daysBetween } from '../knowledge/day-arithmetic.js';
import type { Bound, TimeUnit } from '../letter/source.js';
import { beginsWithUnit, type NumberInText, type NumberRange, numbersIn, saysUnit } from './number-ranges.js';

/** Whether something holds; `unclear` where it cannot be told. */
export type Verdict = 'yes' | 'no' | 'unclear';

export function allHold(verdicts: readonly Verdict[]): Verdict {
  if (verdicts.includes('no')) return 'no';
  return verdicts.includes('unclear') ? 'unclear' : 'yes';
}

/** Whether a number that lies somewhere in a range keeps within all bounds. */
export function withinBounds(range: NumberRange, bounds: readonly Bound[]): Verdict {
  return allHold(bounds.map((bound) => keeps(range, bound)));
}

function keeps({ low, high, lowIsOpen = false, highIsOpen = false }: NumberRange, { op, number }: Bound): Verdict {
  switch (op) {
    case 'at least':
      return low >= number ? 'yes' : high < number || (high === number && highIsOpen) ? 'no' : 'unclear';
    case 'over':
      return low > number || (low === number && lowIsOpen) ? 'yes' : high <= number ? 'no' : 'unclear';
    case 'at most':
      return high <= number ? 'yes' : low > number || (low === number && lowIsOpen) ? 'no' : 'unclear';
    case 'under':
      return high < number || (high === number && highIsOpen) ? 'yes' : low >= number ? 'no' : 'unclear';
  }
}

/**
 * The one number of a text that counts in a unit, without one the only number; or why there is none: words for a finding that repeat no value. `names` are those
 * of the value: *migraine days per month* says what a bare number counts.
 */
export function readNumber(
  text: string,
  unit: string | undefined,
  names: readonly string[],
): NumberRange | { readonly why: string } {
  const all = numbersIn(text);
  if (all.length === 0) return { why: 'no number can be read there' };
  if (unit === undefined) return onlyOne(all);
  const inUnit = all.filter(({ behind }) => beginsWithUnit(behind, unit));
  if (inUnit.length > 0)
    return isCompound(text, unit) ? { why: `it counts in two units, not in ${unit} alone` } : onlyOne(inUnit);
  const time = timeUnitNamed(unit);
  const times = time ? all.flatMap(({ range, behind }) => timeIn(range, behind)) : [];
  if (time && times.length === 1 && times[0]) return converted(times[0], time);
  const bare = all.filter(({ behind }) => !/^[\p{L}%\u00b0]/u.test(behind));
  const [only] = bare;
  if (only && all.length === 1 && names.some((name) => saysUnit(name, unit))) return only.range;
  const other = /^[\p{L}%\u00b0][\p{L}\p{N}%\u00b2/]{0,11}/u.exec(all[0]?.behind ?? '')?.[0];
  if (all.length > 1) return { why: `several numbers stand there, none of them with ${unit} behind it` };
  return {
    why: other === undefined ? `no unit stands there; write ${unit} behind the number` : `it does not count in ${unit}`,
  };
}

function onlyOne([one, ...more]: readonly NumberInText[]): NumberRange | { readonly why: string } {
  if (!one) return { why: 'no number can be read there' };
  return more.length > 0 ? { why: 'more than one number stands there' } : one.range;
}

/** `5 ft 10 in`: neither number is the whole. */
function isCompound(text: string, unit: string): boolean {
  return /^(?:in|inch|inches|oz|ounces?|minutes?|min)$/i.test(unit)
    ? /\d\s*(?:ft|foot|feet|'|lbs?|pounds?|hours?|h|hrs?)\.?\s*\d/i.test(text)
    : /\d\s*(?:ft|foot|feet|'|lbs?|pounds?|years?|months?|weeks?|hours?)\.?,?\s*(?:and\s*)?\d+\s*(?:in\b|inch|oz|ounces?|months?|weeks?|days?|minutes?)/i.test(
        text,
      );
}

// ---- lengths of time ----

interface Time {
  readonly range: NumberRange;
  readonly unit: TimeUnit;
}

const TIMES: readonly (readonly [TimeUnit, RegExp])[] = [
  ['hours', /^(?:hours?|hrs?)(?![\p{L}])/iu],
  ['days', /^days?(?![\p{L}])/iu],
  ['weeks', /^(?:weeks?|wks?)(?![\p{L}])/iu],
  ['months', /^(?:months?|mos?)(?![\p{L}])/iu],
  ['years', /^(?:years?|yrs?)(?![\p{L}])/iu],
];

export function timeUnitNamed(unit: string): TimeUnit | undefined {
  return TIMES.find(([, pattern]) => pattern.test(unit))?.[0];
}

function timeIn(range: NumberRange, behind: string): Time[] {
  const unit = timeUnitNamed(behind);
  return unit ? [{ range, unit }] : [];
}

/** A length of time in another unit: within hours, days and weeks, and within months and years, exactly; else as it may be, for months have 28 to 31 days. */
function converted({ range, unit }: Time, into: TimeUnit): NumberRange {
  const low = inUnit(range.low, unit, into, 'least');
  const high = inUnit(range.high, unit, into, 'most');
  return { ...range, low, high };
}

const DAYS = { hours: 1 / 24, days: 1, weeks: 7 } as const;
const MONTHS = { months: 1, years: 12 } as const;

function inUnit(count: number, unit: TimeUnit, into: TimeUnit, end: 'least' | 'most'): number {
  if (!Number.isFinite(count)) return count;
  const fromMonths = unit === 'months' || unit === 'years';
  const toMonths = into === 'months' || into === 'years';
  if (!(unit in DAYS) && fromMonths && toMonths) return (count * MONTHS[unit]) / MONTHS[into];
  if (fromMonths && !toMonths) return daysOfMonths(count * MONTHS[unit], end) / DAYS[into];
  if (!fromMonths && toMonths) return monthsOfDays(count * DAYS[unit], end) / MONTHS[into];
  return !fromMonths && !toMonths ? (count * DAYS[unit]) / DAYS[into] : count;
}

/** The fewest or most days that so many months of the calendar have; a part of a month in proportion. */
function daysOfMonths(months: number, end: 'least' | 'most'): number {
  const whole = Math.floor(months);
  const days = daysOfWholeMonths(whole, end);
  return months === whole ? days : days + (months - whole) * (daysOfWholeMonths(whole + 1, end) - days);
}

const counted = new Map<string, number>();

function daysOfWholeMonths(months: number, end: 'least' | 'most'): number {
  const key = `${end} ${String(months)}`;
  let days = counted.get(key);
  if (days === undefined) {
    const spans = [...Array(48).keys()].map((index) => {
      const from = { year: 2022 + Math.floor(index / 12), month: (index % 12) + 1, day: 1 };
      return daysBetween(from, addMonths(from, months));
    });
    counted.set(key, (days = end === 'least' ? Math.min(...spans) : Math.max(...spans)));
  }
  return days;
}

const DAYS_A_YEAR = 365.2425;
const LONGEST = 40_000;

/** How many months so many days are at least, or at most. */
function monthsOfDays(days: number, end: 'least' | 'most'): number {
  if (days <= 0 || days > LONGEST) return (days * 12) / DAYS_A_YEAR;
  // The more days a month has, the fewer months they are.
  const of = (months: number) => daysOfWholeMonths(months, end === 'least' ? 'most' : 'least');
  let months = Math.max(0, Math.floor((days * 12) / DAYS_A_YEAR) - 2);
  while (of(months + 1) <= days) months++;
  return months + (days - of(months)) / (of(months + 1) - of(months));
}
