import { type Paper, textArea } from '../../paper.js';
import { printedSections } from '../section-print.js';
import type { PageStart } from '../page-layout.js';
import { Flow, type FlowItem } from './flow.js';
import { layOutSection } from './layout-section.js';
import { type Page, paginate } from './paginate.js';
import type { PdfWriter } from './pdf-writer.js';

/** The least that stays of the bottom margin where pages are longer; in points. */
const leastBottom = 36;
/** By how many lines a page may be longer. */
const mostExtraLines = 2;

/** A letter parted into pages; one that prints nothing is an empty page all the same. */
export function layOutLetter(writer: PdfWriter, paper: Paper): LetterLayout {
  const flow = new Flow();
  const root = writer.canvas.tag('Document', undefined);
  const { width, height } = textArea(paper);
  const column = { x: paper.margins.left, width };
  printedSections(writer.letter).forEach((printed, index) => layOutSection(writer, flow, printed, index, column, root));
  const longest = Math.max(0, paper.margins.bottom - leastBottom);
  const { pages, extra } = fewestPages(flow.items, height, writer.style.line, longest);
  return {
    pages: pages.length > 0 ? pages : [{ first: 0, items: [] }],
    starts: pages.slice(1).flatMap(({ first }) => flow.places[first] ?? []),
    extra,
  };
}

export interface LetterLayout extends LetterPages {
  /** Where the second page begins, and each further one. */
  readonly starts: readonly PageStart[];
}

export interface LetterPages {
  readonly pages: readonly Page[];
  /** By how much each page's text is longer than the margins say; in points. */
  readonly extra: number;
}

/**
 * Pages of `height` points; or up to two lines longer, where that saves one: nobody wants a page for the last two references. `longest`: the most that
 * they may be longer; in points.
 */
export function fewestPages(items: readonly FlowItem[], height: number, line: number, longest: number): LetterPages {
  const usual = paginate(items, height);
  for (let lines = 1; lines <= mostExtraLines && lines * line <= longest; lines++) {
    const pages = paginate(items, height + lines * line);
    if (pages.length < usual.length) return { pages, extra: lines * line };
  }
  return { pages: usual, extra: 0 };
}
