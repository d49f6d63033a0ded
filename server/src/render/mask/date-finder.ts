import { monthName, monthNumber } from '../../knowledge/dates.js';
import type { KnownDate } from './date-forms.js';

/** A date to be found, and what stands in its place. */
export interface DateTerm extends KnownDate {
  readonly label: string;
}

interface Found {
  readonly start: number;
  readonly end: number;
  readonly label: string;
}

const names = Array.from({ length: 12 }, (_, index) => monthName(index + 1));
const month = `(?:${[...names, 'Sept', ...names.map((name) => name.slice(0, 3))].join('|')})\\.?`;
const number = '\\d{1,2}(?:st|nd|rd|th)?';
const year = "(?:\\d{4}|'?\\d{2})(?!\\p{N})";

/** Everything that looks like a date; which of them are known is looked up, so that a thousand of them take no longer than one. */
const looksLikeDate = new RegExp(
  `(?<![\\p{L}\\p{N}]|\\p{N}[/.-])(?:${[
    `(?<m1>${month})\\s{0,3}(?<d1>${number})(?<y1>,?\\s{1,3}${year}|,${year})?`,
    `(?<d2>${number})(?:\\s{1,3}of)?[\\s-]{1,3}(?<m2>${month})(?<y2>,?[\\s-]{1,3}${year})?`,
    `(?<m3>${month}),?[\\s-]{1,3}(?:of\\s{1,3})?(?<y3>\\d{4})`,
    `(?<y4>\\d{4})[/.-](?<m4>\\d{1,2})(?:[/.-](?<d4>\\d{1,2}))?`,
    `(?<m5>\\d{1,2})[/.-](?<d5>\\d{1,2})[/.-](?<y5>\\d{4}|\\d{2})`,
    `(?<m6>\\d{1,2})[/.-](?<y6>\\d{4})`,
    `(?<y7>\\d{4})(?<m7>\\d{2})(?<d7>\\d{2})`,
  ].join('|')})(?![\\p{L}\\p{N}]|[/.-]\\p{N}{2})`,
  'giu',
);

/**
 * Finds days and months in the forms in which prose repeats them: with the month as a word or in digits, in either order, the year whole, short or
 * left out; of a day also its month and year. `3/14` without a year may be a fraction or a score, and stays.
 */
export class DateFinder {
  private readonly labels = new Map<string, string>();

  constructor(dates: readonly DateTerm[]) {
    for (const { year: of, month: number, day, label } of dates) {
      this.add(keyOf(of, number), label);
      if (day === undefined) continue;
      this.add(keyOf(of, number, day), label);
      this.add(keyOf(of % 100, number, day), label);
      this.add(keyOf(undefined, number, day), label);
    }
  }

  find(text: string): Found[] {
    if (this.labels.size === 0) return [];
    const found: Found[] = [];
    looksLikeDate.lastIndex = 0;
    for (let match = looksLikeDate.exec(text); match; match = looksLikeDate.exec(text)) {
      const known = this.read(match);
      if (known) found.push(known);
      // What is no known date may hold one: the month in `5 May 2025`.
      looksLikeDate.lastIndex = known?.end ?? match.index + 1;
    }
    return found;
  }

  private add(key: string, label: string): void {
    if (!this.labels.has(key)) this.labels.set(key, label);
  }

  private read({ 0: whole, index, groups = {} }: RegExpExecArray): Found | undefined {
    const at = (group: string): string | undefined => groups[group];
    const found = (label: string | undefined, length = whole.length) =>
      label && { start: index, end: index + length, label };
    const named = at('m1') ?? at('m2');
    if (named !== undefined) {
      const [of, day] = [at('y1') ?? at('y2'), numberIn(at('d1') ?? at('d2'))];
      const number = monthNumber(named.replace('.', ''));
      const full = found(this.labels.get(keyOf(of === undefined ? undefined : numberIn(of), number, day)));
      // Two digits behind a day need not be its year; four are, and then it is another day.
      if (full || of === undefined || /\d{4}/.test(of)) return full || undefined;
      return found(this.labels.get(keyOf(undefined, number, day)), whole.length - of.length) || undefined;
    }
    const monthOnly = at('m3');
    if (monthOnly !== undefined)
      return found(this.labels.get(keyOf(numberIn(at('y3')), monthNumber(monthOnly.replace('.', ''))))) || undefined;
    const y = numberIn(at('y4') ?? at('y5') ?? at('y6') ?? at('y7'));
    const m = numberIn(at('m4') ?? at('m5') ?? at('m6') ?? at('m7'));
    const d = numberIn(at('d4') ?? at('d5') ?? at('d7'));
    return (
      found(
        this.labels.get(keyOf(y, m, d)) ?? (at('y5')?.length === 4 ? this.labels.get(keyOf(y, d, m)) : undefined),
      ) || undefined
    );
  }
}

function keyOf(of: number | undefined, number: number | undefined, day?: number): string {
  return `${String(of)}-${String(number)}-${String(day)}`;
}

function numberIn(text: string | undefined): number | undefined {
  return text === undefined ? undefined : Number(text.replace(/\D/g, ''));
}
