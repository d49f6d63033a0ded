import type { FlowItem } from './flow.js';

/** An item in its place on a page. */
export interface PlacedItem {
  readonly item: FlowItem;
  /** From the upper end of the page's text, in points. */
  readonly top: number;
}

export interface Page {
  /** Index of the flow's item that it begins with. */
  readonly first: number;
  readonly items: readonly PlacedItem[];
}

/**
 * Parts a flow into pages of `height` points. A page ends where it is full, or further up where what follows must stay together. What is too long for any
 * page to hold together is parted where the page ends.
 */
export function paginate(items: readonly FlowItem[], height: number): Page[] {
  const pages: Page[] = [];
  for (let from = 0; from < items.length;) {
    const page = fillPage(items, from, height);
    const to = page.next < items.length ? lastBreak(items, from, page.next) : page.next;
    pages.push({ first: from, items: page.placed.slice(0, page.placed.length - (page.next - to)) });
    from = to;
  }
  return pages;
}

/** A header that would take more of each page than this stands only where the table begins. */
const mostRepeated = 1 / 3;

/** As many items as fit, one at least; `next` is the first that does not. */
function fillPage(items: readonly FlowItem[], from: number, height: number): { placed: PlacedItem[]; next: number } {
  const placed: PlacedItem[] = [];
  let used = 0;
  const repeated = items[from]?.repeated;
  if (repeated && from > 0 && repeated.height <= height * mostRepeated) {
    placed.push({ item: repeated, top: 0 });
    used = repeated.height;
  }
  let next = from;
  for (let item = items[next]; item; item = items[++next]) {
    const top = used + (next === from ? 0 : item.before);
    if (next > from && top + item.height > height + 0.01) break;
    placed.push({ item, top });
    used = top + item.height;
  }
  return { placed, next };
}

/** The last place before `next` where a page may end; `next` itself where there is none. */
function lastBreak(items: readonly FlowItem[], from: number, next: number): number {
  for (let at = next; at > from; at--) if (items[at]?.joined === false) return at;
  return next;
}
