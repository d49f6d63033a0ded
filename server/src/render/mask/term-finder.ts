import { DateFinder } from './date-finder.js';
import { fold } from './fold.js';
import type { Identifying, Term } from './identifying-terms.js';
import type { Bounds } from './patterns.js';

/** A stretch of a text that is to be masked: UTF-16 code units, the end not included. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly label: string;
}

/** What may not stand before and behind a match. */
const around: Readonly<Record<Bounds, readonly [before: string, after: string]>> = {
  word: ['(?<![\\p{L}\\p{N}])', '(?![\\p{L}\\p{N}])'],
  number: ['(?<!\\p{N}|\\p{N}[/.-])', '(?!\\p{N}|[/.-]\\p{N})'],
  own: ['', ''],
  letters: ['(?<!\\p{L})', '(?!\\p{L})'],
};

/** Terms of the same bounds, in one expression; in several where there are very many. */
interface Search {
  readonly any: RegExp;
  /** Each by itself, to say which one it was. */
  readonly terms: readonly { readonly one: () => RegExp; readonly label: string }[];
}

/**
 * Finds what identifies the patient in words of the letter. In its expressions nothing that repeats without end stands within a repetition, so the
 * time is the length of the text times what there is to be found.
 */
export class TermFinder {
  private readonly searches: readonly Search[];
  private readonly dates: DateFinder;
  /** What stands in the places of the values. */
  readonly labels: ReadonlySet<string>;

  constructor({ terms, dates }: Identifying) {
    this.dates = new DateFinder(dates);
    this.labels = new Set([...terms, ...dates].map((term) => term.label));
    this.searches = (Object.keys(around) as Bounds[]).flatMap((bounds) => searchFor(terms, bounds));
  }

  /** Where there is something to be masked, in the text's order; none overlap. */
  find(text: string): Stretch[] {
    if (text === '' || this.labels.size === 0) return [];
    const { text: folded, offsets } = fold(text);
    const found = joined([...this.dates.find(folded), ...this.searches.flatMap((search) => findAll(search, folded))]);
    if (!offsets) return found;
    return found.map(({ start, end, label }) => ({ start: offsets[start] ?? start, end: offsets[end] ?? end, label }));
  }
}

function searchFor(all: readonly Term[], bounds: Bounds): Search[] {
  // The longest first: a whole name before its first word.
  const terms = all.filter((term) => term.bounds === bounds).sort((a, b) => b.pattern.length - a.pattern.length);
  const [before, after] = around[bounds];
  return inParts(terms).map((part) => ({
    any: new RegExp(`${before}(?:${part.map(({ pattern }) => pattern).join('|')})${after}`, 'gu'),
    terms: part.map(({ pattern, label }) => ({ one: once(() => new RegExp(pattern + after, 'uy')), label })),
  }));
}

/** An engine refuses an expression that is too large, and its error would repeat the values. */
const longestExpression = 40_000;

function inParts(terms: readonly Term[]): Term[][] {
  const parts: Term[][] = [];
  let length = Infinity;
  for (const term of terms) {
    length += term.pattern.length;
    if (length > longestExpression) {
      parts.push([]);
      length = term.pattern.length;
    }
    parts.at(-1)?.push(term);
  }
  return parts;
}

function findAll({ any, terms }: Search, text: string): Stretch[] {
  return [...text.matchAll(any)].flatMap(({ 0: found, index }): Stretch[] => {
    const term = terms.find(({ one }) => {
      const expression = one();
      expression.lastIndex = index;
      return expression.test(text);
    });
    return term && found !== '' ? [{ start: index, end: index + found.length, label: term.label }] : [];
  });
}

/** Stretches that overlap as one: else a name in an address would leave the rest of it to be seen. */
function joined(stretches: readonly Stretch[]): Stretch[] {
  const all: Stretch[] = [];
  for (const stretch of [...stretches].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = all.at(-1);
    if (!last || stretch.start >= last.end) all.push(stretch);
    else if (stretch.end > last.end) all[all.length - 1] = { ...last, end: stretch.end };
  }
  return all;
}

function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}
