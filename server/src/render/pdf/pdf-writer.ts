import type { Block, Inline, ResolvedLetter } from '../../letter/letter.js';
import { breakLines, type TextLine, textWidths } from './break-lines.js';
import { type Flow } from './flow.js';
import type { FontBook } from './font-book.js';
import type { PdfCanvas, Tag } from './pdf-canvas.js';
import type { PictureSource } from '../picture.js';
import { baselineIn, type PdfStyle } from './pdf-style.js';
import { lineHeight } from '../letter-measures.js';
import type { LetterheadLayout } from '../../paper.js';
import { lettersIn } from '../../letters-in.js';
import { styledLines, type TextStyle } from './styled-text.js';
import { type SetRun, setInFonts } from './unprintable.js';

/** What every kind of block is laid out with. */
export interface PdfWriter {
  readonly letter: ResolvedLetter;
  readonly canvas: PdfCanvas;
  readonly book: FontBook;
  readonly style: PdfStyle;
  readonly letterhead: LetterheadLayout;
  readonly picture: PictureSource | undefined;
  /** Adds a bookmark to the page that is being drawn. */
  readonly bookmark: (title: string) => void;
  /** Hears of characters that no font prints: their kind, and the field whose value they are in. */
  readonly tellUnprintable: (characters: string, field: string | undefined) => void;
}

/** Where text goes: from the page's left edge, in points. */
export interface Column {
  readonly x: number;
  readonly width: number;
}

/** Inline content in its fonts, by the lines that the writer has parted. */
export function setLines(writer: PdfWriter, content: readonly Inline[], style = writer.style.plain): SetRun[][] {
  return styledLines(content, writer.letter, style).map((runs) =>
    setInFonts(runs, writer.book, (characters, run) => writer.tellUnprintable(characters, run.field)),
  );
}

/** The same broken into lines of a width. */
export function layOutText(
  writer: PdfWriter,
  content: readonly Inline[],
  width: number,
  style: TextStyle = writer.style.plain,
): TextLine[] {
  return breakAll(writer, setLines(writer, content, style), width);
}

export function breakAll(writer: PdfWriter, lines: readonly (readonly SetRun[])[], width: number): TextLine[] {
  return lines.flatMap((runs) => breakLines(runs, width, writer.canvas.measure));
}

/** Of the widest stretch that cannot be parted, and of the longest line; in points. */
export function widthsOf(writer: PdfWriter, lines: readonly (readonly SetRun[])[]) {
  const widths = lines.map((runs) => textWidths(runs, writer.canvas.measure));
  return {
    least: Math.max(0, ...widths.map(({ least }) => least)),
    most: Math.max(0, ...widths.map(({ most }) => most)),
  };
}

/** How many letters lines print. */
export function lettersOf(...lines: readonly (TextLine | undefined)[]): number {
  return lines.reduce((sum, line) => sum + (line?.fragments.reduce((of, { text }) => of + lettersIn(text), 0) ?? 0), 0);
}

export interface TextLayout {
  readonly tag: Tag;
  /** What the content is marked as: the element's own type. */
  readonly type: string;
  readonly size: number;
  readonly leading?: number;
  readonly align?: 'left' | 'center' | 'right';
  /** True where all lines stay on one page. */
  readonly whole?: boolean;
  /** Drawn beside the first line, at its baseline. */
  readonly beside?: (canvas: PdfCanvas, baseline: number, top: number) => void;
}

/** Puts lines of text into the flow. At the end of a page two lines stand at least, and on the next one too. */
export function addLines(flow: Flow, lines: readonly TextLine[], column: Column, layout: TextLayout): void {
  const { size, leading = lineHeight, align = 'left', whole = false } = layout;
  lines.forEach((line, index) => {
    const joined = index > 0 && (whole || index === 1 || index === lines.length - 1);
    const free = column.width - line.width;
    const x = column.x + (align === 'center' ? free / 2 : align === 'right' ? free : 0);
    const draw = (canvas: PdfCanvas, top: number) => {
      const baseline = top + baselineIn(size, leading);
      if (index === 0) layout.beside?.(canvas, baseline, top);
      canvas.line(layout.tag, layout.type, line, x, baseline);
    };
    flow.add({ height: size * leading, letters: lettersOf(line), draw }, joined);
  });
}

export type BlockOf<Kind extends Block['kind']> = Extract<Block, { kind: Kind }>;
