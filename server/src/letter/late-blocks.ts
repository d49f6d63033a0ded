import type { Block, Gap, ResolvedSection } from './letter.js';

/**
 * A section with the blocks that are left of its own once the whole letter is known: the list of references prints nothing where nothing is cited, the table of
 * criteria where nobody asks any. A heading does not stand over nothing: undefined where all that a template's section has is such a block; a section that the
 * case wrote itself then lacks words.
 */
export function leftWith(section: ResolvedSection, blocks: readonly Block[]): ResolvedSection | undefined {
  const { kind, title, caseSection, gaps } = section;
  if (blocks.length > 0 || kind !== 'section') return { ...section, blocks };
  if (!caseSection) return undefined;
  const gap: Gap = { kind: 'section', section: title, needed: caseSection.title, because: 'empty' };
  return { ...section, blocks, gaps: [...gaps, gap] };
}
