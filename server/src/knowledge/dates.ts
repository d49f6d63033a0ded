/** A calendar day, without a clock or a time zone. Months and days count from 1. */
export interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** The day of a moment, where the program runs. */
export function localDay(moment: Date): Day {
  return { year: moment.getFullYear(), month: moment.getMonth() + 1, day: moment.getDate() };
}

/** How a letter prints its dates: `March 14, 1968`, `03/14/1968`, `1968-03-14` or `14 March 1968`. */
export const dateStyles = ['long', 'us', 'iso', 'day-month'] as const;

export type DateStyle = (typeof dateStyles)[number];

/**
 * Why a text is not a day.
 * - `shape`: no form of date that is read here
 * - `not-a-day`: the form is right, but the calendar has no such day
 * - `two-digit-year`: `03/14/68`
 * - `day-first`: `14/03/1968`
 * - `ambiguous`: `03-04-1968` can be March 4 or April 3
 * - `incomplete`: a month or a year, where a day is asked for
 * - `year-range`: a year before 1800 or after 2200
 * - `backwards`: a span of time that ends before it begins
 */
export type DateProblemKind =
  'shape' | 'not-a-day' | 'two-digit-year' | 'day-first' | 'ambiguous' | 'incomplete' | 'year-range' | 'backwards';

export interface DateProblem {
  readonly kind: DateProblemKind;
  /** What is wrong and what to write instead; never repeats the value. */
  readonly message: string;
  /** The corrected text, where only one is possible. */
  readonly fix?: string;
}

export const FIRST_YEAR = 1800;
export const LAST_YEAR = 2200;
const LONGEST_DATE = 40;

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

const MONTH_NUMBERS: ReadonlyMap<string, number> = new Map([
  ...MONTHS.map((name, index): [string, number] => [name.toLowerCase(), index + 1]),
  ...MONTHS.map((name, index): [string, number] => [name.slice(0, 3).toLowerCase(), index + 1]),
  ['sept', 9],
]);

const HOW = 'Write it like March 14, 2026, 03/14/2026 or 2026-03-14.';

const MESSAGES: Readonly<Record<DateProblemKind, string>> = {
  shape: `This is not a date that can be read. ${HOW}`,
  'not-a-day': `The calendar has no such day. Check the day, month and year. ${HOW}`,
  'two-digit-year': `The year has only two digits; write all four. ${HOW}`,
  'day-first': `The day stands before the month; write the month first. ${HOW}`,
  ambiguous: `This date can be read in two ways. ${HOW}`,
  incomplete: `A full date is needed: month, day and year. ${HOW}`,
  'year-range': `The year must be from ${FIRST_YEAR} to ${LAST_YEAR}; check it. ${HOW}`,
  backwards: 'This ends before it begins; write the earlier date first, as in March 2024 to May 2025.',
};

export function dateProblem(kind: DateProblemKind, fix?: string): DateProblem {
  return fix === undefined ? { kind, message: MESSAGES[kind] } : { kind, message: MESSAGES[kind], fix };
}

/** Tells a problem from what was read; works on days and on spans of time. */
export function isDateProblem(reading: object): reading is DateProblem {
  return 'kind' in reading;
}

/**
 * Reads one day: `2026-03-14`, `03/14/2026` (also `3/14/2026`, and `03-14-2026` or `14.03.2026` where it cannot be read in two ways), `March 14, 2026`, `Mar 14, 2026` or
 * `14 March 2026`. The comma, a dot after a short month and `14th` are not minded. In numbers the month comes before the day, as everywhere in the United States.
 */
