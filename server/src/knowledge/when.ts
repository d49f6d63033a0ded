import { compareDays } from './day-arithmetic.js';
import { parseSaidPoint, present, type SaidPoint } from './said-times.js';
import {
  dateProblem,
  daysInMonth,
  formatDate,
  isDateProblem,
  isYear,
  monthName,
  monthNumber,
  parseDate,
  type DateProblem,
  type DateStyle,
  type Day,
} from './dates.js';

/** A day, a month or a year, as precisely as it was written. */
export type WhenPoint =
  | { readonly precision: 'day'; readonly year: number; readonly month: number; readonly day: number }
  | { readonly precision: 'month'; readonly year: number; readonly month: number }
  | { readonly precision: 'year'; readonly year: number };

/** When something was: at one point (`from` alone), from one to another, or since a point and still going on. */
export interface When {
  readonly since: boolean;
  readonly from: WhenPoint;
  readonly to?: WhenPoint;
  /** It still goes on, and was written as a span: *2019 to present*. */
  readonly toPresent?: boolean;
}

/** A time of which some point is said in words: it prints, and cannot be put in order with others. */
export interface SaidWhen {
  readonly said: true;
  readonly since: boolean;
  readonly from: WhenPoint | SaidPoint;
  readonly to?: WhenPoint | SaidPoint;
}

const LONGEST_WHEN = 80;
const HOW =
  'Write a day, a month or a year, like 03/14/2024, March 2024, early 2024 or 2024; two joined by "to", or "since" one.';

/**
 * Reads a day, a month (`2024-03`, `March 2024`, `03/2024`) or a year; two of them joined by `to` or a dash, of which the first may leave out its year;
 * or `since` one. Each may be said in words (see `parseSaidPoint`), the last may be *present*. A span may not end before it begins.
 */
export function parseWhen(text: string): When | SaidWhen | DateProblem {
  const trimmed = text.trim();
  if (trimmed.length > LONGEST_WHEN) return unreadable();
  const [first = '', second, ...more] = splitSpan(trimmed);
  if (more.length > 0) return unreadable();
  const opening = /^(since|from)\s+/i.exec(first);
  const written = opening ? first.slice(opening[0].length) : first;
  const isSince = opening?.[1]?.toLowerCase() === 'since';
  if (second === undefined) return readOne(written, isSince, opening !== null);
  return readSpan(written, second, isSince);
}

/** Whether a time holds words that only a reader understands. */
export function isSaid(when: When | SaidWhen): when is SaidWhen {
  return 'said' in when;
}

/** The points of the calendar that a time names, also behind *about* and *early*. */
export function pointsOf({ from, to }: When | SaidWhen): WhenPoint[] {
  return [from, to].flatMap((point) => (point && 'words' in point ? point.point : point) ?? []);
}

function unreadable(fix?: string): DateProblem {
  const message = `This does not say when in a form that can be read. ${HOW}`;
  return fix === undefined ? { kind: 'shape', message } : { kind: 'shape', message, fix };
}

function splitSpan(text: string): string[] {
  // `2026\u201303\u201314` is a day that a word processor has been at, not a span.
  if (!isDateProblem(parseDate(text))) return [text];
  const tight = /^(\d{4}|[\d/]{6,10})-(\d{4}|[\d/]{6,10}|\p{L}+)$/u.exec(text);
  if (tight?.[1] !== undefined && tight[2] !== undefined) return [tight[1], tight[2]];
  return text.split(/\s+(?:to|through|until|till)\s+|\s*[\u2013\u2014]\s*|\s+-\s+/i).map((part) => part.trim());
}

function readOne(written: string, isSince: boolean, hasOpening: boolean): When | SaidWhen | DateProblem {
  const from = readPoint(written);
  if (isDateProblem(from)) return from;
  if ('words' in from) {
    const isWhole = !hasOpening || (isSince && from.words !== present);
    return isWhole ? { said: true, since: isSince, from } : unreadable();
  }
  if (isSince) return { since: true, from };
  // "from March 2024" without an end can only mean that it still goes on.
  return hasOpening ? unreadable(`since ${written}`) : { since: false, from };
}

function readSpan(first: string, second: string, isSince: boolean): When | SaidWhen | DateProblem {
  const to = readPoint(second);
  if (isDateProblem(to)) return to;
  const from = withYearOf(first, to);
  if (isDateProblem(from)) return from;
  if (isSince) return unreadable(`${first} to ${second}`);
  const isOpen = 'words' in to && to.words === present;
  if ('words' in from) return from.words === present ? unreadable() : { said: true, since: false, from, to };
  if (isOpen) return { since: true, from, toPresent: true };
  if ('words' in to) return { said: true, since: false, from, to };
  if (compareDays(lastDayOf(to), firstDayOf(from)) < 0) return dateProblem('backwards');
  return { since: false, from, to };
}

