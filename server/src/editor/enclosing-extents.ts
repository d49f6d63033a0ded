import { startsSentence } from '../knowledge/sentences.js';
import { bodyStartOf } from '../language/body-start.js';
import type { FactValue } from '../language/values.js';
import type { Bracket, ProseSource, SectionSource, SourceFile } from '../language/source-file.js';
import { rangeOf, type Span } from '../language/span.js';
import { lineAt } from '../language/lines.js';
import type { FileContext } from '../letter/file-context.js';
import { type Extent, namesIn } from './names/names-in-file.js';
import { readProse } from '../letter/prose.js';
import type { ProseBlock } from '../letter/prose-tree.js';
import { inlinesOf } from '../letter/visit-prose.js';
import { wholeEntry } from '../letter/whole-entry.js';

/**
 * What stands around an offset, from the smallest to the whole file, each within the next: word, name, bracket, sentence, line, paragraph,
 * section; in the head word, line, value, field, record.
 */
export function enclosingExtents(context: FileContext, offset: number): Extent[] {
  const { file } = context;
  const { contentStart, contentEnd } = lineAt(file.lines, offset);
  const line = { start: contentStart, end: contentEnd };
  const head = inHead(context, offset);
  // The first line of a value that goes on below is cut across by the value: label and first words belong together less than the value.
  const isCut = head.some((extent) => holds(extent, offset) && extent.start > line.start && extent.end > line.end);
  const around = [
    ...wordAt(file.text, offset),
    ...(isCut ? [] : [line]),
    ...namesIn(context, { start: offset, end: offset }).map(({ where }) => rangeOf(where)),
    ...head,
    ...inBody(file, offset),
    { start: 0, end: file.text.length },
  ];
  const holding = around.filter((extent) => holds(extent, offset) && extent.start < extent.end);
  holding.sort((a, b) => a.end - a.start - (b.end - b.start));
  const nested: Extent[] = [];
  for (const extent of holding) {
    const inner = nested.at(-1);
    if (
      !inner ||
      (extent.start <= inner.start && extent.end >= inner.end && extent.end - extent.start > inner.end - inner.start)
    )
      nested.push(extent);
  }
  return nested;
}

function holds({ start, end }: Extent, offset: number): boolean {
  return start <= offset && offset <= end;
}

const wordCharacter = /[\p{L}\p{M}\p{N}'\u2019-]/u;

function wordAt(text: string, offset: number): Extent[] {
  let start = offset;
  let end = offset;
  while (start > 0 && wordCharacter.test(text.charAt(start - 1))) start--;
  while (end < text.length && wordCharacter.test(text.charAt(end))) end++;
  return [{ start, end }];
}

function inHead({ file, head }: FileContext, offset: number): Extent[] {
  const last = file.entries.at(-1);
  const first = file.header ? rangeOf(file.header.whole).start : file.entries[0]?.piece.start;
  if (first === undefined) return [];
  const end = last ? rangeOf(wholeEntry(last)).end : file.header ? rangeOf(file.header.whole).end : first;
  const entry = file.entries.find(({ piece }) =>
    holds({ start: piece.start, end: piece.start + piece.text.length }, offset),
  );
  const fields = [...(head?.facts ?? []), ...(head?.records.flatMap((record) => record.fields) ?? [])];
  const own = entry ? fields.filter(({ name }) => name.piece === entry.piece) : [];
  const values = own.flatMap(({ name, values: given }) =>
    given.flatMap((value) => [...value.lines.map(rangeOf), rangeOf(value.where), fieldExtent(name, value)]),
  );
  return [...values, ...(entry ? [rangeOf(wholeEntry(entry))] : []), { start: first, end }];
}

function fieldExtent(name: Span, { where }: FactValue): Extent {
  return { start: rangeOf(name).start, end: rangeOf(where).end };
}

function inBody(file: SourceFile, offset: number): Extent[] {
  const isHere = ({ piece }: SectionSource | ProseSource) =>
    holds({ start: piece.start, end: piece.start + piece.text.length }, offset);
  // Where two sections touch, an offset belongs to the later one.
  const section = file.sections.findLast(isHere);
  const prose = section?.prose ?? (file.preamble && isHere(file.preamble) ? file.preamble : undefined);
  if (!prose) return [];
  const body = trimmed(file.text, { start: bodyStartOf(file), end: file.text.length });
  const { piece } = prose;
  const whole = trimmed(file.text, { start: piece.start, end: piece.start + piece.text.length });
  const within = trimmed(file.text, { start: piece.start + prose.start, end: piece.start + prose.end });
  const title = section ? [rangeOf(section.title), ...brackets(section.titleBrackets, piece.start)] : [];
  return [
    ...title,
    ...brackets(prose.brackets, piece.start),
    ...inProse(prose, offset - piece.start),
    within,
    whole,
    body,
  ];
}

function moved(found: readonly Extent[], at: number): Extent[] {
  return found.map(({ start, end }) => ({ start: at + start, end: at + end }));
}

/** Brackets with and without their marks. */
function brackets(found: readonly Bracket[], at: number): Extent[] {
  return moved(
    found.flatMap((bracket): Extent[] => (bracket.kind === 'placeholder' ? [bracket, bracket.name] : [bracket])),
    at,
  );
}

function trimmed(text: string, { start, end }: Extent): Extent {
  const inner = text.slice(start, end);
  return { start: start + (inner.length - inner.trimStart().length), end: start + inner.trimEnd().length };
}

/** `at` counts from the start of the prose's piece. */
function inProse(prose: ProseSource, at: number): Extent[] {
  const { piece } = prose;
  const block = readProse(prose).blocks.find(({ start, end }) => start <= at && at <= end);
  if (!block) return [];
  const nodes = [...inlinesOf({ blocks: [block] })].filter(
    ({ kind, start, end }) => kind !== 'text' && start <= at && at <= end,
  );
  const extents = [...nodes, ...blocksAt(block, at), sentenceAt(piece.text, block, at)];
  return moved(extents, piece.start);
}

function blocksAt(block: ProseBlock, at: number): Extent[] {
  const inner =
    block.kind === 'list' ? block.items.flatMap((item) => item.blocks) : block.kind === 'quote' ? block.blocks : [];
  return [block, ...inner.filter(({ start, end }) => start <= at && at <= end).flatMap((one) => blocksAt(one, at))];
}

/** Sentences end at `.`, `!` or `?`, but not behind *Dr.* or *e.g.* */
function sentenceAt(text: string, { start, end }: Extent, at: number): Extent {
  let from = start;
  for (const { index, 0: mark } of text.slice(start, end).matchAll(/[.!?]["'\u2019\u201d)\]]*\s+/g)) {
    const next = start + index + mark.length;
    if (!startsSentence(text.slice(start, next))) continue;
    if (next > at) return { start: from, end: start + index + mark.trimEnd().length };
    from = next;
  }
  return { start: from, end };
}
