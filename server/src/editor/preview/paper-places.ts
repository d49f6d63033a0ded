import { rangeOf } from '../../language/span.js';
import type { PaperBlock, PaperElement, PreviewVisibleParams } from '../../preview-protocol.js';
import type { Mark } from '../../render/marked-sections.js';
import type { ShownSection } from './patch-sections.js';
import { syntheticUri } from '../letters/synthetic-case.js';

/** A stretch of a file: offsets of UTF-16 code units, the end not included. */
export interface Stretch {
  readonly uri: string;
  readonly start: number;
  readonly end: number;
}

/** What an element prints; undefined for one that the page no longer has. */
export function markAt(sections: readonly ShownSection[], element: PaperElement): Mark | undefined {
  return marksOf(sections, element)?.[element.mark];
}

/** Where an element's words are written. Those of a made-up value are in no file: then it is the line that prints them. */
export function stretchOf(sections: readonly ShownSection[], element: PaperElement): Stretch | undefined {
  const marks = marksOf(sections, element)?.slice(0, element.mark + 1) ?? [];
  const written = marks.findLast(({ source }) => source.piece.uri !== syntheticUri);
  return written && rangeOf(written.source);
}

function marksOf(sections: readonly ShownSection[], { section, block }: PaperElement): readonly Mark[] | undefined {
  return sections.find(({ id }) => id === section)?.blocks[block]?.marks;
}

/**
 * The elements that print what stands at `offset`, in the order of the paper: those whose words it is in; else those of its line (a fact's name and its
 * value); else the smallest block around it.
 */
export function elementsAt(
  sections: readonly ShownSection[],
  { uri, offset, line }: { readonly uri: string; readonly offset: number; readonly line: Omit<Stretch, 'uri'> },
): PaperElement[] {
  const within: PaperElement[] = [];
  const onLine: PaperElement[] = [];
  let around: { element: PaperElement; length: number } | undefined;
  for (const { element, mark } of elementsOf(sections)) {
    if (mark.source.piece.uri !== uri) continue;
    const { start, end } = rangeOf(mark.source);
    if (mark.of === 'block') {
      if (start <= offset && offset <= end && (!around || end - start < around.length))
        around = { element, length: end - start };
    } else if (start <= offset && offset <= end) within.push(element);
    else if (start <= line.end && line.start <= end) onLine.push(element);
  }
  if (within.length > 0) return within;
  if (onLine.length > 0) return onLine;
  return around ? [around.element] : [];
}

/** The elements that print the first words of a stretch of text that are on the paper at all. */
export function firstPrinted(sections: readonly ShownSection[], { uri, start, end }: Stretch): PaperElement[] {
  let first = end;
  let found: PaperElement[] = [];
  for (const { element, mark } of elementsOf(sections)) {
    if (mark.of === 'block' || mark.source.piece.uri !== uri) continue;
    const range = rangeOf(mark.source);
    if (range.start < start || range.start > first || range.start >= end) continue;
    if (range.start < first) found = [];
    first = range.start;
    found.push(element);
  }
  return found;
}

/**
 * Where the visible part of the paper stands in the file: the first prose in sight that the file itself writes; where there is none, the first of its values.
 * Undefined where nothing in sight is its own.
 */
export function firstVisible(
  sections: readonly ShownSection[],
  { first, last }: Pick<PreviewVisibleParams, 'first' | 'last'>,
  uri: string,
): number | undefined {
  const own = visibleMarks(sections, first, last).filter(({ source }) => source.piece.uri === uri);
  const found = own.find(({ of }) => of === 'block') ?? own[0];
  return found && rangeOf(found.source).start;
}

function visibleMarks(sections: readonly ShownSection[], first: PaperBlock, last: PaperBlock): Mark[] {
  const blocks = sections.flatMap(({ id, blocks: all }) =>
    all.map(({ marks }, block) => ({ section: id, block, marks })),
  );
  const at = (place: PaperBlock) =>
    blocks.findIndex(({ section, block }) => section === place.section && block === place.block);
  const [from, to] = [at(first), at(last)];
  return from < 0 || to < 0 ? [] : blocks.slice(from, to + 1).flatMap(({ marks }) => marks);
}

function* elementsOf(sections: readonly ShownSection[]): Generator<{ element: PaperElement; mark: Mark }> {
  for (const { id, blocks } of sections) {
    for (const [block, { marks }] of blocks.entries()) {
      for (const [index, mark] of marks.entries()) yield { element: { section: id, block, mark: index }, mark };
    }
  }
}
