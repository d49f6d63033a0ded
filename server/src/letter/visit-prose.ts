import type { ProseBlock, ProseInline, ProseTree } from './prose-tree.js';

/** Every inline node of a prose tree, in the order of the text; what holds others comes before them. */
export function* inlinesOf(tree: Pick<ProseTree, 'blocks'>): Generator<ProseInline> {
  for (const block of tree.blocks) yield* inBlock(block);
}

function* inBlock(block: ProseBlock): Generator<ProseInline> {
  switch (block.kind) {
    case 'list':
      for (const item of block.items) yield* inlinesOf(item);
      break;
    case 'table':
      for (const cell of [block.header, ...block.rows].flat()) yield* inContent(cell);
      break;
    case 'quote':
      yield* inlinesOf(block);
      break;
    case 'rule':
      break;
    default:
      yield* inContent(block.content);
  }
}

/** Every node of inline text, what holds others before them. */
export function* inContent(content: readonly ProseInline[]): Generator<ProseInline> {
  for (const node of content) {
    yield node;
    if ('content' in node) yield* inContent(node.content);
  }
}
