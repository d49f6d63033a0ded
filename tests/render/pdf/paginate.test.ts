import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Flow, type FlowItem } from '../../../server/src/render/pdf/flow.js';
import { fewestPages } from '../../../server/src/render/pdf/layout-letter.js';
import { paginate } from '../../../server/src/render/pdf/paginate.js';
import { addLines, type TextLayout } from '../../../server/src/render/pdf/pdf-writer.js';
import { fontBook } from './support/fonts.js';
import { createDocument } from '../../../server/src/render/pdf/pdf-canvas.js';

const draw = () => undefined;
const tag = createDocument(fontBook, { pdfVersion: '1.7', tagged: true }).struct('P');

function item(height: number, joined = false, before = 0): FlowItem {
  return { height, joined, before, draw };
}

/** The items of each page, in their places. */
function itemsOf(items: readonly FlowItem[], height: number) {
  return paginate(items, height).map((page) => page.items);
}

/** How many items each page holds. */
function counts(items: readonly FlowItem[], height: number): number[] {
  return itemsOf(items, height).map((page) => page.length);
}

/** A paragraph of so many lines, 10 points each. */
function paragraph(lines: number): FlowItem[] {
  const flow = new Flow();
  const line = { fragments: [], width: 0 };
  const layout: TextLayout = { tag, type: 'P', size: 10, leading: 1 };
  addLines(
    flow,
    Array.from({ length: lines }, () => line),
    { x: 0, width: 100 },
    layout,
  );
  return flow.items;
}

describe('pages', () => {
  test.each([
    ['full ones', [item(10), item(10), item(10)], 20, [2, 1]],
    ['what is joined goes along', [item(10), item(10), item(10, true)], 20, [1, 2]],
    ['a chain of joined ones', [item(10), item(10), item(10, true), item(10, true)], 30, [1, 3]],
    [
      'what no page can hold together is parted where the page ends',
      [item(10), item(10, true), item(10, true)],
      20,
      [2, 1],
    ],
    ['what is higher than a page has one to itself', [item(10), item(50), item(10)], 20, [1, 1, 1]],
    ['nothing', [], 20, []],
  ])('%s', (_, items, height, expected) => expect(counts(items, height)).toEqual(expected));

  test('space above counts within a page, and not on top of one', () => {
    const [first, second] = itemsOf([item(10), item(10, false, 5), item(10, false, 5)], 25);
    expect(first?.map(({ top }) => top)).toEqual([0, 15]);
    expect(second?.map(({ top }) => top)).toEqual([0]);
  });

  test('what is repeated stands on top of each page but the one where it stands itself', () => {
    const header = item(5);
    const rows = Array.from({ length: 5 }, () => ({ ...item(10), repeated: header }));
    const pages = itemsOf([header, { ...rows[0], joined: true } as FlowItem, ...rows.slice(1)], 25);
    expect(pages.map((page) => page.map(({ item }) => item === header))).toEqual([
      [true, false, false],
      [true, false, false],
      [true, false],
    ]);
    expect(pages[1]?.map(({ top }) => top)).toEqual([0, 5, 15]);
  });
});

describe('a paragraph at the end of a page', () => {
  test.each([
    [2, 1, [1, 2]],
    [3, 1, [1, 3]],
    [3, 2, [1, 3]],
    [4, 1, [1, 4]],
    [4, 2, [3, 2]],
    [4, 3, [3, 2]],
    [5, 3, [4, 2]],
    [5, 4, [4, 2]],
  ])('of %i lines where %i fit', (lines, fit, expected) =>
    expect(counts([item(100 - fit * 10), ...paragraph(lines)], 100)).toEqual(expected),
  );
});

const anyItems = fc.array(
  fc.record({ height: fc.integer({ min: 1, max: 60 }), joined: fc.boolean(), before: fc.integer({ min: 0, max: 9 }) }),
  { maxLength: 40 },
);

test('any flow: every item once, in its order; no page too full; no break that could have been avoided', () =>
  fc.assert(
    fc.property(anyItems, (made) => {
      const items = made.map((one): FlowItem => ({ ...one, draw }));
      const pages = itemsOf(items, 50);
      expect(pages.flatMap((page) => page.map(({ item }) => item))).toEqual(items);
      for (const page of pages) {
        const last = page.at(-1);
        if (page.length > 1 && last) expect(last.top + last.item.height).toBeLessThanOrEqual(50.01);
      }
      for (const [index, page] of pages.entries()) {
        if (index === 0 || page[0]?.item.joined !== true) continue;
        const above = pages[index - 1] ?? [];
        expect(above.slice(1).every(({ item }) => item.joined)).toBe(true);
      }
    }),
  ));

describe('pages that are a little longer where that saves one', () => {
  const lines = (count: number) => Array.from({ length: count }, () => item(10));
  test.each([
    ['one page is enough', 10, 100, [10], 0],
    ['a line too many', 11, 100, [11], 10],
    ['two lines too many', 12, 100, [12], 20],
    ['a line too many on each of two pages', 22, 100, [11, 11], 10],
    ['three lines too many', 13, 100, [10, 3], 0],
  ])('%s', (_, count, height, expected, extra) => {
    const found = fewestPages(lines(count), height, 10, 100);
    expect(found.pages.map(({ items }) => items.length)).toEqual(expected);
    expect(found.extra).toBe(extra);
  });

  test('never longer than the margin has room for', () => {
    expect(fewestPages(lines(12), 100, 10, 19)).toMatchObject({ extra: 0, pages: { length: 2 } });
    expect(fewestPages(lines(12), 100, 10, 20)).toMatchObject({ extra: 20, pages: { length: 1 } });
  });
});