export function parseDate(text: string): Day | DateProblem {
  const trimmed = text.trim();
  if (trimmed.length > LONGEST_DATE) return dateProblem('shape');
  const plain = plainDate(trimmed);

  const yearFirst = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/.exec(plain);
  if (yearFirst) return dayOf(yearFirst[1], yearFirst[3], yearFirst[4]);

  const slashed = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(plain);
  if (slashed) return readSlashed(slashed[3], slashed[1], slashed[2]);

  const dashed = /^(\d{1,2})([-.])(\d{1,2})\2(\d{4})$/.exec(plain);
  if (dashed) return readDashed(dashed[4], dashed[1], dashed[3], dashed[2] === '.');

  const named = /^([A-Za-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$/i.exec(plain);
  if (named) return dayOf(named[3], monthDigits(named[1]), named[2]);

  const dayThenName = /^(\d{1,2})(?:st|nd|rd|th)?(?: of)?[ -]([A-Za-z]{3,9})\.?,?[ -](\d{4})$/i.exec(plain);
  if (dayThenName && monthNumber(dayThenName[2] ?? '') !== undefined)
    return dayOf(dayThenName[3], monthDigits(dayThenName[2]), dayThenName[1]);

  return dateProblemOf(plain);
}

/** What a day whose year has only two digits may mean, as it would be written with four; the likelier first, none where it is no such day. */
export function withWholeYear(text: string): string[] {
  const [, day = '', year = ''] = /^\s*(\d{1,2}[-/.]\d{1,2}[-/.])(\d{2})\s*$/.exec(text) ?? [];
  if (day === '') return [];
  // Nobody's letter tells of 2050 yet, and few of a century ago.
  const centuries = Number(year) > 50 ? ['19', '20'] : ['20', '19'];
  return centuries.map((century) => day + century + year).filter((one) => !isDateProblem(parseDate(one)));
}

function plainDate(text: string): string {
  return text
    .replace(/[\u2010-\u2014]/g, '-')
    .replace(/,/g, ', ')
    .replace(/\s+/g, ' ');
}

/** The number of an English month's name, whole or short, in any case. */
export function monthNumber(name: string): number | undefined {
  return MONTH_NUMBERS.get(name.toLowerCase());
}

/** The English name of a month, counted from 1. */
export function monthName(month: number): string {
  return MONTHS[month - 1] ?? '';
}

function monthDigits(name: string | undefined): string | undefined {
  return name === undefined ? undefined : monthNumber(name)?.toString();
}

function dayOf(year: string | undefined, month: string | undefined, day: string | undefined): Day | DateProblem {
  if (year === undefined || month === undefined || day === undefined) return dateProblem('shape');
  const read = { year: Number(year), month: Number(month), day: Number(day) };
  if (!isYear(read.year)) return dateProblem('year-range');
  return isRealDay(read) ? read : dateProblem('not-a-day');
}

function readSlashed(
  year: string | undefined,
  first: string | undefined,
  second: string | undefined,
): Day | DateProblem {
  const monthFirst = dayOf(year, first, second);
  if (!isDateProblem(monthFirst) || Number(first) <= 12) return monthFirst;
  const dayFirst = dayOf(year, second, first);
  return isDateProblem(dayFirst) ? monthFirst : dateProblem('day-first', formatDate(dayFirst, 'us'));
}

/** Names the mistake in a text of no accepted form, and corrects it where one reading is left. */
function dateProblemOf(plain: string): DateProblem {
  if (/^\d{1,2}[-/.]\d{1,2}[-/.]\d{2}$/.test(plain)) return dateProblem('two-digit-year');
  if (/^(?:\d{4}|\d{4}-\d{1,2}|\d{1,2}\/\d{4})$/.test(plain)) return dateProblem('incomplete');
  const monthOnly = /^([A-Za-z]{3,9})\.?,?(?: \d{1,4})?$/.exec(plain);
  if (monthOnly?.[1] !== undefined && monthNumber(monthOnly[1]) !== undefined) return dateProblem('incomplete');
  return dateProblem('shape');
}

/** With dashes or dots the day often comes first: read only where one reading is left, and with dashes only as it is usual in the United States. */
function readDashed(
  year: string | undefined,
  first: string | undefined,
  second: string | undefined,
  hasDots: boolean,
): Day | DateProblem {
  const monthFirst = dayOf(year, first, second);
  const dayFirst = dayOf(year, second, first);
  if (isDateProblem(monthFirst)) {
    if (hasDots && !isDateProblem(dayFirst)) return dayFirst;
    return isDateProblem(dayFirst) ? monthFirst : dateProblem('day-first', formatDate(dayFirst, 'us'));
  }
  return isDateProblem(dayFirst) || Number(first) === Number(second) ? monthFirst : dateProblem('ambiguous');
}

export function formatDate(day: Day, style: DateStyle): string {
  const year = String(day.year).padStart(4, '0');
  const twoDigits = (part: number): string => String(part).padStart(2, '0');
  if (style === 'iso') return `${year}-${twoDigits(day.month)}-${twoDigits(day.day)}`;
  if (style === 'us') return `${twoDigits(day.month)}/${twoDigits(day.day)}/${year}`;
  return style === 'day-month'
    ? `${day.day} ${monthName(day.month)} ${day.year}`
    : `${monthName(day.month)} ${day.day}, ${day.year}`;
}

export function isYear(year: number): boolean {
  return Number.isInteger(year) && year >= FIRST_YEAR && year <= LAST_YEAR;
}

export function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

function isRealDay({ year, month, day }: Day): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}
