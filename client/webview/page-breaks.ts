export interface Box {
  /** From the paper's top, in CSS pixels. */
  readonly top: number;
  readonly bottom: number;
  /** Stays with what comes after it. */
  readonly staysWithNext: boolean;
  /** Is not broken. */
  readonly isWhole: boolean;
}

/** Less of a block than this is not left behind at the end of a page: about two lines. */
const fewLines = 40;

/** Distances from the paper's top at which a new page begins. What is longer than a page is broken wherever the page ends. `pageHeight`: between the margins, in CSS pixels. */
export function pageBreaks(boxes: readonly Box[], pageHeight: number): number[] {
  const breaks: number[] = [];
  let limit = (boxes[0]?.top ?? 0) + pageHeight;
  for (const [index, box] of boxes.entries()) {
    while (box.bottom > limit) {
      const before = boxes[index - 1];
      const first = before?.staysWithNext ? before : box;
      const movesWhole =
        (box.isWhole || box.staysWithNext || limit - box.top < fewLines) && first.top > limit - pageHeight + 1;
      const at = movesWhole && first.top <= limit ? first.top : limit;
      breaks.push(at);
      limit = at + pageHeight;
    }
  }
  return breaks;
}
