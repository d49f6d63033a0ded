import { compareDays } from './day-arithmetic.js';
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
}

const LONGEST_WHEN = 80;
const HOW = 'Write a day, a month or a year, like 03/14/2024, March 2024 or 2024; two joined by "to", or "since" one.';
const STILL_GOING = /^(?:present|now|today|ongoing|current|currently|date)$/i;

/**
 * Reads a day, a month (`2024-03`, `March 2024`, `03/2024`) or a year; two of them joined by `to` or a dash; or `since` one.
 * A span may not end before it begins.
 */
export function parseWhen(text: string): When | DateProblem {
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

function unreadable(fix?: string): DateProblem {
  const message = `This does not say when in a form that can be read. ${HOW}`;
  return fix === undefined ? { kind: 'shape', message } : { kind: 'shape', message, fix };
}

function splitSpan(text: string): string[] {
  // `2026–03–14` is a day that a word processor has been at, not a span.
  if (!isDateProblem(parseDate(text))) return [text];
  const tight = /^(\d{4}|[\d/]{6,10})-(\d{4}|[\d/]{6,10})$/.exec(text);
  if (tight?.[1] !== undefined && tight[2] !== undefined) return [tight[1], tight[2]];
  return text.split(/\s+(?:to|through|until|till)\s+|\s*[\u2013\u2014]\s*|\s+-\s+/i).map((part) => part.trim());
}

function readOne(written: string, isSince: boolean, hasOpening: boolean): When | DateProblem {
  const from = parsePoint(written);
  if (isDateProblem(from)) return from;
  if (isSince) return { since: true, from };
  // "from March 2024" without an end can only mean that it still goes on.
  return hasOpening ? unreadable(`since ${written}`) : { since: false, from };
}

function readSpan(first: string, second: string, isSince: boolean): When | DateProblem {
  const from = parsePoint(first);
  if (STILL_GOING.test(second)) return isDateProblem(from) ? from : unreadable(`since ${first}`);
  const to = parsePoint(second);
  if (isDateProblem(to)) return to;
  if (isDateProblem(from)) {
    const withYear = `${first}${/\d$/.test(first) ? ',' : ''} ${to.year}`;
    const isWholeWithYear = !/\d{4}/.test(first) && !isDateProblem(parsePoint(withYear));
    return isWholeWithYear ? unreadable(`${withYear} to ${second}`) : from;
  }
  if (isSince) return unreadable(`${first} to ${second}`);
  if (compareDays(lastDayOf(to), firstDayOf(from)) < 0) return dateProblem('backwards');
  return { since: false, from, to };
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

export function formatWhen(when: When, style: DateStyle): string {
  const from = formatPoint(when.from, style);
  if (when.since) return `since ${from}`;
  return when.to === undefined ? from : `${from} to ${formatPoint(when.to, style)}`;
}

function formatPoint(point: WhenPoint, style: DateStyle): string {
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
