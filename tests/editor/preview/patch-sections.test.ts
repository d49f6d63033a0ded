import fc from 'fast-check';
import { expect, test } from 'vitest';
import { patchSections, SectionNumbers, type ShownSection } from '../../../server/src/editor/preview/patch-sections.js';
import type { SectionPatch } from '../../../server/src/preview-protocol.js';
import type { MarkedSection } from '../../../server/src/render/marked-sections.js';

function section(key: string, ...html: string[]): MarkedSection {
  return { key, className: 'section', blocks: html.map((one) => ({ html: one, marks: [] })) };
}

/** What a page makes of a patch. */
function apply(before: readonly ShownSection[], patches: readonly SectionPatch[]) {
  return patches.map(({ id, className, blocks }) => {
    const known = before.find((one) => one.id === id);
    const html = known?.blocks.map((block) => block.html) ?? [];
    if (blocks) html.splice(blocks.start, blocks.removed, ...blocks.added);
    return { id, className: className ?? known?.className, html };
  });
}

test('nothing changed: there is nothing to send', () => {
  const numbers = new SectionNumbers();
  const before = numbers.number([section('a', 'x')]);
  expect(patchSections(before, numbers.number([section('a', 'x')]))).toBeUndefined();
});

test('only the blocks that differ are sent', () => {
  const numbers = new SectionNumbers();
  const before = numbers.number([section('a', '1', '2', '3'), section('b', 'x')]);
  const now = numbers.number([section('a', '1', 'two', 'and a half', '3'), section('b', 'x')]);
  expect(patchSections(before, now)).toEqual([
    { id: 1, blocks: { start: 1, removed: 1, added: ['two', 'and a half'] } },
    { id: 2 },
  ]);
});

test('a section that moves keeps its number, one that comes back gets its own again', () => {
  const numbers = new SectionNumbers();
  expect(numbers.number([section('a'), section('b')]).map(({ id }) => id)).toEqual([1, 2]);
  expect(numbers.number([section('b')]).map(({ id }) => id)).toEqual([2]);
  expect(numbers.number([section('b'), section('a'), section('c')]).map(({ id }) => id)).toEqual([2, 1, 3]);
});

test('a patch makes the sections of now out of any of before', () => {
  const html = fc.constantFrom('p', 'q', 'r');
  const letter = fc.uniqueArray(
    fc.record({
      key: fc.constantFrom('a', 'b', 'c', 'd'),
      className: fc.constantFrom('section', 'end'),
      html: fc.array(html),
    }),
    { selector: ({ key }) => key },
  );
  fc.assert(
    fc.property(letter, letter, (was, is) => {
      const numbers = new SectionNumbers();
      const [before = [], now = []] = [was, is].map((sections) =>
        numbers.number(sections.map((one) => ({ ...section(one.key, ...one.html), className: one.className }))),
      );
      const patches = patchSections(before, now) ?? before.map(({ id }) => ({ id }));
      expect(apply(before, patches)).toEqual(
        now.map(({ id, className, blocks }) => ({ id, className, html: blocks.map((block) => block.html) })),
      );
    }),
  );
});
