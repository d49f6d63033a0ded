import { type FileChild, Paragraph, type ParagraphChild, Tab, TextRun as DocxRun } from 'docx';
import type { Block, Inline, TextRun } from '../../letter/letter.js';
import { keepsWithNext } from '../keeps-with-next.js';
import { blockLabel, type PrintedSection, printsAsSubject } from '../section-print.js';
import { gapRuns, inlineRuns, referenceBookmark } from './docx-inline.js';
import { letterheadChildren } from './docx-letterhead.js';
import { NumberedBookmark } from './docx-link.js';
import { listChildren } from './docx-list-blocks.js';
import { numberWidth } from './docx-lists.js';
import { step } from './docx-measures.js';
import { indentOf, inItem, inLetter, inQuote, itemIndent, paragraphAt, type Place, wordsStyle } from './docx-place.js';
import { signatureChildren } from './docx-signature.js';
import { tableChildren } from './docx-tables.js';
import { linesRuns, paragraphTraits } from './docx-words.js';
import type { DocxWriting } from './docx-writing.js';

/** A section as what stands in a Word file: what HTML prints, in its order. */
export function sectionChildren(printed: PrintedSection, writing: DocxWriting): FileChild[] {
  return new DocxWalk(printed, writing).section();
}

class DocxWalk {
  constructor(
    private readonly printed: PrintedSection,
    private readonly writing: DocxWriting,
  ) {}

  section(): FileChild[] {
    const { section, gaps, blocks } = this.printed;
    return [
      ...(section?.heading ? [this.heading(1, section.heading, inLetter)] : []),
      ...gaps.map((gap) => paragraphAt(inLetter, undefined, gapRuns({ kind: 'gap', source: gap.needed, gap }))),
      ...this.blocks(blocks, inLetter, this.printed),
    ];
  }

  /** `around`: the blocks before the first and behind the last. */
  private blocks(
    blocks: readonly Block[],
    place: Place,
    around: Pick<PrintedSection, 'preceding' | 'following'> = { preceding: undefined, following: [] },
  ): FileChild[] {
    return blocks.flatMap((block, index) => {
      const behind = [...blocks.slice(index + 1, index + 3), ...around.following];
      return this.block(block, place, blocks[index - 1] ?? around.preceding, keepsWithNext(block, behind));
    });
  }

  private block(block: Block, place: Place, before: Block | undefined, keepNext: boolean): FileChild[] {
    switch (block.kind) {
      case 'paragraph':
        return [
          this.words(block.content, place, printsAsSubject(block, before) ? 'Subject' : wordsStyle(place), {
            keepNext,
          }),
        ];
      case 'heading':
        return [this.heading(block.level - 1, block.content, place)];
      case 'list':
        return listChildren(block, place, this.writing, (blocks, within) => this.blocks(blocks, within));
      case 'table':
        return tableChildren(block, place, this.writing);
      case 'quote':
        return this.blocks(block.blocks, inQuote(place));
      case 'rule':
        return [paragraphAt(place, 'Rule', [])];
      case 'letterhead':
        return letterheadChildren(block, place, this.writing);
      case 'signature':
        return signatureChildren(block, place, this.writing, keepNext);
      case 'enclosures':
        return this.labeledLines(block, place);
      case 'copies':
        return [this.copies(block, place)];
      case 'references':
        return this.references(blockLabel(block, this.printed), place);
    }
  }

  private words(
    content: readonly Inline[],
    place: Place,
    style: string | undefined,
    { keepNext = false }: { readonly keepNext?: boolean } = {},
  ): Paragraph {
    return paragraphAt(place, style, inlineRuns(content, this.writing), {
      ...paragraphTraits(content, this.writing),
      ...(keepNext && { keepNext }),
    });
  }

  private heading(level: number, content: readonly Inline[], place: Place): Paragraph {
    const setting = { strongAlready: true, emphasisAlready: level === 3 };
    return paragraphAt(
      place,
      `Heading${String(level)}`,
      inlineRuns(content, this.writing, setting),
      paragraphTraits(content, this.writing),
    );
  }

  private labeledLines(block: Extract<Block, { kind: 'enclosures' }>, place: Place): FileChild[] {
    const label = blockLabel(block, this.printed);
    const title = label ? [paragraphAt(place, 'Label', [...inlineRuns([label], this.writing), new DocxRun(':')])] : [];
    const lines = block.lines.map(
      (line, index) =>
        new Paragraph({
          style: 'Enclosures',
          numbering: this.writing.numbering.bullet(place.lists),
          ...itemIndent(inItem(place), step),
          ...paragraphTraits(line, this.writing),
          ...(index + 1 < block.lines.length && { keepNext: true }),
          children: inlineRuns(line, this.writing),
        }),
    );
    return [...title, ...lines];
  }

  /** `cc:` before the first, and the others beneath it. */
  private copies(block: Extract<Block, { kind: 'copies' }>, place: Place): Paragraph {
    const label = blockLabel(block, this.printed);
    const before = label ? [...inlineRuns([label], this.writing), new DocxRun({ children: [':', new Tab()] })] : [];
    const { left, right } = indentOf(place);
    return new Paragraph({
      style: 'Copies',
      ...(left > 0 && { indent: { left: left + step, right, hanging: step } }),
      children: [...before, ...linesRuns(block.lines, this.writing)],
    });
  }

  private references(label: TextRun | undefined, place: Place): FileChild[] {
    const { references } = this.writing.letter;
    if (references.length === 0) return [];
    const number = this.writing.numbering.begin(place.lists, 1, references.length);
    const title = label ? [this.heading(1, [label], place)] : [];
    const items = references.map(
      (reference) =>
        new Paragraph({
          style: 'Bibliography',
          numbering: number,
          ...itemIndent(inItem(place), numberWidth(references.length)),
          children: this.bookmarked(reference.number, inlineRuns(reference.content, this.writing)),
        }),
    );
    return [...title, ...items];
  }

  /** The place that citations lead to, where the reference is printed first. */
  private bookmarked(number: number, words: ParagraphChild[]): ParagraphChild[] {
    if (this.writing.bookmarked.has(number)) return words;
    this.writing.bookmarked.add(number);
    return [new NumberedBookmark(referenceBookmark(number), this.writing.next('bookmark'), words)];
  }
}
