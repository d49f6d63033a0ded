import type { Inline } from '../../letter/letter.js';
import type { TextLine } from './break-lines.js';
import type { Flow, FlowItem, PageEdges } from './flow.js';
import { type ColumnNeed, shareWidth } from '../share-width.js';
import type { PdfCanvas, Tag } from './pdf-canvas.js';
import { cellBorder, lineHeight } from '../letter-measures.js';
import { baselineIn, colors, type PdfStyle } from './pdf-style.js';
import { breakAll, type BlockOf, type Column, type PdfWriter, setLines, widthsOf, lettersOf } from './pdf-writer.js';
import type { TextStyle } from './styled-text.js';
import type { SetRun } from './unprintable.js';

/** A row with more lines than this may end on the next page; a shorter one stays whole. */
const longestWholeRow = 12;

/** A cell's words in their fonts, by the lines that the writer has parted. */
type SetCell = readonly (readonly SetRun[])[];

type RowSlice = Omit<FlowItem, 'before' | 'joined'>;

interface Cell {
  readonly column: Column;
  readonly align: 'left' | 'center' | 'right';
  readonly lines: readonly TextLine[];
  readonly tag: Tag;
  readonly type: 'TH' | 'TD';
}

/** A table, as wide as it needs to be: its rows stay whole, its header stands on every page that it reaches. */
export function layOutTable(writer: PdfWriter, flow: Flow, block: BlockOf<'table'>, column: Column, parent: Tag): void {
  const { canvas, style } = writer;
  const count = block.header.length;
  const setRow = (row: readonly (readonly Inline[])[], style: TextStyle): SetCell[] =>
    Array.from({ length: count }, (_, at) => setLines(writer, row[at] ?? [], style));
  const header = setRow(block.header, { ...style.plain, bold: true });
  const rows = block.rows.map((row) => setRow(row, style.plain));
  const columns = placed(shareWidth(columnNeeds(writer, [header, ...rows], count), column.width), column.x);
  const tag = canvas.tag('Table', parent);
  const cellsOf = (row: readonly SetCell[], part: Tag, isHeader: boolean): Cell[] => {
    const rowTag = canvas.tag('TR', part);
    return columns.map((place, at) => {
      const type = isHeader && (block.header[at] ?? []).length > 0 ? 'TH' : 'TD';
      const attributes = type === 'TH' ? { attributes: { O: 'Table', Scope: 'Column' } } : {};
      const lines = breakAll(writer, row[at] ?? [], place.width - 2 * besideText(place, style));
      return {
        column: place,
        align: block.align[at] ?? 'left',
        lines,
        tag: canvas.tag(type, rowTag, attributes),
        type,
      };
    });
  };
  const headCells = cellsOf(header, canvas.tag('THead', tag), true);
  const head = rowItems(headCells, true, style);
  const repeated = repeatedRow(headCells, style);
  for (const item of head) flow.add(item, item !== head[0]);
  if (rows.length > 0) {
    const body = canvas.tag('TBody', tag);
    rows.forEach((row, index) => {
      const items = rowItems(cellsOf(row, body, false), false, style);
      const whole = items.length <= longestWholeRow;
      items.forEach((item, at) => {
        const joined = at === 0 ? index === 0 : whole || at === 1 || at === items.length - 1;
        flow.add({ ...item, repeated }, joined);
      });
    });
  }
  flow.space(style.spaces.paragraph);
}

function columnNeeds(writer: PdfWriter, rows: readonly (readonly SetCell[])[], count: number): ColumnNeed[] {
  const beside = writer.style.spaces.cellBeside + cellBorder / 2;
  return Array.from({ length: count }, (_, at) => {
    const widths = rows.map((row) => widthsOf(writer, row[at] ?? []));
    return {
      least: Math.max(...widths.map(({ least }) => least)) + 2 * beside,
      most: Math.max(...widths.map(({ most }) => most)) + 2 * beside,
    };
  });
}

/** Space on each side of a cell's text: less in a table of so many columns that there is none to give away. */
function besideText({ width }: Column, { spaces }: PdfStyle): number {
  return Math.min(spaces.cellBeside + cellBorder / 2, width * 0.15);
}

function placed(widths: readonly number[], left: number): Column[] {
  let x = left;
  return widths.map((width) => {
    const column = { x, width };
    x += width;
    return column;
  });
}

/** A row as slices of one line each, so that a very long one can go on on the next page. */
function rowItems(cells: readonly Cell[], isHeader: boolean, style: PdfStyle): RowSlice[] {
  const { spaces } = style;
  const count = Math.max(1, ...cells.map((cell) => cell.lines.length));
  return Array.from({ length: count }, (_, at): RowSlice => {
    const above = at === 0 ? spaces.cellAbove + (isHeader ? cellBorder : cellBorder / 2) : 0;
    const below = at === count - 1 ? spaces.cellAbove + cellBorder / 2 : 0;
    const height = style.line + above + below;
    const draw = (canvas: PdfCanvas, top: number, edges: PageEdges) => {
      drawBoxes(canvas, cells, top, height, isHeader, {
        first: at === 0 || edges.first,
        last: at === count - 1 || edges.last,
      });
      for (const cell of cells) {
        const line = cell.lines[at];
        if (line) canvas.line(cell.tag, cell.type, line, ...placeOf(line, cell, top + above, style));
      }
    };
    return { height, letters: lettersOf(...cells.map(({ lines }) => lines[at])), draw };
  });
}

/** The header as it stands on a page that the table reaches: only to look at, for readers have heard it. */
function repeatedRow(cells: readonly Cell[], style: PdfStyle): FlowItem {
  const { spaces } = style;
  const count = Math.max(1, ...cells.map((cell) => cell.lines.length));
  const height = count * style.line + 2 * spaces.cellAbove + cellBorder;
  const draw = (canvas: PdfCanvas, top: number) => {
    drawBoxes(canvas, cells, top, height, true, { first: true, last: true });
    canvas.artifact(() => {
      for (const cell of cells)
        cell.lines.forEach((line, at) => {
          const [x, baseline] = placeOf(line, cell, top + spaces.cellAbove + at * style.line, style);
          canvas.fragments(line.fragments, x, baseline);
        });
    }, 'Pagination');
  };
  return { height, before: 0, joined: false, draw };
}

/** Where a line of a cell begins, and its baseline. */
function placeOf(line: TextLine, { column, align }: Cell, top: number, style: PdfStyle): [x: number, baseline: number] {
  const beside = besideText(column, style);
  const free = column.width - 2 * beside - line.width;
  const shift = align === 'center' ? free / 2 : align === 'right' ? free : 0;
  return [column.x + beside + shift, top + baselineIn(style.size, lineHeight)];
}

function drawBoxes(
  canvas: PdfCanvas,
  cells: readonly Cell[],
  top: number,
  height: number,
  isHeader: boolean,
  ends: PageEdges,
): void {
  canvas.artifact(() => {
    const page = canvas.document;
    for (const { column, type } of cells) {
      const right = column.x + column.width;
      if (isHeader && type === 'TH') page.rect(column.x, top, column.width, height).fill(colors.cellHeader);
      page.moveTo(column.x, top).lineTo(column.x, top + height);
      page.moveTo(right, top).lineTo(right, top + height);
      if (ends.first) page.moveTo(column.x, top).lineTo(right, top);
      if (ends.last) page.moveTo(column.x, top + height).lineTo(right, top + height);
      page.lineWidth(cellBorder).stroke(colors.cellBorder);
    }
  });
}
