import type { HeadEntry, Piece, SourceFile, Span } from '../letter/source.js';
import type { Fix } from '../lint/rule.js';

type Edit = Fix['edits'][number];

/** How the file ends its lines; what a fix inserts ends them alike. */
export function lineEndOf(file: SourceFile): string {
  return /\r\n?|\n/.exec(file.text)?.[0] ?? '\n';
}

/** A place of no length. */
export function placeAt(piece: Piece, at: number): Span {
  return { piece, start: at, end: at };
}

/** Where the line of `at` begins and ends within its piece, the line's end not included. */
export function lineAround({ text }: Piece, at: number): { start: number; end: number } {
  let start = at;
  while (start > 0 && !isLineEnd(text, start - 1)) start--;
  let end = at;
  while (end < text.length && !isLineEnd(text, end)) end++;
  return { start, end };
}

function isLineEnd(text: string, at: number): boolean {
  return text[at] === '\n' || text[at] === '\r';
}

/** Takes out the lines from that of `first` to that of `last`, both of one piece. */
export function removeLines(first: Span, last: Span = first): Edit {
  const { piece } = first;
  const { start } = lineAround(piece, first.start);
  const { end } = lineAround(piece, Math.max(first.start, last.end));
  const after = /^(?:\r\n?|\n)/.exec(piece.text.slice(end, end + 2))?.[0].length ?? 0;
  return { where: { piece, start, end: end + after }, text: '' };
}

/** The entry's line and those beneath it, from their indentation on, without comments and blank lines. */
export function ownLines(entry: HeadEntry): { start: number; end: number }[] {
  return [entry.whole, ...entry.lines.map((line) => line.whole)].map((word) => ({
    start: lineAround(entry.piece, word.start).start,
    end: word.end,
  }));
}

/** After the last line of an entry. */
export function endOfEntry(entry: HeadEntry): Span {
  const last = entry.lines.at(-1)?.whole ?? entry.whole;
  return placeAt(entry.piece, last.end);
}

/** After the file's first line that says anything: where a head with no lines yet begins. */
export function endOfFirstLine({ header, firstLine }: SourceFile): Span {
  const line = header?.whole ?? firstLine;
  return placeAt(line.piece, line.end);
}

/** After the last line of the head. */
export function endOfHead(file: SourceFile): Span {
  const last = file.entries.at(-1);
  return last ? endOfEntry(last) : endOfFirstLine(file);
}

/** The columns at which an entry's fields stand: those of its first line, else two. */
export function indentOf(entry: HeadEntry): string {
  return ' '.repeat(entry.lines.find((line) => line.label)?.indent ?? 2);
}
