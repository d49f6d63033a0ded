import { resolveName } from '../language/name-resolution.js';
import type { ProseSource } from '../language/source-file.js';
import type { Span } from '../language/span.js';
import { append } from './append.js';
import { contentsOf } from './block-contents.js';
import { choosable, type Choosable, isOneOf } from './condition.js';
import { boxesFor, mustChoose, tickedFor } from './fill-boxes.js';
import { letterBlock } from './letter-blocks.js';
import { fillBehind, fillInline, isEmpty, leadOf } from './fill-inline.js';
import type { Filling, Repeated } from './filling.js';
import type { Block, Gap, Inline, Item } from './letter.js';
import { ownSignature, type OwnSignature } from './own-signature.js';
import { readProse } from './prose.js';
import { beginningName, partsOf, repetitions } from './repetition.js';
import { RunningParagraph } from './running-paragraph.js';
import { derivedRun } from './runs.js';
import type { ProseBlock, ProseInline, ProseItem } from './prose-tree.js';

/** A section's prose being filled; what `[template text]` stands for there, if anything. */
export interface BlockFilling extends Filling {
  readonly templateText?: () => readonly Block[];
}

/** Fills a stretch of prose: blocks with every placeholder printed or shown as a gap. */
export function fillProse(source: ProseSource, filling: BlockFilling): Block[] {
  return fillBlocks(readProse(source).blocks, source, filling, undefined);
}

function fillBlocks(
  blocks: readonly ProseBlock[],
  source: ProseSource,
  filling: BlockFilling,
  repeated: Repeated | undefined,
): Block[] {
  const filled: Block[] = [];
  for (const { heading, beneath } of partsOf(blocks)) {
    const part = heading ? [heading, ...beneath] : beneath;
    const each = heading ? repetitions(heading.content, filling, repeated) : [repeated];
    for (const one of each) for (const block of part) append(filled, fillBlock(block, source, filling, one));
  }
  return filled;
}

function fillBlock(
  block: ProseBlock,
  source: ProseSource,
  filling: BlockFilling,
  repeated: Repeated | undefined,
): Block[] {
  const span: Span = { piece: source.piece, start: block.start, end: block.end };
  switch (block.kind) {
    case 'paragraph':
      return fillParagraph(block.content, span, source, filling, repeated);
    case 'heading': {
      const content = fillInline(block.content, source, filling, repeated);
      return content && !isEmpty(content) ? [{ kind: 'heading', source: span, level: block.level, content }] : [];
    }
    case 'list': {
      const items = block.items.flatMap((item) => fillItem(item, source, filling, repeated));
      return items.length > 0
        ? [{ kind: 'list', source: span, ordered: block.ordered, first: block.first, items }]
        : [];
    }
    case 'table': {
      const inCell: Filling = { ...filling, inItem: true };
      const cells = (row: readonly (readonly ProseInline[])[], each: Repeated | undefined) =>
        row.map((cell) => fillInline(cell, source, inCell, each) ?? []);
      const header = cells(block.header, repeated);
      const rows = block.rows.flatMap((row) => {
        const copies = repetitions(row[0] ?? [], filling, repeated).map((each) => cells(row, each));
        return copies.filter((copy) => !(copy.every(isEmpty) && row.some((cell) => cell.length > 0)));
      });
      if (rows.length === 0 && block.rows.length > 0) return []; // headings over nothing
      return [{ kind: 'table', source: span, align: block.align, header, rows }];
    }
    case 'quote': {
      const blocks = fillBlocks(block.blocks, source, filling, repeated);
      return blocks.length > 0 ? [{ kind: 'quote', source: span, blocks }] : [];
    }
    case 'rule':
      return [{ kind: 'rule', source: span }];
  }
}

function fillItem(item: ProseItem, source: ProseSource, filling: BlockFilling, repeated: Repeated | undefined): Item[] {
  const first = item.blocks[0];
  const start = first?.kind === 'paragraph' ? first.content : [];
  const name = item.checked === false ? beginningName(start) : undefined;
  const chosen = name === undefined ? undefined : choosable(resolveName(filling.schema, name));
  if (chosen) return fillBoxItems(item, chosen, start, source, filling, repeated);
  return repetitions(start, filling, repeated).flatMap((each): Item[] => {
    const blocks = fillBlocks(item.blocks, source, { ...filling, inItem: true }, each);
    if (blocks.length === 0 && item.blocks.some((block) => !isBare(block))) return [];
    return [{ ...(item.checked !== undefined && { checked: item.checked }), blocks }];
  });
}

