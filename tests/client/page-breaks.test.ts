import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Box, pageBreaks } from '../../client/webview/page-breaks.js';

const pageHeight = 9 * 96;

/** Blocks one under the other, from `top` on: `h` a heading, `w` one that is not broken, `p` any other; each with its height. */
function stack(top: number, ...blocks: readonly (readonly ['h' | 'w' | 'p', number])[]): Box[] {
  let at = top;
  return blocks.map(([kind, height]) => {
    const box = { top: at, bottom: at + height, staysWithNext: kind === 'h', isWhole: kind === 'w' };
    at += height;
    return box;
  });
}

describe('where pages end', () => {
  test('a letter of one page has no edge', () => expect(pageBreaks(stack(96, ['p', 800]), pageHeight)).toEqual([]));
  test('nothing has none', () => expect(pageBreaks([], pageHeight)).toEqual([]));

  test('a long paragraph is broken where the page is full', () =>
    expect(pageBreaks(stack(96, ['p', 800], ['p', 200]), pageHeight)).toEqual([96 + pageHeight]));

  test('a heading stays with what it is above', () =>
    expect(pageBreaks(stack(96, ['p', 800], ['h', 40], ['p', 100]), pageHeight)).toEqual([896]));

  test('what is not broken moves as a whole', () =>
    expect(pageBreaks(stack(96, ['p', 700], ['w', 300]), pageHeight)).toEqual([796]));

  test('two lines are not left behind', () =>
    expect(pageBreaks(stack(96, ['p', 840], ['p', 200]), pageHeight)).toEqual([936]));

  test('what is longer than a page is broken all the same', () =>
    expect(pageBreaks(stack(96, ['w', 3 * pageHeight - 1]), pageHeight)).toEqual([
      96 + pageHeight,
      96 + 2 * pageHeight,
    ]));

  test('pages follow each other, none is longer than a page, and nothing is lost behind the last', () => {
    const block = fc.tuple(
      fc.constantFrom('h' as const, 'w' as const, 'p' as const),
      fc.integer({ min: 1, max: 2500 }),
    );
    fc.assert(
      fc.property(fc.array(block, { maxLength: 60 }), (blocks) => {
        const boxes = stack(96, ...blocks);
        const edges = [96, ...pageBreaks(boxes, pageHeight)];
        for (const [index, edge] of edges.entries()) {
          const next = edges[index + 1] ?? boxes.at(-1)?.bottom ?? 96;
          expect(next - edge).toBeGreaterThanOrEqual(0);
          expect(next - edge).toBeLessThanOrEqual(pageHeight);
        }
      }),
    );
  });
});
