import type { Paper } from '../document-options.js';

/** How the letter looks on paper, in points (1/72 inch): the measures of the HTML's style sheet (html-style.ts), so that both break their lines alike. */
export const bodySize = 11.5;
export const lineHeight = 1.4;
export const headingLineHeight = 1.25;
/** Of section headings, and of those within sections. */
export const headingSizes: Readonly<Record<2 | 3 | 4, number>> = { 2: bodySize * 1.13, 3: bodySize, 4: bodySize };
export const headSize = 9.5;
export const margin = 72;

/** Multiples of the body's size. */
export function em(count: number, size = bodySize): number {
  return count * size;
}

export const spaces = {
  paragraph: em(0.7),
  belowHeading: em(0.3),
  item: em(0.2),
  indent: em(1.6),
  subject: em(0.2),
  belowSubject: em(1),
  letterhead: em(1.6),
  label: em(0.1),
  rule: em(1),
  cellAbove: em(0.2),
  cellBeside: em(0.6),
} as const;

export const hairline = 0.5;
export const colors = {
  ink: '#000000',
  cellBorder: '#555555',
  cellHeader: '#f2f2f2',
  gap: '#ffe58f',
  gapBorder: '#8a6d00',
  draft: '#aa0000',
  draftBehind: '#eeeeee',
} as const;

export interface PageSize {
  readonly width: number;
  readonly height: number;
}

/** US Letter (ANSI/ASME Y14.1) and A4 (ISO 216). */
export const pageSizes: Readonly<Record<Paper, PageSize>> = {
  letter: { width: 612, height: 792 },
  a4: { width: 595.28, height: 841.89 },
};
