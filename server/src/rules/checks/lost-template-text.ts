import { readProse } from '../../letter/prose.js';
import type { ProseBlock, ProseInline } from '../../letter/prose-tree.js';
import type { ProseSource, Span } from '../../letter/source.js';
import { inContent, inlinesOf } from '../../letter/visit-prose.js';

/** Where prose asks for the template's text and cannot have it, for blocks do not stand in headings, cells, braces or bold words. */
export function lostTemplateText(prose: ProseSource): Span[] {
  return readProse(prose)
    .blocks.flatMap(lostIn)
    .map(({ start, end }) => ({ piece: prose.piece, start, end }));
}

function lostIn(block: ProseBlock): ProseInline[] {
  switch (block.kind) {
    case 'list':
      return block.items.flatMap((item) => item.blocks.flatMap(lostIn));
    case 'quote':
      return block.blocks.flatMap(lostIn);
    case 'paragraph':
      return block.content.flatMap((node) => ('content' in node ? asked(inContent(node.content)) : []));
    default:
      return asked(inlinesOf({ blocks: [block] }));
  }
}

function asked(nodes: Iterable<ProseInline>): ProseInline[] {
  return [...nodes].filter((node) => node.kind === 'bracket' && node.bracket.kind === 'template text');
}
