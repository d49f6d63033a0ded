import { paperSizes, type Paper, textArea } from '../../paper.js';
import { ascent, descent, indent, signatureWidth as signaturePoints, betweenSigners } from '../letter-measures.js';

/** Lengths are in twentieths of a point, as Word counts them ("twips"). */
export function twips(points: number): number {
  return Math.round(points * 20);
}

/** Half points, as Word counts the size of letters. */
export function halfPoints(points: number): number {
  return Math.round(points * 2);
}

/** Lines as far apart as so many times the size of their letters: Word counts in 240ths of the font's own distance. */
export function lineSpacing(count: number): number {
  return Math.round((count / fontLine) * 240);
}

/** Times New Roman's own distance has a little between the lines, beside how far its letters reach. */
const fontLine = ascent + descent + 0.042;

/** Twips of a multiple of the size of the letter's words. */
export function emTwips({ fontSize }: Pick<Paper, 'fontSize'>): (count: number) => number {
  return (count) => twips(count * fontSize);
}

/** How far a list or a quotation stands in, for each one that it is within. */
export const step = twips(indent);

export function pageSize({ size }: Paper): { readonly width: number; readonly height: number } {
  const { width, height } = paperSizes[size];
  return { width: twips(width), height: twips(height) };
}

/** The width between the margins. */
export function textWidth(paper: Paper): number {
  return twips(textArea(paper).width);
}

/** Of a line to sign on, and of the picture in its place at most. */
export const signatureWidth = twips(signaturePoints);
/** Between two who sign side by side. */
export const signatureGap = twips(betweenSigners);
