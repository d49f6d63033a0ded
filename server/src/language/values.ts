import { lineNumberAt, linesOf } from './lines.js';
import type { Word } from './source-file.js';
import type { Piece } from './span.js';

/** A value as the writer gave it: its lines, each with its place. Nothing in it is markup, an escape or a comment. */
export interface FactValue {
  /** Lines without the space around them; a blank line inside a value is an empty one. */
  readonly lines: readonly Word[];
  /**
   * False for an empty value and for one wholly in brackets: `[full legal name]` is still to be written. And for a key alone: it names an entry of the
   * address book, and never prints.
   */
  readonly given: boolean;
  /** Where the value stands, or where it is to be written. */
  readonly where: Word;
}

/** The lines of a value in one string, joined by `between`. */
export function valueText(value: FactValue, between = '\n'): string {
  const [first, ...more] = value.lines;
  if (!first) return '';
  if (more.length === 0) return first.text;
  return value.lines.map((line) => line.text).join(between);
}

/** Puts a value together from what stands after the colon and the lines that continue it. */
export function readValue(first: Word | undefined, more: readonly Word[], piece: Piece, name: Word): FactValue {
  const lines: Word[] = [];
  for (const line of first ? [first, ...more] : more) {
    const last = lines.at(-1);
    if (last)
      for (let blank = blankLinesBetween(piece, last.end, line.start); blank > 0; blank--)
        lines.push(emptyAt(piece, last.end));
    lines.push(line);
  }
  const start = lines[0];
  const end = lines.at(-1);
  if (!start || !end) return { lines: [], given: false, where: name };
  const where = { piece, start: start.start, end: end.end, text: piece.text.slice(start.start, end.end) };
  return { lines, given: !isBlank(lines), where };
}

function emptyAt(piece: Piece, at: number): Word {
  return { piece, start: at, end: at, text: '' };
}

function blankLinesBetween(piece: Piece, from: number, to: number): number {
  const lines = linesOf(piece);
  const between = lines.slice(lineNumberAt(lines, from) + 1, lineNumberAt(lines, to));
  return between.some((line) => line.isComment) ? 0 : between.length; // a comment line parts nothing
}

/** True for the key of an entry of the address book and nothing else: `@whitfield`. */
export function isKey(text: string): boolean {
  return text.startsWith('@') && /^@[\p{L}\p{N}_][\p{L}\p{N}_.-]*$/u.test(text);
}

function isBlank(lines: readonly Word[]): boolean {
  const text =
    lines.length === 1
      ? (lines[0]?.text ?? '')
      : lines
          .map((line) => line.text)
          .join(' ')
          .trim();
  return text === '' || isKey(text) || (text.startsWith('[') && /^\[[^\][]*\]$/.test(text));
}

/**
 * The several values of a `many` field: parted by `;`, but not inside parentheses or quotation marks. An apostrophe is no
 * quotation mark.
 */
export function splitValues(value: FactValue): FactValue[] {
  // What is still to be written is one value, whatever the words in its bracket are.
  if (!value.given || !value.lines.some((line) => line.text.includes(';'))) return [value];
  const parts: Word[][] = [[]];
  let depth = 0;
  for (const line of value.lines) {
    let start = 0;
    let quoted = false;
    for (let i = 0; i < line.text.length; i++) {
      const char = line.text[i];
      if (char === '(') depth++;
      else if (char === ')') depth = Math.max(0, depth - 1);
      else if (char === '"' || char === '“' || char === '”') quoted = !quoted;
      else if (char === ';' && depth === 0 && !quoted) {
        addPart(parts, line, start, i);
        parts.push([]);
        start = i + 1;
      }
    }
    addPart(parts, line, start, line.text.length);
  }
  const values = parts.flatMap((lines) => {
    const first = lines[0];
    const last = lines.at(-1);
    if (!first || !last) return [];
    const { piece } = first;
    const where = { piece, start: first.start, end: last.end, text: piece.text.slice(first.start, last.end) };
    return [{ lines, given: !isBlank(lines), where }];
  });
  return values.length > 0 ? values : [{ ...value, given: false }];
}

function addPart(parts: Word[][], line: Word, from: number, to: number): void {
  const raw = line.text.slice(from, to);
  const text = raw.trim();
  if (text === '') return;
  const start = line.start + from + (raw.length - raw.trimStart().length);
  parts.at(-1)?.push({ piece: line.piece, start, end: start + text.length, text });
}
