import type { Block, Inline } from './letter.js';

/**
 * All inline content of a block, in the order of the text, with that of the blocks in it; a picture is the run that names it. What the list of
 * references prints is the letter's own (`letter.references`).
 */
export function contentsOf(block: Block): readonly (readonly Inline[])[] {
  switch (block.kind) {
    case 'paragraph':
    case 'heading':
      return [block.content];
    case 'list':
      return block.items.flatMap((item) => item.blocks.flatMap(contentsOf));
    case 'table':
      return [...block.header, ...block.rows.flat()];
    case 'quote':
      return block.blocks.flatMap(contentsOf);
    case 'letterhead':
      return [...(block.logo ? [[block.logo]] : []), ...block.lines];
    case 'signature':
      return block.signers.flatMap(({ picture, lines }) => [...(picture ? [[picture]] : []), ...lines]);
    case 'enclosures':
    case 'copies':
      return block.lines;
    case 'references':
    case 'rule':
      return [];
  }
}
