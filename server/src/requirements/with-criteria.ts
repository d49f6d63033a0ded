import { leftWith } from '../letter/late-blocks.js';
import { withSections } from '../letter/resolve-letter.js';
import type { Block, ResolvedLetter, ResolvedSection } from '../letter/letter.js';
import type { Workspace } from '../letter/source.js';
import { criteriaTable } from './criteria-table.js';
import { judgeLetter } from './judge-letter.js';
import { libraryOf } from './library.js';

/**
 * Fills `[criteria]` of a letter that is resolved: what meets a criterion can only be told of a whole letter. A letter without that block is the same object; a
 * section whose table says what it said in the last version of the letter is the same object as there.
 */
export function withCriteria(letter: ResolvedLetter, workspace: Workspace): ResolvedLetter {
  if (!letter.sections.some(isAsking)) return letter;
  const { criteria } = judgeLetter(letter, libraryOf(workspace));
  const fill = (block: Block): readonly Block[] => {
    if (block.kind !== 'table' || block.filledWith !== 'criteria') return [block];
    const table = criteriaTable(criteria, letter, block.source);
    return table ? [table] : [];
  };
  const sections = letter.sections.map((section) =>
    isAsking(section) ? sameAsBefore(section, section.blocks.flatMap(fill)) : section,
  );
  const kept = sections.filter((section) => section !== undefined);
  const isLacking = sections.some((section, index) => section?.gaps !== letter.sections[index]?.gaps);
  return isLacking ? withSections(letter, kept) : { ...letter, sections: kept };
}

function isAsking({ blocks }: ResolvedSection): boolean {
  return blocks.some((block) => block.kind === 'table' && block.filledWith === 'criteria');
}

const before = new WeakMap<ResolvedSection, { readonly says: string; readonly filled: ResolvedSection | undefined }>();

function sameAsBefore(section: ResolvedSection, blocks: readonly Block[]): ResolvedSection | undefined {
  const tables = blocks.filter((block) => block.kind === 'table' && block.filledWith === 'criteria');
  const says = JSON.stringify(tables, (key, value: unknown) =>
    key === 'piece' || key === 'field' ? undefined : value,
  );
  const known = before.get(section);
  if (known?.says === says) return known.filled;
  const filled = leftWith(section, blocks);
  before.set(section, { says, filled });
  return filled;
}
