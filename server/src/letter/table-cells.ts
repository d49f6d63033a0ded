import { readBracket } from '../language/brackets.js';

/** Offsets of a table's cell, without the space around it. */
export interface CellRange {
  readonly start: number;
  readonly end: number;
}

/**
 * The cells of one line of a table, which is `text` from `from` to `to`: parted by `|`, but not by `\|` nor by one within brackets, as in
 * `[write: a | b]`. A bar at either end of the line parts nothing. From `columns` on, what is left is one cell.
 */
export function tableCells(text: string, from: number, to: number, columns = Infinity): CellRange[] {
  const line = trimmed(text, from, to);
  const start = text[line.start] === '|' ? line.start + 1 : line.start;
  const cells: CellRange[] = [];
  let cellStart = start;
  for (let i = start; i < line.end; i++) {
    const char = text[i];
    if (char === '\\') i++;
    else if (char === '[') i = Math.max(i, afterBracket(text, i, line.start, line.end) - 1);
    else if (char === '|') {
      if (i < line.end - 1 && cells.length >= columns - 1) continue;
      cells.push(trimmed(text, cellStart, i));
      cellStart = i + 1;
    }
  }
  if (cellStart < line.end || cells.length === 0) cells.push(trimmed(text, cellStart, line.end));
  return cells;
}

function afterBracket(text: string, at: number, lineStart: number, lineEnd: number): number {
  const { kind, end } = readBracket(text, at, lineStart, lineEnd);
  return kind === 'literal' ? at : end;
}

function trimmed(text: string, from: number, to: number): CellRange {
  let start = from;
  let end = Math.max(from, to);
  while (start < end && /\s/.test(text.charAt(start))) start++;
  while (end > start && /\s/.test(text.charAt(end - 1))) end--;
  return { start, end };
}
