import type { FieldDeclaration } from '../language/declarations.js';
import { contentsOf } from './block-contents.js';
import type { Block, Inline, ResolvedLetter, ResolvedSection } from './letter.js';

/** The sections of a letter that print a field's value, or would if it were given. A table of criteria, which repeats what the letter says, does not count. */
export function sectionsPrinting(letter: ResolvedLetter, field: FieldDeclaration): ResolvedSection[] {
  const isInReferences = letter.references.some(({ content }) => hasField(content, field));
  return letter.sections.filter(
    ({ uses, gaps, blocks }) =>
      uses.some(({ target }) => target && 'field' in target && target.field === field) ||
      gaps.some((gap) => gap.kind === 'fact' && gap.field === field) ||
      blocks.some((block) => (block.kind === 'references' ? isInReferences : printsIn(block, field))),
  );
}

/** Blocks print what no placeholder asks for: a signature a name. */
function printsIn(block: Block, field: FieldDeclaration): boolean {
  if (block.kind === 'table' && block.filledWith === 'criteria') return false;
  return contentsOf(block).some((content) => hasField(content, field));
}

function hasField(content: readonly Inline[], field: FieldDeclaration): boolean {
  return content.some((node) =>
    node.kind === 'text' ? node.field === field : 'content' in node && hasField(node.content, field),
  );
}
