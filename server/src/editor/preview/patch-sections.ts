import type { BlockPatch, SectionPatch } from '../../preview-protocol.js';
import type { MarkedBlock, MarkedSection } from '../../render/marked-sections.js';

/** A section as a panel's page has it. */
export interface ShownSection extends MarkedSection {
  readonly id: number;
}

/** Gives the sections the numbers by which the page knows them: those of before where their keys are the same. */
export class SectionNumbers {
  private readonly numbers = new Map<string, number>();

  number(sections: readonly MarkedSection[]): ShownSection[] {
    return sections.map((section) => {
      const id = this.numbers.get(section.key) ?? this.numbers.size + 1;
      this.numbers.set(section.key, id);
      return { ...section, id };
    });
  }
}

/** What turns the sections of before into those of now. `undefined` where there is nothing to do. */
export function patchSections(
  before: readonly ShownSection[],
  now: readonly ShownSection[],
): SectionPatch[] | undefined {
  const known = new Map(before.map((section) => [section.id, section]));
  const patches = now.map((section) => patchSection(known.get(section.id), section));
  const isSame =
    before.length === now.length &&
    now.every(({ id }, index) => before[index]?.id === id) &&
    patches.every(({ className, blocks }) => className === undefined && blocks === undefined);
  return isSame ? undefined : patches;
}

function patchSection(before: ShownSection | undefined, { id, className, blocks }: ShownSection): SectionPatch {
  if (!before) return { id, className, blocks: { start: 0, removed: 0, added: blocks.map(({ html }) => html) } };
  const changed = patchBlocks(before.blocks, blocks);
  return { id, ...(before.className !== className && { className }), ...(changed && { blocks: changed }) };
}

function patchBlocks(before: readonly MarkedBlock[], now: readonly MarkedBlock[]): BlockPatch | undefined {
  const shorter = Math.min(before.length, now.length);
  let start = 0;
  while (start < shorter && before[start]?.html === now[start]?.html) start++;
  let end = 0;
  while (end < shorter - start && before.at(-1 - end)?.html === now.at(-1 - end)?.html) end++;
  const removed = before.length - start - end;
  const added = now.slice(start, now.length - end).map(({ html }) => html);
  return removed === 0 && added.length === 0 ? undefined : { start, removed, added };
}
