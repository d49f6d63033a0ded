import type { HeadEntry, Piece, SourceFile, Span } from '../letter/source.js';

const entriesOf = new WeakMap<SourceFile, ReadonlyMap<Piece, HeadEntry>>();

/** The entry of a head whose lines a word stands in. */
export function entryOf(file: SourceFile, { piece }: Span): HeadEntry | undefined {
  let entries = entriesOf.get(file);
  if (!entries) entriesOf.set(file, (entries = new Map(file.entries.map((entry) => [entry.piece, entry]))));
  return entries.get(piece);
}

const linesOf = new WeakMap<HeadEntry, ReadonlyMap<number, number>>();

/** Which of an entry's lines has its name at this place; -1 where none has. */
export function indexOfLine(entry: HeadEntry, { start }: Span): number {
  let lines = linesOf.get(entry);
  if (!lines)
    linesOf.set(entry, (lines = new Map(entry.lines.map((line, index) => [(line.label ?? line.whole).start, index]))));
  return lines.get(start) ?? -1;
}
