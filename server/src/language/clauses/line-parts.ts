import { readCodeRange } from '../../knowledge/code-ranges.js';
import type { Word } from '../source-file.js';
import type { Item } from './clause.js';

/** A word from an offset on, without the space around it. */
export function cut(word: Word, from: number): Word {
  const rest = word.text.slice(from);
  const text = rest.trim();
  const start = word.start + from + (rest.length - rest.trimStart().length);
  return { ...word, start, end: start + text.length, text };
}

/** A word up to an offset, without the space before it. */
export function upTo(word: Word, end: number): Word {
  const text = word.text.slice(0, end).trimEnd();
  return { ...word, end: word.start + text.length, text };
}

/** The parts between semicolons, which do not count within quotes; empty ones are left out. */
export function partsOf(word: Word): Word[] {
  const parts: Word[] = [];
  const bare = outsideQuotes(word.text);
  let start = 0;
  for (let at = 0; at <= bare.length; at++) {
    if (at < bare.length && bare[at] !== ';') continue;
    const part = cut(upTo(word, at), start);
    if (part.text !== '') parts.push(part);
    start = at + 1;
  }
  return parts;
}

const OTHER_THAN = /^other than\s+/i;

/** `other than a; b`: whether it says so, and what stands behind. */
export function readOtherThan(word: Word): { readonly otherThan: boolean; readonly rest: Word } {
  const found = OTHER_THAN.exec(word.text);
  return { otherThan: found !== null, rest: found ? cut(word, found[0].length) : word };
}

export function withoutOtherThan(text: string): string {
  return text.replace(OTHER_THAN, '');
}

/** `K0848 to K0864`: a code, or the first and the last of a range. */
export function codesIn(written: Word): Item {
  return { ...readCodeRange(written.text), written };
}

const QUOTED = /["“”][^"“”]*["“”]?/g;

/** A text with an underscore for each character of what stands in quotes, the quotes included, so that offsets stay. */
export function outsideQuotes(text: string): string {
  return text.replace(QUOTED, (quoted) => '_'.repeat(quoted.length));
}

/** What stands between the quotes of a quoted word. */
export function unquoted(word: Word): Word {
  const inner = /^["“”]([^"“”]*)["“”]?$/.exec(word.text)?.[1];
  return inner === undefined ? word : { ...cut({ ...word, text: inner, start: word.start + 1 }, 0) };
}

/** The quoted words of a part, with what stands between or behind them. */
export function quotesIn(part: Word): { readonly quotes: Word[]; readonly between: Word[] } {
  const quotes: Word[] = [];
  const between: Word[] = [];
  let end = part.text.search(/["“”]/);
  if (end < 0) return { quotes, between };
  for (const found of part.text.matchAll(QUOTED)) {
    const gap = cut(upTo(part, found.index), end);
    if (gap.text !== '') between.push(gap);
    end = found.index + found[0].length;
    quotes.push(unquoted(cut(upTo(part, end), found.index)));
  }
  const rest = cut(part, end);
  if (rest.text !== '') between.push(rest);
  return { quotes, between };
}
