import type { Block, Inline } from '../../letter/letter.js';
import { keepsWithNext } from '../keeps-with-next.js';
import { blockLabel, type PrintedSection, printsAsSubject } from '../section-print.js';
import type { Flow } from './flow.js';
import { layOutLetterhead } from './layout-letterhead.js';
import { layOutList, layOutLines } from './layout-list.js';
import { layOutReferences } from './layout-references.js';
import { addHeading } from './layout-heading.js';
import { layOutSignature } from './layout-signature.js';
import { layOutTable } from './layout-table.js';
import type { PdfCanvas, Tag } from './pdf-canvas.js';
import { indent } from '../letter-measures.js';
import { hairline } from './pdf-style.js';
import { addLines, type BlockOf, type Column, layOutText } from './pdf-writer.js';
import type { SectionWriter } from './section-writer.js';

/** Blocks one under the other. `begin` hears of each one that prints something; `around` are the blocks before the first and behind the last. */
export function layOutBlocks(
  writer: SectionWriter,
  flow: Flow,
  blocks: readonly Block[],
  column: Column,
  parent: Tag,
  begin?: () => void,
  around: Pick<PrintedSection, 'preceding' | 'following'> = { preceding: undefined, following: [] },
): void {
  blocks.forEach((block, index) => {
    if (block.kind !== 'references' || writer.letter.references.length > 0) begin?.();
    const before = blocks[index - 1] ?? around.preceding;
    const behind = [...blocks.slice(index + 1, index + 3), ...around.following];
    layOutBlock(writer, flow, block, { before, after: behind[0] }, column, parent);
    if (keepsWithNext(block, behind)) flow.hold();
  });
}

interface Neighbors {
  readonly before: Block | undefined;
  readonly after: Block | undefined;
}

function layOutBlock(
  writer: SectionWriter,
  flow: Flow,
  block: Block,
  { before, after }: Neighbors,
  column: Column,
  parent: Tag,
): void {
  const { canvas } = writer;
  const { size, spaces } = writer.style;
  switch (block.kind) {
    case 'paragraph': {
      const subject = isSubjectLine(block, before);
      if (before && !subject && isSubjectLine(before, undefined)) flow.space(spaces.belowSubject);
      const lines = layOutText(writer, block.content, column.width);
      addLines(flow, lines, column, { tag: canvas.tag('P', parent), type: 'P', size });
      flow.space(subject ? spaces.subject : spaces.paragraph);
      if (subject && after && !isSubjectLine(after, block)) flow.space(spaces.belowSubject);
      return;
    }
    case 'heading':
      addHeading(writer, flow, block.content, block.level, column, parent);
      return;
    case 'list':
      layOutList(writer, flow, block, column, parent);
      return;
    case 'table':
      layOutTable(writer, flow, block, column, parent);
      return;
    case 'quote': {
      const inner = { x: column.x + indent, width: column.width - 2 * indent };
      layOutBlocks(writer, flow, block.blocks, inner, canvas.tag('BlockQuote', parent));
      return;
    }
    case 'rule':
      flow.space(spaces.rule);
      flow.add({ height: hairline, draw: (canvas, top) => canvas.rule(column.x, top, column.width, hairline) });
      flow.space(spaces.rule);
      return;
    case 'letterhead':
      layOutLetterhead(writer, flow, block, column, parent);
      return;
    case 'signature':
      layOutSignature(writer, flow, block, column, parent);
      return;
    case 'enclosures':
      layOutEnclosures(writer, flow, block, column, parent);
      return;
    case 'copies':
      layOutCopies(writer, flow, block, column, parent);
      return;
    case 'references':
      layOutReferences(writer, flow, block, column, parent);
  }
}

/** A label and its lines, on one page. */
function layOutEnclosures(
  writer: SectionWriter,
  flow: Flow,
  block: BlockOf<'enclosures'>,
  column: Column,
  parent: Tag,
): void {
  const label = blockLabel(block, writer.printed);
  const { size, spaces } = writer.style;
  const tag = writer.canvas.tag('Div', parent);
  if (label) {
    const content: Inline[] = [{ ...label, text: `${label.text}:` }];
    const lines = layOutText(writer, content, column.width);
    addLines(flow, lines, column, { tag: writer.canvas.tag('P', tag), type: 'P', size, whole: true });
    flow.space(spaces.label);
    flow.hold();
  }
  layOutLines(writer, flow, block.lines, column, tag);
}

/** Who gets a copy: `cc:` before the first, and the others beneath it. */
function layOutCopies(writer: SectionWriter, flow: Flow, block: BlockOf<'copies'>, column: Column, parent: Tag): void {
  const { canvas, style } = writer;
  const label = blockLabel(block, writer.printed);
  const tag = canvas.tag('P', parent);
  const [before] = label ? layOutText(writer, [{ ...label, text: `${label.text}: ` }], column.width) : [];
  const shift = before ? Math.max(indent, ...before.fragments.map(({ x, width }) => x + width)) : 0;
  const inner = { x: column.x + shift, width: column.width - shift };
  const beside = before && ((canvas: PdfCanvas, baseline: number) => canvas.line(tag, 'P', before, column.x, baseline));
  const lines = block.lines.flatMap((line) => layOutText(writer, line, inner.width));
  addLines(flow, lines, inner, { tag, type: 'P', size: style.size, whole: true, beside });
  flow.space(style.spaces.paragraph);
}

/** True for a paragraph of the lines that say what the letter is about. */
function isSubjectLine(block: Block, before: Block | undefined): boolean {
  return block.kind === 'paragraph' && printsAsSubject(block, before);
}
