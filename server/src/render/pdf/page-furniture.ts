import { breakLines, type TextLine } from './break-lines.js';
import type { PdfCanvas } from './pdf-canvas.js';
import { colors, headSize, margin, type PageSize } from './pdf-style.js';
import { plainStyle } from './pdf-writer.js';
import type { SetRun } from './unprintable.js';

const headBaseline = 46;
const mostHeadLines = 3;
const draftSize = 150;

/** What stands on a page beside the letter's own text. */
export interface PageFurniture {
  /** Who and what the letter is about, in its fonts. */
  readonly head: readonly SetRun[];
  readonly draft: boolean;
  readonly size: PageSize;
}

/** Drawn beneath the text: the word that nobody overlooks, pale enough to read through. */
export function drawBehind(canvas: PdfCanvas, { draft, size }: PageFurniture): void {
  if (!draft) return;
  canvas.artifact(() => {
    const page = canvas.document;
    page.save();
    page.rotate(-52, { origin: [size.width / 2, size.height / 2] });
    page.font('bold').fontSize(draftSize).fillColor(colors.draftBehind);
    const width = page.widthOfString('DRAFT');
    page.text('DRAFT', (size.width - width) / 2, size.height / 2 + draftSize * 0.33, {
      lineBreak: false,
      baseline: 'alphabetic',
    });
    page.restore();
  }, 'Pagination');
}

/** Whose letter it is and which page of how many, from the second page on; and on every page whether it is a draft. `number` counts from 1. */
export function drawFurniture(canvas: PdfCanvas, furniture: PageFurniture, number: number, count: number): void {
  const { size, draft } = furniture;
  canvas.artifact(() => {
    if (number > 1) drawHead(canvas, furniture, `Page ${String(number)} of ${String(count)}`);
    if (!draft) return;
    const page = canvas.document;
    page.font('bold').fontSize(10).fillColor(colors.draft);
    const width = page.widthOfString('DRAFT');
    page.text('DRAFT', (size.width - width) / 2, size.height - 36, { lineBreak: false, baseline: 'alphabetic' });
  }, 'Pagination');
}

function drawHead(canvas: PdfCanvas, { head, size }: PageFurniture, pageOf: string): void {
  const style = { ...plainStyle, size: headSize };
  const [page] = breakLines([{ text: pageOf, style, font: 'regular', whole: true }], size.width, canvas.measure);
  const free = size.width - 2 * margin - (page?.width ?? 0) - 18;
  // A very long name goes on above, so that the head never reaches down into the text; what is left of it stands in the letter.
  const lines = breakLines(head, free, canvas.measure).slice(0, mostHeadLines);
  lines.toReversed().forEach((line: TextLine, index) => {
    canvas.fragments(line.fragments, margin, headBaseline - index * headSize * 1.2);
  });
  if (page) canvas.fragments(page.fragments, size.width - margin - page.width, headBaseline);
}
