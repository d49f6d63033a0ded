import { type FileChild, Paragraph, Table, TableCell, TableRow, WidthType } from 'docx';
import type { Block, Inline } from '../../letter/letter.js';
import { columnWidths, linesOf } from './column-widths.js';
import { flatLines } from '../flat-lines.js';
import { penLineStops } from './docx-pen-lines.js';
import { inlineRuns } from './docx-inline.js';
import { indentOf, type Place } from './docx-place.js';
import { measuredText } from './docx-words.js';
import type { DocxWriting } from './docx-writing.js';

type TableBlock = Extract<Block, { kind: 'table' }>;
type Cell = readonly Inline[];

/** A row that takes more lines may be parted by the end of a page: kept whole it would leave much of one empty. */
const longestWholeRow = 16;

/** Word reads no table of more columns; what is beyond stands beneath the last. */
const mostColumns = 63;

/** A table whose first row is repeated on each page that it goes on to; what follows it keeps its distance. */
export function tableChildren(block: TableBlock, place: Place, writing: DocxWriting): FileChild[] {
  const { left, right } = indentOf(place);
  const rows = [block.header, ...block.rows];
  const texts = rows.map((row) => row.slice(0, mostColumns).map((cell) => measuredText(cell)));
  const widths = columnWidths(texts, Math.max(0, writing.textWidth - left - right), writing.options.paper.fontSize);
  const table = new Table({
    style: 'LetterTable',
    columnWidths: widths,
    tableLook: { firstRow: true, firstColumn: false, noHBand: true, noVBand: true },
    indent: { size: left, type: WidthType.DXA },
    rows: rows.map((cells, index) => tableRow(cells, index === 0, linesOf(texts[index] ?? [], widths))),
  });
  return [table, afterTable()];

  function tableRow(cells: readonly Cell[], isHeader: boolean, lines: number): TableRow {
    return new TableRow({
      ...(isHeader && { tableHeader: true }),
      ...(isHeader && rows.length > 1 && { keepNext: true }),
      ...(lines <= longestWholeRow && { cantSplit: true }),
      children: widths.map((width, column) => {
        const within = column + 1 < mostColumns ? cells.slice(column, column + 1) : cells.slice(column);
        return tableCell(within.length > 0 ? within : [[]], width, cellStyle(isHeader, block.align[column]), isHeader);
      }),
    });
  }

  function tableCell(contents: readonly Cell[], width: number, style: string, isHeader: boolean): TableCell {
    return new TableCell({
      width: { size: width, type: WidthType.DXA },
      children: contents.map(
        (content) =>
          new Paragraph({
            style,
            ...penLineStops(flatLines(content, writing.letter)),
            children: inlineRuns(content, writing, { strongAlready: isHeader }),
          }),
      ),
    });
  }
}

/** Word joins two tables without a paragraph between them, and needs one after the last. */
export function afterTable(): Paragraph {
  return new Paragraph({ style: 'AfterTable' });
}

function cellStyle(isHeader: boolean, side: TableBlock['align'][number]): string {
  const kind = isHeader ? 'TableHeading' : 'TableText';
  return side === 'center' ? `${kind}Center` : side === 'right' ? `${kind}Right` : kind;
}
