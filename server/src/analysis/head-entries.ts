import type { HeadEntry, Piece, SourceFile, Span } from '../letter/source.js';
import { remember } from '../remember.js';

const entriesOf = remember(
  ({ entries }: SourceFile): ReadonlyMap<Piece, HeadEntry> => new Map(entries.map((entry) => [entry.piece, entry])),
);

/** The entry of a head whose lines a word stands in. */
export function entryOf(file: SourceFile, { piece }: Span): HeadEntry | undefined {
  return entriesOf(file).get(piece);
}

const linesOf = remember(
  ({ lines }: HeadEntry): ReadonlyMap<number, number> =>
    new Map(lines.map((line, index) => [(line.label ?? line.whole).start, index])),
);

/** Which of an entry's lines has its name at this place; -1 where none has. */
export function indexOfLine(entry: HeadEntry, { start }: Span): number {
  return linesOf(entry).get(start) ?? -1;
}
