import type { Block, Inline } from '../../letter/letter.js';
import type { InlineMask } from './mask-inline.js';

/** A block with its words masked. The path of a picture is not printed, and is needed to find the picture. */
export function maskBlock(block: Block, inline: InlineMask): Block {
  switch (block.kind) {
    case 'paragraph':
    case 'heading':
      return { ...block, content: inline.content(block.content) };
    case 'list':
      return { ...block, items: block.items.map((item) => ({ ...item, blocks: maskBlocks(item.blocks, inline) })) };
    case 'table':
      return { ...block, header: lines(block.header, inline), rows: block.rows.map((cells) => lines(cells, inline)) };
    case 'quote':
      return { ...block, blocks: maskBlocks(block.blocks, inline) };
    case 'rule':
      return block;
    case 'letterhead':
      return { ...block, lines: lines(block.lines, inline) };
    case 'signature':
      return { ...block, signers: block.signers.map((signer) => ({ ...signer, lines: lines(signer.lines, inline) })) };
    case 'enclosures':
    case 'copies':
      return { ...block, label: inline.run(block.label), lines: lines(block.lines, inline) };
    case 'references':
      return { ...block, label: inline.run(block.label) };
  }
}

function maskBlocks(blocks: readonly Block[], inline: InlineMask): Block[] {
  return blocks.map((block) => maskBlock(block, inline));
}

function lines(content: readonly (readonly Inline[])[], inline: InlineMask): (readonly Inline[])[] {
  return content.map((line) => inline.content(line));
}
