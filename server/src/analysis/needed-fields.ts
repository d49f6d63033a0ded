import type { ProseBlock, ProseInline } from '../letter/prose-tree.js';
import { readProse } from '../letter/prose.js';
import { type NameTarget, resolveName, type Schema } from '../letter/source.js';
import { type TemplateSection, wordsOf } from '../letter/template-section.js';
import { rememberBoth } from '../remember.js';

/** What a template's section names outside of braces: where anything of it prints, it lacks each that is not given. */
export const neededIn = rememberBoth((section: TemplateSection, schema: Schema): readonly NameTarget[] => {
  const words = wordsOf(section);
  return words
    ? readProse(words.prose)
        .blocks.flatMap(inlineOf)
        .flatMap((node) => targetsOf(node, schema))
    : [];
});

function inlineOf(block: ProseBlock): readonly ProseInline[] {
  switch (block.kind) {
    case 'paragraph':
    case 'heading':
      return block.content;
    case 'list':
      return block.items.flatMap(({ blocks }) => blocks.flatMap(inlineOf));
    case 'table':
      return [...block.header, ...block.rows.flat()].flat();
    case 'quote':
      return block.blocks.flatMap(inlineOf);
    default:
      return [];
  }
}

function targetsOf(node: ProseInline, schema: Schema): NameTarget[] {
  if (node.kind === 'optional' || node.kind === 'when') return [];
  if ('content' in node) return node.content.flatMap((one) => targetsOf(one, schema));
  if (!('bracket' in node) || node.bracket.kind !== 'placeholder') return [];
  const target = resolveName(schema, node.bracket.name.text);
  return target ? [target] : [];
}
