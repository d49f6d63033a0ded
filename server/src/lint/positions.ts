import { lineNumberAt, readLines } from '../letter/source.js';

/** A place as people count: line and column from 1, the column in UTF-16 code units, a byte order mark not counted. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Finds the places of offsets in one text. */
export function positionsIn(text: string): (offset: number) => Position {
  const lines = readLines(text);
  return (offset) => {
    const number = lineNumberAt(lines, offset);
    return { line: number + 1, column: Math.max(0, offset - (lines[number]?.start ?? 0)) + 1 };
  };
}
