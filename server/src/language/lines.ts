import { isSpace } from './white-space.js';
import { remember } from '../remember.js';

/**
 * A line of a text: what everybody who asks for lines, comments or blank lines is given. A line ends with `\n`, `\r\n` or `\r` and with nothing
 * else, as in the Language Server Protocol. Offsets are UTF-16 code units in the text.
 */
export interface TextLine {
  /** Where the line begins: behind the byte order mark of a file that has one. */
  readonly start: number;
  /** Its first character that is not white space; where there is none, the line's end. */
  readonly contentStart: number;
  readonly contentEnd: number;
  /** The line's end, without the characters that end it. */
  readonly end: number;
  /** Where the next line begins; for the last one its end. */
  readonly next: number;
  /** True where the first thing on the line is `//`. */
  readonly isComment: boolean;
}

/** The lines of a text, in order. A text that ends with a line end has an empty line behind it; the empty text is one empty line. */
export function readLines(text: string): TextLine[] {
  const lines: TextLine[] = [];
  let line = readLine(text, 0);
  for (;;) {
    lines.push(line);
    if (line.next === line.end) return lines;
    line = readLine(text, line.next);
  }
}

/** The line that begins at `from`: the text's first character, or one behind a line end. */
export function readLine(text: string, from: number): TextLine {
  const length = text.length;
  const start = from === 0 && text.charCodeAt(0) === byteOrderMark ? 1 : from;
  let end = start;
  while (end < length && !isLineEnd(text.charCodeAt(end))) end++;
  let contentStart = start;
  while (contentStart < end && isSpace(text.charCodeAt(contentStart))) contentStart++;
  let contentEnd = end;
  while (contentEnd > contentStart && isSpace(text.charCodeAt(contentEnd - 1))) contentEnd--;
  const isComment = contentEnd - contentStart > 1 && text.startsWith('//', contentStart);
  const endLength = end === length ? 0 : text.charCodeAt(end) === 13 && text.charCodeAt(end + 1) === 10 ? 2 : 1;
  return { start, contentStart, contentEnd, end, next: end + endLength, isComment };
}

const byteOrderMark = 0xfeff;

function isLineEnd(code: number): boolean {
  return code === 10 || code === 13;
}

export function isBlank({ contentStart, contentEnd }: TextLine): boolean {
  return contentStart === contentEnd;
}

/** What stands on the line, without the space around it. */
export function contentOf(text: string, { contentStart, contentEnd }: TextLine): string {
  return text.slice(contentStart, contentEnd);
}

/** The lines of a piece, as offsets in the piece, read once for each object. A file has its own: `SourceFile.lines`. */
export const linesOf = remember((piece: { readonly text: string }): readonly TextLine[] => readLines(piece.text));

/** The number of the line that holds the offset, from 0; an offset between `\r` and `\n` is on the line that the two end. */
export function lineNumberAt(lines: readonly TextLine[], offset: number): number {
  let low = 0;
  let high = lines.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((lines[middle]?.start ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The line that holds the offset. */
export function lineAt(lines: readonly TextLine[], offset: number): TextLine {
  return lines[lineNumberAt(lines, offset)] ?? noLine;
}

const noLine: TextLine = { start: 0, contentStart: 0, contentEnd: 0, end: 0, next: 0, isComment: false };

/** How a file ends its lines, by its first one; what is written into it ends them alike. */
export function lineEndOf({ text, lines }: { readonly text: string; readonly lines: readonly TextLine[] }): string {
  const [first = noLine] = lines;
  return text.slice(first.end, first.next) || '\n';
}

/** A text's lines as strings, their ends not included. */
export function splitLines(text: string): string[] {
  return readLines(text).map(({ start, end }) => text.slice(start, end));
}

/** Columns that a stretch of white space takes up; a tab reaches the next multiple of four. */
export function columnsOf(space: string): number {
  let columns = 0;
  for (const char of space) columns = char === '\t' ? columns + 4 - (columns % 4) : columns + 1;
  return columns;
}

/** The text with every character of its lines covered by `cover`; line ends stay. */
export function coverLines(text: string, cover: string): string {
  return text.replace(/[^\r\n]/g, cover);
}

/** True where taking out the stretch would leave one line end of two: of `\r`, `\n` and nothing between them. */
export function joinsLineEnds(text: string, start: number, end: number): boolean {
  return text[start - 1] === '\r' && text[end] === '\n';
}
