import type { Block } from '../letter/letter.js';

/**
 * True for a block that no page may part from what stands behind it: words that introduce a list, a table or a signature; the words before a closing, so
 * that *Sincerely* and the signature are not alone on a page; a signature with the lines about who signs. `following` are the blocks behind it.
 */
export function keepsWithNext(block: Block, following: readonly Block[]): boolean {
  const [after, next] = following;
  if (after?.kind === 'signature' || (after?.kind === 'paragraph' && next?.kind === 'signature')) return true;
  if (block.kind === 'paragraph') return after?.kind === 'list' || after?.kind === 'table';
  return block.kind === 'signature' && after?.kind === 'paragraph';
}
