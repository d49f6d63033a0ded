import { ascent, descent, headingSizes, letterSize, lineHeight, nameSize, spaces } from '../letter-measures.js';
import type { TextStyle } from './styled-text.js';

/** How a letter with words of one size looks on paper, in points (1/72 inch). */
export interface PdfStyle {
  readonly size: number;
  readonly plain: TextStyle;
  /** Of section headings, and of those within sections. */
  readonly headingSizes: Readonly<Record<2 | 3 | 4, number>>;
  readonly spaces: Readonly<Record<keyof typeof spaces, number>>;
  /** From line to line. */
  readonly line: number;
  readonly name: { readonly size: number; readonly leading: number };
}

export function pdfStyle(size: number): PdfStyle {
  const em = (count: number) => count * size;
  const { paragraph, aboveHeading, belowHeading, item, subject, belowSubject, letterhead } = spaces;
  const { belowLogo, label, rule, cellAbove, cellBeside, belowSignatureLine } = spaces;
  return {
    size,
    plain: { bold: false, italic: false, size: letterSize(size), raised: false, gap: false },
    headingSizes: { 2: em(headingSizes[2]), 3: em(headingSizes[3]), 4: em(headingSizes[4]) },
    spaces: {
      paragraph: em(paragraph),
      aboveHeading: em(aboveHeading),
      belowHeading: em(belowHeading),
      item: em(item),
      subject: em(subject),
      belowSubject: em(belowSubject),
      letterhead: em(letterhead),
      belowLogo: em(belowLogo),
      label: em(label),
      rule: em(rule),
      cellAbove: em(cellAbove),
      cellBeside: em(cellBeside),
      belowSignatureLine: em(belowSignatureLine),
    },
    line: em(lineHeight),
    name: { size: em(nameSize), leading: nameLeading() },
  };
}

/** The name's own line is as high as it is large; the letter's line around it reaches further down (CSS 2.2, 10.8.1). */
function nameLeading(): number {
  const above = nameSize * baselineIn(1, 1);
  const below = lineHeight - baselineIn(1, lineHeight);
  return (above + below) / nameSize;
}

/** The line's baseline beneath its upper end, by the font's own measures. */
export function baselineIn(size: number, leading: number): number {
  return size * ((leading - (ascent + descent)) / 2 + ascent);
}

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
