import { columnsOf } from '../columns.js';
import { type ColumnNeed, shareWidth } from '../share-width.js';

/** The size that the widths below are of, in points. */
const measuredSize = 11.5;

/** About as wide as letters of Times New Roman, to the safe side. */
const letter = 118;
const wide = 172;
const narrow = 76;
const space = 58;

/** Words of a header are bold. */
const bolder = 1.1;

/** Left and right within a cell, its lines counted in. */
const padding = 290;

/** About how wide words are, in twips. */
function widthOf(text: string): number {
  let width = 0;
  for (const char of text) width += charWidth(char);
  return width;
}

function charWidth(char: string): number {
  if (char === ' ' || char === '\u00a0') return space;
  if (/[iljtfrI.,;:'|!()[\]/-]/.test(char)) return narrow;
  return /[\p{Lu}mw@%]/u.test(char) ? wide : letter * columnsOf(char);
}

/**
 * Widths for a table's columns, in twips, the first row being its header. Word makes them exact when it opens the file; others take them as they
 * are. `size`: of the letters, in points.
 */
export function columnWidths(rows: readonly (readonly string[])[], available: number, size: number): number[] {
  return shareWidth(columnNeeds(rows, size / measuredSize), available).map(Math.floor);
}

function columnNeeds(rows: readonly (readonly string[])[], scale: number): ColumnNeed[] {
  const count = Math.max(0, ...rows.map((row) => row.length));
  const widest = (column: number, partsOf: (text: string) => string[]) =>
    rows.reduce((most, row, index) => {
      const width = Math.max(...partsOf(row[column] ?? '').map(widthOf));
      return Math.max(most, (index === 0 ? width * bolder : width) * scale);
    }, 0) + padding;
  return Array.from({ length: count }, (_, column) => ({
    most: widest(column, (text) => text.split('\n')),
    least: widest(column, (text) => text.split(/[\s-]/)),
  }));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

/** About how many lines a row takes in columns of these widths. */
export function linesOf(row: readonly string[], widths: readonly number[]): number {
  return Math.max(
    1,
    ...row.map((text, column) =>
      sum(
        text
          .split('\n')
          .map((part) => Math.ceil(widthOf(part) / Math.max(1, (widths[column] ?? 0) - padding + letter)) || 1),
      ),
    ),
  );
}
