import { plainText } from '../letter/plain-text.js';
import type { Block, Gap, Inline, ResolvedLetter, ResolvedSection, TextRun } from '../letter/letter.js';

/** A section as every format prints it: what is missing as a whole stands before its blocks. */
export interface PrintedSection {
  /** Undefined for what the letter says of itself: that it has no template. */
  readonly section: ResolvedSection | undefined;
  /** Stays the section's own while others come and go; holds its heading as written. */
  readonly key: string;
  readonly gaps: readonly Gap[];
  readonly blocks: readonly Block[];
  /** What stands before its first block: the last one of the section before, where no heading parts them. */
  readonly preceding: Block | undefined;
  /** What stands behind its last block: the first two of the next section, where no heading parts them. */
  readonly following: readonly Block[];
}

type Alone = Omit<PrintedSection, 'preceding' | 'following'>;

/** What a letter prints, in its order. */
export function printedSections(letter: ResolvedLetter): PrintedSection[] {
  const own = letter.lacks.filter((lack) => lack.kind === 'template');
  const counts = new Map<string, number>();
  const sections = letter.sections.flatMap((section): Alone[] => {
    const name = `${section.kind} ${section.title}`;
    const count = (counts.get(name) ?? 0) + 1;
    counts.set(name, count);
    const gaps = section.gaps.filter((gap) => gap.kind === 'section');
    if (gaps.length === 0 && section.blocks.length === 0) return [];
    return [{ section, key: `${name} ${String(count)}`, gaps, blocks: section.blocks }];
  });
  const all = own.length > 0 ? [{ section: undefined, key: 'letter', gaps: own, blocks: [] }, ...sections] : sections;
  return all.map((printed, index) => ({
    ...printed,
    preceding: beginsWithBlock(printed) ? all[index - 1]?.blocks.at(-1) : undefined,
    following: blocksBehind(all[index + 1]),
  }));
}

function beginsWithBlock({ section, gaps }: Alone): boolean {
  return !section?.heading && gaps.length === 0;
}

function blocksBehind(next: Alone | undefined): readonly Block[] {
  return next && beginsWithBlock(next) ? next.blocks.slice(0, 2) : [];
}

/** The label of a block (*References*); undefined where the section's heading, just above it, says the same. */
export function blockLabel(
  block: Extract<Block, { label: TextRun }>,
  { section }: PrintedSection,
): TextRun | undefined {
  if (!section?.heading || section.blocks[0] !== block) return block.label;
  return plainText(section.heading).trim().toLowerCase() === block.label.text.toLowerCase() ? undefined : block.label;
}

/** True for the line that says what the letter is about. */
export function isSubject(block: Block): boolean {
  return block.kind === 'paragraph' && /^\s*re:/i.test(plainText(block.content));
}

/** True for that line and the facts beneath it, which print close together. */
export function printsAsSubject(block: Extract<Block, { kind: 'paragraph' }>, before: Block | undefined): boolean {
  return isSubject(block) || (before !== undefined && isSubject(before) && everyLineLabeled(block.content));
}

/** `**Member ID:** …` on every line, as beneath the line that says what the letter is about. */
function everyLineLabeled(content: readonly Inline[]): boolean {
  const starts = content.filter((_, index) => index === 0 || content[index - 1]?.kind === 'break');
  return starts.every((node) => node.kind === 'strong');
}