/** An item for each choice of the field that the item begins with; what stands behind it prints for the given ones. */
function fillBoxItems(
  item: ProseItem,
  chosen: Choosable,
  start: readonly ProseInline[],
  source: ProseSource,
  filling: BlockFilling,
  repeated: Repeated | undefined,
): Item[] {
  const ticked = tickedFor(chosen, repetitions(start, filling, repeated), source.piece, filling);
  const span: Span = { piece: source.piece, start: start[0]?.start ?? 0, end: start[0]?.end ?? 0 };
  const fill = (each: Repeated | undefined) => fillBlocks(item.blocks, source, { ...filling, inItem: true }, each);
  const items = boxesFor(
    chosen,
    ticked.map(({ value }) => value),
  ).flatMap(({ choice, checked }): Item[] => {
    if (!checked) {
      const content = [derivedRun(choice, span, chosen.target.field)];
      return [{ checked, blocks: [{ kind: 'paragraph', source: span, content }] }];
    }
    return ticked
      .filter(({ value }) => isOneOf(chosen, [value], [choice]))
      .map(({ each }) => ({ checked, blocks: fill(each) }));
  });
  // What is lacking stands above its boxes, which are all there for the reader of a draft.
  if (ticked.length === 0 && mustChoose(chosen)) return [{ blocks: fill(repeated) }, ...items];
  return items;
}

/** Nothing but what a check box stood before: `- [ ]`. */
function isBare(block: ProseBlock): boolean {
  return block.kind === 'paragraph' && block.content.length === 0;
}

/** A paragraph, parted where a line of it holds a block (`[signature]`); the template's text runs on with the words around it. */
function fillParagraph(
  content: readonly ProseInline[],
  span: Span,
  source: ProseSource,
  filling: BlockFilling,
  repeated: Repeated | undefined,
): Block[] {
  const run = new RunningParagraph(leadOf(filling));
  let open: ProseInline[] = [];
  let signature: OwnSignature | undefined;
  const close = (): boolean => {
    const startsLine = open[0]?.kind === 'break';
    const endsLine = open.at(-1)?.kind === 'break';
    while (open.at(-1)?.kind === 'break') open.pop();
    while (open[0]?.kind === 'break') open.shift();
    const fill = (before: string) => fillBehind(before, open, source, filling, repeated);
    // The lines beneath a signature say whose it is, and stay with it.
    if (signature) run.addSignature(signature, open.length > 0 ? fill('') : undefined);
    else if (open.length > 0) run.addWords(extent(open, span), startsLine, fill);
    signature = undefined;
    open = [];
    return endsLine;
  };
  for (const node of content) {
    const bracket = loneBracket(node);
    const own =
      bracket && ownSignature(bracket, hasBraces(node), { piece: source.piece, repeated, optional: false }, filling);
    const standing = bracket && !own ? standingBlocks(bracket, source, filling) : undefined;
    if (!standing && !own) {
      open.push(node);
      continue;
    }
    const endsLine = close();
    if (own) signature = own === 'nobody signs' ? undefined : own;
    if (bracket?.bracket.kind === 'template text') run.addText(standing ?? [], endsLine);
    else run.addBlocks(standing ?? []);
  }
  close();
  return run.finish();
}

/** A bracket by itself, or with nothing but emphasis or braces around it: `{[enclosures]}` asks for the block as well. */
function loneBracket(node: ProseInline): Extract<ProseInline, { kind: 'bracket' }> | undefined {
  if (node.kind === 'bracket') return node;
  if (!('content' in node) || node.kind === 'link') return undefined;
  const [only, ...more] = node.content;
  return only && more.length === 0 ? loneBracket(only) : undefined;
}

/** Whether a bracket by itself stands in braces. */
function hasBraces(node: ProseInline): boolean {
  return node.kind === 'optional' || ('content' in node && node.content.some(hasBraces));
}

function extent(nodes: readonly ProseInline[], span: Span): Span {
  return { piece: span.piece, start: nodes[0]?.start ?? span.start, end: nodes.at(-1)?.end ?? span.end };
}

/** The blocks that a bracket stands for; undefined for one that prints within a line. */
function standingBlocks(
  node: Extract<ProseInline, { kind: 'bracket' }>,
  source: ProseSource,
  filling: BlockFilling,
): readonly Block[] | undefined {
  const span: Span = { piece: source.piece, start: node.start, end: node.end };
  const { bracket } = node;
  if (bracket.kind === 'template text') {
    if (filling.templateText) return filling.templateText();
    filling.nothingReplaced.push(span);
    return [];
  }
  if (bracket.kind !== 'placeholder') return undefined;
  const target = resolveName(filling.schema, bracket.name.text);
  if (target?.kind !== 'block') return undefined;
  const blocks = letterBlock(target.block, span, filling);
  filling.uses.push({ name: bracket.name, target, given: blocks.length > 0, optional: false, repeated: false });
  return blocks;
}

/** The gaps that stand in blocks, in the order of the text. */
export function gapsIn(blocks: readonly Block[]): Gap[] {
  return blocks.flatMap(contentsOf).flatMap(gapsInline);
}

function gapsInline(content: readonly Inline[]): Gap[] {
  return content.flatMap((node) => {
    if (node.kind === 'gap') return [node.gap];
    return 'content' in node ? gapsInline(node.content) : [];
  });
}
