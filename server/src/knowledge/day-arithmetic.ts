import { daysInMonth, type Day } from './dates.js';

/** Negative where `a` comes before `b`, zero where they are the same day. */
export function compareDays(a: Day, b: Day): number {
  return a.year - b.year || a.month - b.month || a.day - b.day;
}

/** The day `count` days later; earlier where `count` is negative. */
export function addDays(day: Day, count: number): Day {
  return dayAt(serialNumber(day) + Math.trunc(count));
}

/**
 * The same day of the month `count` months later, or the last day of that month where it is shorter: one month after
 * January 31 is the last of February.
 */
export function addMonths(day: Day, count: number): Day {
  const months = day.year * 12 + (day.month - 1) + Math.trunc(count);
  const year = Math.floor(months / 12);
  const month = months - year * 12 + 1;
  return { year, month, day: Math.min(day.day, daysInMonth(year, month)) };
}

/** How many days `to` lies after `from`; negative where it lies before. */
export function daysBetween(from: Day, to: Day): number {
  return serialNumber(to) - serialNumber(from);
}

/**
 * Completed years of age, or `undefined` before birth. Who was born on February 29 turns a year older on March 1 in
 * years without that day, since until then no such day has been completed.
 */
export function ageOn(birth: Day, on: Day): number | undefined {
  if (compareDays(on, birth) < 0) return undefined;
  const birthdayIsAhead = on.month < birth.month || (on.month === birth.month && on.day < birth.day);
  return on.year - birth.year - (birthdayIsAhead ? 1 : 0);
}

/** Completed months; negative where `to` lies before `from`. */
export function monthsBetween(from: Day, to: Day): number {
  return (to.year - from.year) * 12 + to.month - from.month - (to.day < from.day ? 1 : 0);
}

const DAYS_OF_400_YEARS = 146_097;

/**
 * Days since March 1 of the year 0 in the Gregorian calendar. Years are counted from March, so that the leap day is the
 * last of its year and months have a fixed offset.
 */
function serialNumber({ year, month, day }: Day): number {
  const yearFromMarch = month > 2 ? year : year - 1;
  const monthFromMarch = (month + 9) % 12;
  const cycle = Math.floor(yearFromMarch / 400);
  const yearOfCycle = yearFromMarch - cycle * 400;
  const dayOfYear = Math.floor((153 * monthFromMarch + 2) / 5) + day - 1;
  const leapDays = Math.floor(yearOfCycle / 4) - Math.floor(yearOfCycle / 100);
  return cycle * DAYS_OF_400_YEARS + yearOfCycle * 365 + leapDays + dayOfYear;
}

function dayAt(serial: number): Day {
  const cycle = Math.floor(serial / DAYS_OF_400_YEARS);
  const dayOfCycle = serial - cycle * DAYS_OF_400_YEARS;
  // The last day of each 4, 100 and 400 years must not be counted into the next year.
  const yearOfCycle = Math.floor(
    (dayOfCycle - Math.floor(dayOfCycle / 1460) + Math.floor(dayOfCycle / 36_524) - Math.floor(dayOfCycle / 146_096)) /
      365,
  );
  const dayOfYear = dayOfCycle - (365 * yearOfCycle + Math.floor(yearOfCycle / 4) - Math.floor(yearOfCycle / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  return {
    year: cycle * 400 + yearOfCycle + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1,
  };
}
