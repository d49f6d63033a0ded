import { isRightToLeft } from '../printable.js';

/** A stretch of text that reads in one direction. */
export interface DirectedText {
  readonly text: string;
  readonly rightToLeft: boolean;
}

/** Text on one line: Word breaks lines at spaces, but not at these. */
export function wholeText(text: string): string {
  return text.replaceAll(' ', '\u00a0');
}

/** From the first letter written from right to left to the last one, with the digits after it: they read on its left. */
const reversed =
  /([\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\u{10800}-\u{10fff}\u{1e800}-\u{1efff}](?:[^\p{L}]*[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\u{10800}-\u{10fff}\u{1e800}-\u{1efff}\p{N}])*)/u;

/** Text by the direction it reads in. Word orders the signs between two words by the run they are in, not by the words alone. */
export function directedTexts(text: string): DirectedText[] {
  if (!isRightToLeft(text)) return text === '' ? [] : [{ text, rightToLeft: false }];
  return text
    .split(reversed)
    .map((part, index) => ({ text: part, rightToLeft: index % 2 === 1 }))
    .filter((part) => part.text !== '');
}

/** True for words that are all written from right to left, digits and signs aside. */
export function readsRightToLeft(text: string): boolean {
  return (
    isRightToLeft(text) && !/\p{L}/u.test(text.replace(/\p{L}/gu, (letter) => (isRightToLeft(letter) ? '' : letter)))
  );
}
