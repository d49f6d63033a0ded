import type { PageStart } from '../page-layout.js';
import type { PdfCanvas } from './pdf-canvas.js';

/** What stands on a page above each other: a line of text, a slice of a table's row, a picture. Nothing parts it. */
export interface FlowItem {
  /** In points. */
  readonly height: number;
  /** Space above it, which the top of a page swallows; in points. */
  readonly before: number;
  /** True where no page may end between it and what stands above it. */
  readonly joined: boolean;
  /** Drawn again on top of each page that begins with this item: the header of a table. */
  readonly repeated?: FlowItem;
  /** How many letters of its block it prints, as `lettersIn` counts them. */
  readonly letters?: number;
  /** Draws it; `top` in points from the page's upper edge. */
  readonly draw: (canvas: PdfCanvas, top: number, edges: PageEdges) => void;
}

/** Whether an item is the first or the last of its page. */
export interface PageEdges {
  readonly first: boolean;
  readonly last: boolean;
}

/** Collects what a letter prints, from top to bottom. Of two spaces that meet only the larger counts, as margins of HTML do. */
export class Flow {
  readonly items: FlowItem[] = [];
  /** Of each item its place; undefined in a flow within another one, which knows it. */
  readonly places: (PageStart | undefined)[] = [];
  private place: PageStart | undefined;
  private pending = 0;
  private holds = false;

  /** Space between what comes before and what comes next. */
  space(points: number): void {
    this.pending = Math.max(this.pending, points);
  }

  /** What comes next stands on the page of what came before. */
  hold(): void {
    this.holds = true;
  }

  /** What comes next is a new element of a section. */
  begin(section: number, block: number): void {
    this.place = { section, block, letters: 0 };
  }

  add(item: Omit<FlowItem, 'before' | 'joined'>, joined = false): void {
    this.places.push(this.place);
    if (this.place) this.place = { ...this.place, letters: this.place.letters + (item.letters ?? 0) };
    this.items.push({ ...item, before: this.pending, joined: this.holds || joined });
    this.pending = 0;
    this.holds = false;
  }
}
