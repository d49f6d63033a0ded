import { compareDays, daysBetween, monthsBetween } from './day-arithmetic.js';
import { about, present, type SaidPoint } from './said-times.js';
import { firstDayOf, lastDayOf, type SaidWhen, type When, type WhenPoint } from './when.js';

/** What time may be counted in, the finest first. */
export const timeUnits = ['days', 'weeks', 'months', 'years'] as const;

export type TimeUnit = (typeof timeUnits)[number];

/**
 * Why no time can be told between two points.
 * - `said start`, `said end`: it is said in words that only a reader understands, such as *age 12*
 * - `no end`: the later one still goes on
 * - `backwards`: the later one lies before the earlier one
 * - `too short`: it is less than one unit of what is known
 * - `too coarse`: the unit asked for is finer than what is known
 */
export type NoTime = 'said start' | 'said end' | 'no end' | 'backwards' | 'too short' | 'too coarse';

/**
 * The time from where `from` begins to where `to` ends, in whole units that are never rounded up: *18 months*. Without a unit: days under 14 days, weeks under three months,
 * months under 24, then years. Known to the month or year only, it is *about 5 months*.
 */
export function timeBetween(
  from: When | SaidWhen,
  to: When | SaidWhen,
  unit?: TimeUnit,
): { readonly text: string } | NoTime {
  const last = to.to ?? to.from;
  if ((to.since && !to.to) || ('words' in last && last.words === present)) return 'no end';
  const start = knownPoint(from.from);
  const end = knownPoint(last);
  if (!start) return 'said start';
  if (!end) return 'said end';
  if (compareDays(lastDayOf(end), firstDayOf(start)) < 0) return 'backwards';
  const known = coarser(knownUnit(start), knownUnit(end));
  if (unit && timeUnits.indexOf(unit) < timeUnits.indexOf(known)) return 'too coarse';
  const counts = countsBetween(start, end, known);
  const best = unit ?? coarser(known, usualUnit(counts));
  const count = counts[best];
  if (count < 1) return 'too short';
  return { text: `${known === 'days' ? '' : 'about '}${String(count)} ${count === 1 ? best.slice(0, -1) : best}` };
}

/** What is *about* a day is known to its month. */
function knownPoint(point: WhenPoint | SaidPoint): WhenPoint | undefined {
  if (!('words' in point)) return point;
  if (point.words !== about || !point.point) return undefined;
  const { year } = point.point;
  return point.point.precision === 'year' ? point.point : { precision: 'month', year, month: point.point.month };
}

type Counts = Readonly<Record<TimeUnit, number>>;

function countsBetween(start: WhenPoint, end: WhenPoint, known: TimeUnit): Counts {
  const from = firstDayOf(start);
  const to = firstDayOf(end);
  const days = daysBetween(from, to);
  // What is known to the month is counted in months of the calendar, and what is known to the year in its years.
  const years = known === 'years' ? to.year - from.year : undefined;
  const months =
    years === undefined ? (known === 'months' ? monthsApart(from, to) : monthsBetween(from, to)) : years * 12;
  return { days, weeks: Math.floor(days / 7), months, years: years ?? Math.floor(months / 12) };
}

function monthsApart(from: { year: number; month: number }, to: { year: number; month: number }): number {
  return (to.year - from.year) * 12 + to.month - from.month;
}

function usualUnit({ days, months }: Counts): TimeUnit {
  if (months >= 24) return 'years';
  if (months >= 3) return 'months';
  return days >= 14 ? 'weeks' : 'days';
}

function knownUnit({ precision }: WhenPoint): TimeUnit {
  return precision === 'day' ? 'days' : precision === 'month' ? 'months' : 'years';
}

function coarser(one: TimeUnit, other: TimeUnit): TimeUnit {
  return timeUnits.indexOf(one) > timeUnits.indexOf(other) ? one : other;
}
