import type { Paper } from '../document-options.js';

/** Lengths are in twentieths of a point, as Word counts them ("twips"). */
export const inch = 1440;

/** The size of the letter's font, 11.5 points: what `em` is in the style sheet of the HTML. */
export const em = 230;

/** How far a list or a quotation stands in, for each one that it is within. */
export const step = Math.round(1.6 * em);

export const margin = inch;

/** US Letter, and A4 (ISO 216: 210 by 297 mm). */
const papers: Readonly<Record<Paper, { readonly width: number; readonly height: number }>> = {
  letter: { width: 12240, height: 15840 },
  a4: { width: 11906, height: 16838 },
};

export function pageSize(paper: Paper): { readonly width: number; readonly height: number } {
  return papers[paper];
}

/** The width between the margins. */
export function textWidth(paper: Paper): number {
  return papers[paper].width - 2 * margin;
}

/** Of a line to sign on, and of the picture in its place at most. */
export const signatureWidth = Math.round(2.8 * inch);
/** Between two who sign side by side. */
export const signatureGap = Math.round(0.6 * inch);

/** Between the letterhead's line and the letter. */
export const afterLetterhead = Math.round(1.6 * em);
