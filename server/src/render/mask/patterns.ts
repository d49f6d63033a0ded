/** What may not stand beside a match, so that it is a whole word. */
export type Bounds =
  /** No letter: a name may touch a number, as in a file's name. */
  | 'letters'
  /** Neither a letter nor a digit. */
  | 'word'
  /** No part of a longer number or date. */
  | 'number'
  /** The pattern sees to it itself. */
  | 'own';

/** A way in which prose repeats a value: the source of a regular expression without groups that capture, for text that `fold` has been over. */
export interface Form {
  readonly pattern: string;
  readonly bounds: Bounds;
}

/** The pattern of one text, literally. */
export function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}

/**
 * The pattern of a text in any case. The cases are written out, since in one expression a few words must match by case and the others not.
 */
export function anyCase(text: string): string {
  let pattern = '';
  for (const char of text) {
    const lower = char.toLowerCase();
    const upper = char.toUpperCase();
    pattern +=
      lower !== upper && lower.length === char.length && upper.length === char.length
        ? `[${lower}${upper}]`
        : escaped(char);
  }
  return pattern;
}

/** One of several patterns, the first that fits. */
export function oneOf(patterns: readonly string[]): string {
  return patterns.length === 1 ? (patterns[0] ?? '') : `(?:${patterns.join('|')})`;
}

/** Space between words; few enough that no text makes the search slow. */
export const space = '\\s{1,3}';

/** What is longer is in no prose a second time. */
const longest = 500;

/** Words as they stand but for case, space and commas; none where the text is too long to be repeated. */
export function literalForm(text: string): Form[] {
  const words = text.trim().split(/\s+/);
  if (text.length > longest || words[0] === '') return [];
  return [{ pattern: words.map((word) => anyCase(word).replaceAll(',', ',?')).join(space), bounds: 'word' }];
}

/** How many letters and digits a text has. */
export function lettersAndDigits(text: string): number {
  return text.replace(/[^\p{L}\p{N}]/gu, '').length;
}