/** The beginning of a span; one without a year is of the year in which the span ends: *March to May 2024*. */
function withYearOf(first: string, to: WhenPoint | SaidPoint): WhenPoint | SaidPoint | DateProblem {
  const from = readPoint(first);
  if (!isDateProblem(from) || 'words' in to || /\d{4}/.test(first)) return from;
  const year = String(to.year);
  const whole = readPoint(`${first}${/\d$/.test(first) && !/^\d/.test(first) ? ',' : ''} ${year}`);
  return isDateProblem(whole) ? from : whole;
}

function readPoint(text: string): WhenPoint | SaidPoint | DateProblem {
  const point = parsePoint(text);
  if (!isDateProblem(point)) return point;
  return parseSaidPoint(text, parsePoint) ?? point;
}

function parsePoint(text: string): WhenPoint | DateProblem {
  if (/^\d{4}$/.test(text)) {
    return isYear(Number(text)) ? { precision: 'year', year: Number(text) } : dateProblem('year-range');
  }
  const numbered = /^(\d{4})-(\d{1,2})$/.exec(text);
  if (numbered) return monthOf(Number(numbered[1]), Number(numbered[2]));
  const slashed = /^(\d{1,2})\/(\d{4})$/.exec(text);
  if (slashed) return monthOf(Number(slashed[2]), Number(slashed[1]));
  const named = /^([A-Za-z]{3,9})\.?,?\s{1,4}(\d{4})$/.exec(text);
  if (named?.[1] !== undefined) return monthOf(Number(named[2]), monthNumber(named[1]));
  const day = parseDate(text);
  if (!isDateProblem(day)) return { precision: 'day', ...day };
  return day.kind === 'shape' || day.kind === 'incomplete' ? unreadable(day.fix) : day;
}

function monthOf(year: number, month: number | undefined): WhenPoint | DateProblem {
  if (month === undefined) return unreadable();
  if (!isYear(year)) return dateProblem('year-range');
  return month >= 1 && month <= 12 ? { precision: 'month', year, month } : unreadable();
}

export function formatWhen(when: When | SaidWhen, style: DateStyle): string {
  const { from, to } = when;
  const first = formatPoint(from, style);
  if (!isSaid(when) && when.toPresent) return `${first} to ${present}`;
  if (when.since) return `since ${first}`;
  if (!to) return first;
  return `${sharesYear(from, to, style) ? withoutYear(first) : first} to ${formatPoint(to, style)}`;
}

/** Whether the year is said once, behind both: *March to May 2024*. */
function sharesYear(from: WhenPoint | SaidPoint, to: WhenPoint | SaidPoint, style: DateStyle): boolean {
  if ('words' in from || 'words' in to || from.precision === 'year') return false;
  return from.precision === to.precision && from.year === to.year && (style === 'long' || style === 'day-month');
}

function withoutYear(text: string): string {
  return text.replace(/,? \d{4}$/, '');
}

function formatPoint(point: WhenPoint | SaidPoint, style: DateStyle): string {
  if ('words' in point) return point.words + (point.point ? formatPoint(point.point, style) : '');
  if (point.precision === 'day') return formatDate(point, style);
  const year = String(point.year);
  if (point.precision === 'year') return year;
  const digits = String(point.month).padStart(2, '0');
  if (style === 'iso') return `${year}-${digits}`;
  return style === 'us' ? `${digits}/${year}` : `${monthName(point.month)} ${year}`;
}

export function firstDayOf(point: WhenPoint): Day {
  const month = point.precision === 'year' ? 1 : point.month;
  return { year: point.year, month, day: point.precision === 'day' ? point.day : 1 };
}

export function lastDayOf(point: WhenPoint): Day {
  const month = point.precision === 'year' ? 12 : point.month;
  const day = point.precision === 'day' ? point.day : daysInMonth(point.year, month);
  return { year: point.year, month, day };
}

/** The first day on which it can have begun. */
export function earliestDay(when: When): Day {
  return firstDayOf(when.from);
}

/** The last day on which it can have ended; `undefined` where it still goes on. */
export function latestDay(when: When): Day | undefined {
  return when.since ? undefined : lastDayOf(when.to ?? when.from);
}

/** The last day on which it can have begun: with `firstDayOf`, what an order of events can be checked against for certain. */
export function latestStart(when: When): Day {
  return lastDayOf(when.from);
}
