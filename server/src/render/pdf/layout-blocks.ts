import type { Block, Inline } from '../../letter/letter.js';
import { blockLabel, printsAsSubject } from '../section-print.js';
import type { Flow } from './flow.js';
import { layOutLetterhead } from './layout-letterhead.js';
import { layOutList, layOutLines } from './layout-list.js';
import { layOutReferences } from './layout-references.js';
import { addHeading } from './layout-heading.js';
import { layOutSignature } from './layout-signature.js';
import { layOutTable } from './layout-table.js';
import type { Tag } from './pdf-canvas.js';
import { hairline, spaces } from './pdf-style.js';
import { addLines, type BlockOf, type Column, layOutText, plainStyle } from './pdf-writer.js';
import type { SectionWriter } from './section-writer.js';

/** Blocks one under the other. */
export function layOutBlocks(
  writer: SectionWriter,
  flow: Flow,
  blocks: readonly Block[],
  column: Column,
  parent: Tag,
): void {
  blocks.forEach((block, index) => {
    layOutBlock(writer, flow, block, { before: blocks[index - 1], after: blocks[index + 1] }, column, parent);
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
  switch (block.kind) {
    case 'paragraph': {
      const subject = isSubjectLine(block, before);
      if (before && !subject && isSubjectLine(before, undefined)) flow.space(spaces.belowSubject);
      const lines = layOutText(writer, block.content, column.width);
      addLines(flow, lines, column, { tag: canvas.tag('P', parent), type: 'P' });
      flow.space(subject ? spaces.subject : spaces.paragraph);
      if (subject && after && !isSubjectLine(after, block)) flow.space(spaces.belowSubject);
      // What introduces a list, a table or a signature stands above it.
      if (after && ['list', 'table', 'signature'].includes(after.kind)) flow.hold();
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
      const inner = { x: column.x + spaces.indent, width: column.width - 2 * spaces.indent };
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
      if (after?.kind === 'paragraph') flow.hold();
      return;
    case 'enclosures':
    case 'copies':
      layOutNamedLines(writer, flow, block, column, parent);
      return;
    case 'references':
      layOutReferences(writer, flow, block, column, parent);
  }
}

/** Enclosures, and who gets a copy: a label and its lines, on one page. */
function layOutNamedLines(
  writer: SectionWriter,
  flow: Flow,
  block: BlockOf<'enclosures' | 'copies'>,
  column: Column,
  parent: Tag,
): void {
  const label = blockLabel(block, writer.printed);
  const tag = writer.canvas.tag('Div', parent);
  if (label) {
    const content: Inline[] = [{ ...label, text: `${label.text}:` }];
    const lines = layOutText(writer, content, column.width, plainStyle);
    addLines(flow, lines, column, { tag: writer.canvas.tag('P', tag), type: 'P', whole: true });
    flow.space(spaces.label);
    flow.hold();
  }
  layOutLines(writer, flow, block.lines, column, tag);
}

/** True for a paragraph of the lines that say what the letter is about. */
function isSubjectLine(block: Block, before: Block | undefined): boolean {
  return block.kind === 'paragraph' && printsAsSubject(block, before);
}
