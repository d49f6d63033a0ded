import { decodeText } from './decode.js';

/**
 * How long a letter's file may be, in UTF-16 code units. Letters have some thousand characters: what is longer than this by far is something else, and
 * would keep whoever reads it busy for seconds.
 */
export const largestLetter = 4_000_000;

/** The `code` of the error for a file that is longer. */
export const letterTooLarge = 'ERR_LETTER_TOO_LARGE';

/** In UTF-8 a code unit takes up at most three bytes, in UTF-16 always two. */
const mostBytes = 3 * largestLetter + 3;

/**
 * The text of a letter's file; see `decodeText`.
 *
 * @throws an error with the code `letterTooLarge` where it is too long.
 */
export function decodeLetter(bytes: Uint8Array): string {
  const text = bytes.length > mostBytes ? undefined : decodeText(bytes);
  if (text === undefined || isTooLarge(text))
    throw Object.assign(new Error('This is too long for a letter.'), { code: letterTooLarge });
  return text;
}

export function isTooLarge(text: string): boolean {
  return text.length > largestLetter;
}
