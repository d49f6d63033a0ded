import type { Day } from './dates.js';
import { ageOn, daysBetween, monthsBetween } from './day-arithmetic.js';
import { plural } from './plurals.js';

/** Under this age a child's age is said in months, and under one month in days. */
const YEARS_ALONE = 2;

/**
 * An age as letters say it: completed years in digits alone, *58*; under two years months with their unit, *8 months*; under one month days,
 * *12 days*. `undefined` before birth.
 */
export function spokenAge(birth: Day, on: Day): string | undefined {
  const years = ageOn(birth, on);
  if (years === undefined) return undefined;
  if (years >= YEARS_ALONE) return String(years);
  const months = monthsBetween(birth, on);
  return months > 0 ? plural(months, 'month') : plural(daysBetween(birth, on), 'day');
}

/**
 * The unit of years that begins `text`, where a template goes on with one behind an age: `-year` of *-year-old*, ` years` of *years old*. Its end
 * as an offset, and whether it joins the number with a hyphen. `undefined` where the text goes on with something else.
 */
export function yearsAtStart(text: string): { readonly end: number; readonly hyphen: boolean } | undefined {
  const found = /^(?:([-\u2010\u2011])|\s{1,4})(?:years?|yrs?)(?![\p{L}\p{N}])/iu.exec(text);
  return found ? { end: found[0].length, hyphen: found[1] !== undefined } : undefined;
}

/** A count with its unit as it stands before a noun: *8-month* of *8 months*. */
export function beforeNoun(age: string): string {
  return age.replace(/ (month|day)s?$/, '-$1');
}
