import type { Paper } from '../paper.js';

/** Where a page begins. */
export interface PageStart {
  /** Index among the printed sections, and among the section's elements: heading, what is missing as a whole, blocks. */
  readonly section: number;
  readonly block: number;
  /** How many letters of the block stand on earlier pages, as `lettersIn` counts them. */
  readonly letters: number;
}

/** How a letter's pages end, as its PDF has them. */
export interface PageLayout {
  readonly count: number;
  /** Of the second page, and of each further one. */
  readonly starts: readonly PageStart[];
  /** By how much the text of each page is longer than the margins say, where that saves a page; in points. */
  readonly extra: number;
}

/** The paper with pages as long as that. */
export function longerPages(paper: Paper, { extra }: Pick<PageLayout, 'extra'>): Paper {
  return { ...paper, margins: { ...paper.margins, bottom: paper.margins.bottom - extra } };
}
