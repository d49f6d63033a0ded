import { type HeadEntry, lineAt, linesOf, type Piece, type SourceFile, type Span } from '../letter/source.js';
import type { Fix } from '../lint/rule.js';

type Edit = Fix['edits'][number];

/** A place of no length. */
export function placeAt(piece: Piece, at: number): Span {
  return { piece, start: at, end: at };
}

/** Takes out the lines from that of `first` to that of `last`, both of one piece. */
export function removeLines(first: Span, last: Span = first): Edit {
  const { piece } = first;
  const lines = linesOf(piece);
  const { start } = lineAt(lines, first.start);
  const { next } = lineAt(lines, Math.max(first.start, last.end));
  return { where: { piece, start, end: next }, text: '' };
}

/** The entry's line and those beneath it, from their indentation on, without comments and blank lines. */
export function ownLines(entry: HeadEntry): { start: number; end: number }[] {
  const lines = linesOf(entry.piece);
  return [entry.whole, ...entry.lines.map((line) => line.whole)].map((word) => ({
    start: lineAt(lines, word.start).start,
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
