/**
 * How far apart the letter's words stand: what the style sheet, the PDF and the Word file are made of, so that all of them break lines and pages at the same
 * places. Multiples of the size of the letter's words, but for what says points (1/72 inch).
 */
export const lineHeight = 1.25;
export const headingLineHeight = 1.2;

/** Of section headings, and of those within sections. */
export const headingSizes: Readonly<Record<2 | 3 | 4, number>> = { 2: 1.1, 3: 1, 4: 1 };

/** Of the practice's name at the top. Its lines are as far apart as the letter's. */
export const nameSize = 1.25;

/** Of the number of a citation. */
export const raisedSize = 0.72;

/** Spaces above and below; of two that meet the larger counts. */
export const spaces = {
  paragraph: 0.6,
  aboveHeading: 0.9,
  belowHeading: 0.25,
  item: 0.15,
  subject: 0.1,
  belowSubject: 0.8,
  letterhead: 1.2,
  belowLogo: 0.4,
  label: 0.1,
  rule: 0.8,
  cellAbove: 0.15,
  cellBeside: 0.5,
  belowSignatureLine: 0.2,
} as const;

/** How far lists and quotations stand in, whatever the size of the words. In points, as all that follows. */
export const indent = 18;
export const cellBorder = 0.75;
/** Of the running head, whatever the size of the words. */
export const headSize = 9.5;

/** The most that a picture takes. */
export const logoBox = { width: 216, height: 72 } as const;
export const signatureBox = { width: 201.6, height: 64.8 } as const;
/** Between a logo and the lines beside it. */
export const besideLogo = 14;

export const roomToSign = 32;
export const signatureWidth = 201.6;
/** Between two who sign side by side. */
export const betweenSigners = 43.2;

/**
 * The size of letters as Chromium has it, which counts in 64ths of a pixel of 1/96 inch; points. The PDF takes the same, or a line that is full to a hair would end
 * elsewhere.
 */
export function letterSize(points: number): number {
  return (Math.floor((points / 72) * 96 * 64) / 64 / 96) * 72;
}

/** Tinos and Times New Roman, of their size: how far letters reach above and below the line. */
export const ascent = 0.891;
export const descent = 0.216;
