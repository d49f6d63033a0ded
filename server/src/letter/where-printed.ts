import type { FieldDeclaration } from '../language/declarations.js';
import type { Block, Inline, ResolvedLetter, ResolvedSection } from './letter.js';

/** The sections of a letter that print a field's value, or would if it were given. */
export function sectionsPrinting(letter: ResolvedLetter, field: FieldDeclaration): ResolvedSection[] {
  return letter.sections.filter(
    ({ uses, gaps, blocks }) =>
      uses.some(({ target }) => target && 'field' in target && target.field === field) ||
      gaps.some((gap) => gap.kind === 'fact' && gap.field === field) ||
      blocks.some((block) => printsIn(block, field)),
  );
}

/** Looks at what blocks put together: a signature prints a name that no placeholder asks for. */
function printsIn(block: Block, field: FieldDeclaration): boolean {
  switch (block.kind) {
    case 'letterhead':
    case 'enclosures':
    case 'copies':
      return block.lines.some((line) => hasField(line, field));
    case 'signature':
      return block.signers.some(
        (signer) => signer.picture?.field === field || signer.lines.some((line) => hasField(line, field)),
      );
    default:
      return false;
  }
}

function hasField(content: readonly Inline[], field: FieldDeclaration): boolean {
  return content.some((node) =>
    node.kind === 'text' ? node.field === field : 'content' in node && hasField(node.content, field),
  );
}
