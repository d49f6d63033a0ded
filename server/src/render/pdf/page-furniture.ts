import { breakLines, type TextLine } from './break-lines.js';
import type { PdfCanvas } from './pdf-canvas.js';
import { type Paper, paperSizes } from '../../paper.js';
import { headSize } from '../letter-measures.js';
import { colors } from './pdf-style.js';
import type { TextStyle } from './styled-text.js';
import type { SetRun } from './unprintable.js';

/** Between the head's words and the letter's, and between them and the paper's edge; points. */
const belowHead = 26;
const aboveHead = 20;
const mostHeadLines = 3;
const headLine = headSize * 1.2;
export const headStyle: TextStyle = { bold: false, italic: false, size: headSize, raised: false, gap: false };
const draftSize = 150;

/** What stands on a page beside the letter's own text. */
export interface PageFurniture {
  /** Who and what the letter is about, in its fonts. */
  readonly head: readonly SetRun[];
  readonly draft: boolean;
  readonly paper: Paper;
}

/** Drawn beneath the text: the word that nobody overlooks, pale enough to read through. */
export function drawBehind(canvas: PdfCanvas, { draft, paper }: PageFurniture): void {
  if (!draft) return;
  const size = paperSizes[paper.size];
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
  const { draft } = furniture;
  const size = paperSizes[furniture.paper.size];
  canvas.artifact(() => {
    if (number > 1) drawHead(canvas, furniture, `Page ${String(number)} of ${String(count)}`);
    if (!draft) return;
    const page = canvas.document;
    page.font('bold').fontSize(10).fillColor(colors.draft);
    const width = page.widthOfString('DRAFT');
    page.text('DRAFT', (size.width - width) / 2, size.height - 36, { lineBreak: false, baseline: 'alphabetic' });
  }, 'Pagination');
}

function drawHead(canvas: PdfCanvas, { head, paper }: PageFurniture, pageOf: string): void {
  const { margins } = paper;
  const { width } = paperSizes[paper.size];
  const baseline = Math.max(aboveHead + headSize / 2, margins.top - belowHead);
  const [page] = breakLines([{ text: pageOf, style: headStyle, font: 'regular', whole: true }], width, canvas.measure);
  const free = width - margins.left - margins.right - (page?.width ?? 0) - 18;
  // A very long name goes on above, so that the head never reaches down into the text; what is left of it stands in the letter.
  const most = Math.min(mostHeadLines, 1 + Math.floor((baseline - aboveHead) / headLine));
  const lines = breakLines(head, free, canvas.measure).slice(0, most);
  lines.toReversed().forEach((line: TextLine, index) => {
    canvas.fragments(line.fragments, margins.left, baseline - index * headLine);
  });
  if (page) canvas.fragments(page.fragments, width - margins.right - page.width, baseline);
}
