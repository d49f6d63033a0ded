import { type Day, isDateProblem, parseDate } from '../../knowledge/dates.js';
import { parseWhen, pointsOf, type WhenPoint } from '../../knowledge/when.js';
import { anyCase, type Form, literalForm, space } from './patterns.js';

/** A day or a month. */
export interface KnownDate {
  readonly year: number;
  readonly month: number;
  readonly day?: number;
}

/**
 * The days and months that a value gives. A year alone identifies nobody (45 CFR 164.514(b)(2)(i)(C)) and is left out. Undefined for a text that is
 * no date.
 */
export function datesIn(value: string): KnownDate[] | undefined {
  const day = parseDate(value);
  if (!isDateProblem(day)) return [day];
  const when = parseWhen(value);
  if (isDateProblem(when)) return undefined;
  return pointsOf(when).flatMap(knownDate);
}

function knownDate(point: WhenPoint): KnownDate[] {
  if (point.precision === 'year') return [];
  const { year, month } = point;
  return [point.precision === 'day' ? { year, month, day: point.day } : { year, month }];
}

/** A date that cannot be read is found as it is written. */
export function unreadDateForms(value: string): Form[] {
  return /\d/.test(value) && value.trim().length >= 4 ? literalForm(value) : [];
}

/** The year where prose says that it is one of birth: `born in 1968` says almost as much as the date does. */
export function birthYearForms(day: Day): Form[] {
  const before = [
    `${anyCase('born')}(?:${space}${anyCase('in')})?${space}`,
    `${anyCase('year of birth')}:?${space}`,
    `${anyCase('birth year')}:?${space}`,
  ];
  return [{ pattern: `(?<=(?<!\\p{L})(?:${before.join('|')}))${String(day.year)}`, bounds: 'number' }];
}
