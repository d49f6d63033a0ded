import type { MergedRecord } from './facts.js';
import type { Block, Inline } from './letter.js';
import { append } from './append.js';

/** What a heading and the blocks beneath it cite, in the order of the text, each as often as it is cited. */
export function citedIn(heading: readonly Inline[] | undefined, blocks: readonly Block[]): MergedRecord[] {
  const cited: MergedRecord[] = [];
  if (heading) collectInline(heading, cited);
  collect(blocks, cited);
  return cited;
}

function collect(blocks: readonly Block[], cited: MergedRecord[]): void {
  for (const block of blocks) {
    if (block.kind === 'paragraph' || block.kind === 'heading') collectInline(block.content, cited);
    else if (block.kind === 'list') for (const item of block.items) collect(item.blocks, cited);
    else if (block.kind === 'table')
      for (const row of [block.header, ...block.rows]) for (const cell of row) collectInline(cell, cited);
    else if (block.kind === 'quote') collect(block.blocks, cited);
  }
}

function collectInline(content: readonly Inline[], cited: MergedRecord[]): void {
  for (const node of content) {
    if (node.kind === 'citation') append(cited, node.cited);
    else if ('content' in node) collectInline(node.content, cited);
  }
}
