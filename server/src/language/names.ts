import { isSpace } from './white-space.js';

/**
 * Names of records, fields, templates' fields and headings: letters of any language, digits, spaces and `- ' / . % &`. Two names are the
 * same when they agree after Unicode normalization, ignoring case, runs of spaces and possessives; curly quotes count as straight.
 */

const wordCharacter = /[\p{L}\p{M}\p{N}]/u;

/** True when the character at `at` can begin a name: a letter or a digit. */
export function isNameStart(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code < 128) return isAsciiWord(code);
  return wordCharacter.test(String.fromCodePoint(text.codePointAt(at) ?? 0));
}

/** Offset after the name that begins at `start`, trailing spaces not counted; `end` is where reading stops at the latest. */
export function endOfName(text: string, start: number, end: number): number {
  let last = start;
  for (let i = start; i < end;) {
    const code = text.charCodeAt(i);
    let size = 1;
    if (code < 128) {
      if (!isAsciiWord(code) && !isNameMark(code)) {
        if (isSpace(code)) {
          i++;
          continue;
        }
        break;
      }
    } else if (isSpace(code)) {
      i++;
      continue;
    } else if (!isCurlyMark(code)) {
      const point = text.codePointAt(i) ?? 0;
      size = point > 0xffff ? 2 : 1;
      if (!wordCharacter.test(String.fromCodePoint(point))) break;
    }
    i += size;
    last = Math.min(i, end);
  }
  return last;
}

function isAsciiWord(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57);
}

/** `- ' / . % &` */
function isNameMark(code: number): boolean {
  return code === 45 || code === 39 || code === 47 || code === 46 || code === 37 || code === 38;
}

/** Curly quotes, and the hyphens of a word processor. */
function isCurlyMark(code: number): boolean {
  return code === 0x2019 || code === 0x2018 || code === 0x2010 || code === 0x2011;
}

const plain = /^[a-z0-9]+(?:[ /.%&-][a-z0-9]+)*$/;

/** The form in which names are compared. */
export function normalizeName(name: string): string {
  if (plain.test(name)) return name;
  const lower = name.toLowerCase();
  if (plain.test(lower)) return lower;
  return composed(name)
    .replace(/[\u2018\u2019\u02bc]/g, "'")
    .replace(/[\u2010\u2011]/g, '-')
    .toLowerCase()
    .replace(/'s(?=\s|$)/g, '')
    .replace(/(?<=s)'(?=\s|$)/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** More marks in a row than any script stacks (Unicode's Stream-Safe Text Format allows 30) are left: sorting them takes quadratic time. */
function composed(name: string): string {
  return /\p{M}{31}/u.test(name) ? name : name.normalize('NFC');
}

/** The words of a name as written, each with its offsets in it. */
export function wordsOf(name: string): { text: string; start: number; end: number }[] {
  return [...name.matchAll(/\S+/g)].map((word) => ({
    text: word[0],
    start: word.index,
    end: word.index + word[0].length,
  }));
}

/** The plurals that a record's name also answers to: `prior treatments`, `comorbidities`, `copies`. */
export function pluralsOf(name: string): string[] {
  const plurals = [`${name}s`];
  if (/[^aeiou]y$/.test(name)) plurals.push(`${name.slice(0, -1)}ies`);
  if (/(?:s|x|z|ch|sh)$/.test(name)) plurals.push(`${name}es`);
  if (/sis$/.test(name)) plurals.push(`${name.slice(0, -2)}es`);
  return plurals;
}

/** A heading in the form in which headings are compared. */
export function headingNorm(title: string): string {
  return normalizeName(title.replace(/[:.]+$/, ''));
}
