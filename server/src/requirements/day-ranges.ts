import { isDateProblem, type Day } from '../knowledge/dates.js';
import { addDays, addMonths, compareDays } from '../knowledge/day-arithmetic.js';
import { about, present, type SaidPoint } from '../knowledge/said-times.js';
import { firstDayOf, lastDayOf, parseWhen, type WhenPoint } from '../knowledge/when.js';
import type { TimeUnit } from '../letter/source.js';
import { allHold, type Verdict } from './compare-numbers.js';

/** A day of which it is known only between which days it lies, both of them possible: *March 2026* is March 1 to March 31. */
export interface DayRange {
  readonly first: Day;
  readonly last: Day;
}

/** When something began and ended, as far as it is known. */
export interface TimeRange {
  /** Undefined where it is said in words that only a reader understands. */
  readonly start: DayRange | undefined;
  /** Undefined likewise; the start where only one point is given. */
  readonly end: DayRange | undefined;
  /** It goes on: there is no end. */
  readonly goesOn: boolean;
}

/** Reads a value of the types `date` and `when`; undefined for what is none. */
export function readTimes(text: string): TimeRange | undefined {
  const when = parseWhen(text);
  if (isDateProblem(when)) return undefined;
  const last = when.to ?? when.from;
  const goesOn = (when.since && !when.to) || ('words' in last && last.words === present);
  return { start: rangeOf(when.from), end: rangeOf(last), goesOn };
}

/** From the first to the last day on which it can have been; undefined where either is not known. */
export function wholeRange({ start, end, goesOn }: TimeRange): DayRange | undefined {
  if (!start) return undefined;
  // What goes on since a day is placed in time by that day.
  if (goesOn) return start;
  return end && { first: start.first, last: end.last };
}

function rangeOf(point: WhenPoint | SaidPoint): DayRange | undefined {
  if (!('words' in point)) return { first: firstDayOf(point), last: lastDayOf(point) };
  if (!point.point) return undefined;
  const first = firstDayOf(point.point);
  const last = lastDayOf(point.point);
  // Early or mid-2024 lies in that year; about 2024, and the winter of 2024, may lie a little beside it.
  if (point.words !== about && !/winter/.test(point.words)) return { first, last };
  const months = point.point.precision === 'year' ? 12 : 1;
  return { first: addMonths(first, -months), last: addMonths(last, months) };
}

/** The day so many units later, or earlier where the amount is negative; a part of a day counts as a whole one. */
export function shifted(day: Day, amount: number, unit: TimeUnit): Day {
  switch (unit) {
    case 'hours':
      return addDays(day, Math.sign(amount) * Math.ceil(Math.abs(amount) / 24));
    case 'days':
      return addDays(day, amount);
    case 'weeks':
      return addDays(day, amount * 7);
    case 'months':
      return addMonths(day, amount);
    case 'years':
      return addMonths(day, amount * 12);
  }
}

export function shiftedRange({ first, last }: DayRange, amount: number, unit: TimeUnit): DayRange {
  return { first: shifted(first, amount, unit), last: shifted(last, amount, unit) };
}

/** Whether a day is the other one, or comes after it. */
export function isNotBefore(day: DayRange, other: DayRange): Verdict {
  if (compareDays(day.first, other.last) >= 0) return 'yes';
  return compareDays(day.last, other.first) < 0 ? 'no' : 'unclear';
}

export function isNotAfter(day: DayRange, other: DayRange): Verdict {
  return isNotBefore(other, day);
}

export function isAfter(day: DayRange, other: DayRange): Verdict {
  return opposite(isNotAfter(day, other));
}

export function isBefore(day: DayRange, other: DayRange): Verdict {
  return opposite(isNotBefore(day, other));
}

function opposite(verdict: Verdict): Verdict {
  return verdict === 'unclear' ? verdict : verdict === 'yes' ? 'no' : 'yes';
}

/** Whether a day lies between two others, these included. */
export function isBetween(day: DayRange, from: DayRange, to: DayRange): Verdict {
  return allHold([isNotBefore(day, from), isNotAfter(day, to)]);
}
