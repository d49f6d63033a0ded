import type { ProseSource } from '../language/source-file.js';
import { readProse } from './prose.js';
import type { ProseBlock, ProseInline } from './prose-tree.js';

type Braces = Extract<ProseInline['kind'], 'optional' | 'when'>;

/** Whether all words of some prose stand in braces of these kinds, so that it may print nothing. False where there are no words. */
export function isAllInBraces(prose: ProseSource, kinds: readonly Braces[]): boolean {
  const { text } = prose.piece;
  const isBraced = (node: ProseInline): boolean =>
    kinds.some((kind) => kind === node.kind) ||
    node.kind === 'break' ||
    (node.kind === 'text' && text.slice(node.start, node.end).trim() === '');
  const allIn = (blocks: readonly ProseBlock[]): boolean =>
    blocks.length > 0 &&
    blocks.every((block) => {
      if (block.kind === 'paragraph') return block.content.every(isBraced);
      if (block.kind === 'list') return block.items.every((item) => allIn(item.blocks));
      return block.kind === 'quote' && allIn(block.blocks);
    });
  return allIn(readProse(prose).blocks);
}
