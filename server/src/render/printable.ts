/** Line ends of other systems and programs (Word's is a vertical tab), and tabs: each prints as one space. */
const spaceLike = /[\t\v\f\u001c-\u001f\u0085\u2028\u2029]/g;
/**
 * What no font prints: control characters, which in a terminal are even commands, halves of surrogate pairs, and the two that
 * XML 1.0 forbids beside them (2.2, Char).
 */
const unprintable = /[\p{Cc}\p{Cs}\ufffe\uffff]/gu;
const suspicious = /[\p{Cc}\p{Cs}\ufffe\uffff\u2028\u2029]/u;

/**
 * Text as every format prints it: letter for letter, but that control characters print as `\ufffd` and what parts lines in other programs
 * as a space.
 */
export function printable(text: string): string {
  if (!suspicious.test(text)) return text;
  return text.replace(spaceLike, ' ').replace(unprintable, '\ufffd');
}

const bidiControl = /[\u202a-\u202e\u2066-\u2069]/;
const endEmbedding = '\u202c';
const endIsolate = '\u2069';

/**
 * What closes the directional marks that a value leaves open (Unicode Bidirectional Algorithm, X1 to X8): without it, one pasted override
 * would turn round the words that follow the value.
 */
export function bidiClosers(text: string): string {
  if (!bidiControl.test(text)) return '';
  const open: string[] = [];
  for (const char of text) {
    if (char >= '\u202a' && char <= '\u202e' && char !== endEmbedding) open.push(endEmbedding);
    else if (char >= '\u2066' && char <= '\u2068') open.push(endIsolate);
    else if (char === endEmbedding && open.at(-1) === endEmbedding) open.pop();
    else if (char === endIsolate && open.includes(endIsolate)) open.length = open.lastIndexOf(endIsolate);
  }
  return open.reverse().join('');
}

/** Letters that are written from right to left. */
const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

export function isRightToLeft(text: string): boolean {
  return rightToLeft.test(text);
}
