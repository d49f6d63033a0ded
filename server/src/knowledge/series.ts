/** A piece of a series: one of the values, by its index, so that the caller keeps its source; or words between. */
export type SeriesPart = { readonly value: number } | { readonly text: string };

/** A series of things that all hold, or of which one does. */
export type SeriesWord = 'and' | 'or';

/**
 * Joins values as a sentence does: *a*, *a and b*, *a, b, and c*, or with *or* in its place; with semicolons where a value holds a comma of its own
 * (not that of *1,000*). Equal values are given once, by the first of them; empty ones are passed over. Space around a value
 * does not count, and is the caller's to trim.
 */
export function joinSeries(values: readonly string[], word: SeriesWord = 'and'): SeriesPart[] {
  const kept = distinctValues(values);
  const separator = kept.some((index) => holdsComma(values[index] ?? '')) ? '; ' : ', ';
  return kept.flatMap((value, place): SeriesPart[] => {
    if (place === 0) return [{ value }];
    const isLast = place === kept.length - 1;
    if (!isLast) return [{ text: separator }, { value }];
    const isPlainPair = kept.length === 2 && separator === ', ';
    return [{ text: isPlainPair ? ` ${word} ` : `${separator}${word} ` }, { value }];
  });
}

/** The same as one text. */
export function seriesText(values: readonly string[], word: SeriesWord = 'and'): string {
  return joinSeries(values, word)
    .map((part) => ('text' in part ? part.text : (values[part.value] ?? '')))
    .join('');
}

function distinctValues(values: readonly string[]): number[] {
  const seen = new Set<string>();
  return [...values.keys()].filter((index) => {
    const value = (values[index] ?? '').replace(/\s+/g, ' ').trim();
    if (value === '' || seen.has(value)) return false;
    seen.add(value);
    return true;
  });
}

function holdsComma(value: string): boolean {
  return /,(?!\d{3}(?!\d))|(?<!\d),/.test(value);
}
