import type { Block, Inline, Item, ResolvedLetter, TextRun } from '../letter/letter.js';
import { flatLines } from './flat-lines.js';
import { gapLabel } from './gap-label.js';
import { apart, hanging, signatureLine, wholeText } from './line-layout.js';
import { markdownLine, markdownLines } from './markdown-inline.js';
import { printable } from './printable.js';
import { blockLabel, type PrintedSection, printedSections } from './section-print.js';

/**
 * A letter as Markdown: CommonMark with GitHub's tables and check boxes, no HTML. Every value reads as itself when the Markdown is read again.
 * Pictures are left out: a signature has a line.
 */
export function renderMarkdown(letter: ResolvedLetter): string {
  return wholeText(printedSections(letter).map((printed) => new MarkdownWalk(letter, printed).section()));
}

class MarkdownWalk {
  constructor(
    private readonly letter: ResolvedLetter,
    private readonly printed: PrintedSection,
  ) {}

  section(): string[] {
    const { section, gaps, blocks } = this.printed;
    const heading = section?.heading ? [this.heading('##', section.heading)] : [];
    const missing = gaps.map((gap) => [
      markdownLine([{ text: `[${printable(gapLabel(gap))}]`, strong: true, emphasis: false }]),
    ]);
    return apart([...heading, ...missing, this.blocks(blocks)].filter((lines) => lines.length > 0));
  }

  /**
   * Blocks beneath each other. Of two lists in a row the second has other marks, or they would be one list; so has a list that begins an item,
   * for `- - -` is a rule.
   */
  private blocks(blocks: readonly Block[], besides?: ListMarks): string[] {
    const printed: string[][] = [];
    let before = besides;
    for (const block of blocks) {
      const marks: ListMarks = { ordered: block.kind === 'list' && block.ordered, other: false };
      if (before?.ordered === marks.ordered) marks.other = !before.other;
      const lines = block.kind === 'list' ? this.list(block, marks) : this.block(block);
      if (lines.length === 0) continue;
      before = block.kind === 'list' ? marks : endsInList[block.kind];
      printed.push(lines);
    }
    return apart(printed);
  }

  private block(block: Exclude<Block, { kind: 'list' }>): string[] {
    switch (block.kind) {
      case 'paragraph':
        return this.paragraph(markdownLines(block.content, this.letter));
      case 'heading':
        return this.heading('#'.repeat(block.level), block.content);
      case 'table':
        return this.table(block);
      case 'quote':
        return this.blocks(block.blocks).map((line) => (line === '' ? '>' : `> ${line}`));
      case 'rule':
        return ['___'];
      case 'letterhead':
        return this.lines(block.lines);
      case 'signature':
        return apart(block.signers.map((signer) => apart([[signatureLine], this.lines(signer.lines)])));
      case 'copies':
        return this.copies(block);
      case 'enclosures':
        return apart([
          ...this.label(blockLabel(block, this.printed)),
          block.lines.flatMap((line) => hanging(this.lines([line]), '- ')),
        ]);
      case 'references':
        return this.references(block);
    }
  }

  /** Lines of one paragraph with hard breaks between them; an empty line parts paragraphs. */
  private paragraph(lines: readonly string[]): string[] {
    const printed: string[] = [];
    lines.forEach((line, index) => {
      const isLast = (lines[index + 1] ?? '') === '';
      if (line !== '') printed.push(isLast ? line : `${line}\\`);
      else if (!isLast && printed.length > 0) printed.push('');
    });
    return printed;
  }

  private lines(lines: readonly (readonly Inline[])[]): string[] {
    return this.paragraph(lines.map((line) => this.line(line)).filter((line) => line !== ''));
  }

  /** Content on one line, for places that can have no other. */
  private line(content: readonly Inline[]): string {
    const lines = flatLines(content, this.letter);
    const space = { text: ' ', strong: false, emphasis: false };
    return markdownLine(lines.flatMap((line, index) => (index === 0 ? line : [space, ...line])));
  }

  /** A heading's closing `#` would be dropped. */
  private heading(marks: string, content: readonly Inline[]): string[] {
    const words = this.line(content).replace(/(?<=^|\s)#(?=#*$)/, '\\#');
    return words === '' ? [] : [`${marks} ${words}`];
  }

  private label(label: TextRun | undefined): string[][] {
    return label ? [[`${this.line([label])}:`]] : [];
  }

  /** `cc: ` before the first, and the others beneath it. */
  private copies(block: Extract<Block, { kind: 'copies' }>): string[] {
    const label = blockLabel(block, this.printed);
    const [first = [], ...rest] = block.lines;
    return this.lines([[...(label ? [{ ...label, text: `${label.text}: ` }] : []), ...first], ...rest]);
  }

  private list(block: Extract<Block, { kind: 'list' }>, marks: ListMarks): string[] {
    const items = block.items.map((item, index) => {
      const mark = block.ordered
        ? `${String(block.first + index)}${marks.other ? ')' : '.'} `
        : marks.other
          ? '* '
          : '- ';
      return hanging(this.item(item, marks), mark);
    });
    const loose = items.some((lines) => lines.includes(''));
    return loose ? apart(items) : items.flat();
  }

  private item(item: Item, marks: ListMarks): string[] {
    const lines = this.itemLines(item, marks);
    if (item.checked === undefined) return lines;
    return [`[${item.checked ? 'x' : ' '}] ${lines[0] ?? ''}`.trimEnd(), ...lines.slice(1)];
  }

  /** A list within an item follows its words at once where it may. */
  private itemLines(item: Item, marks: ListMarks): string[] {
    const [first, second, ...rest] = item.blocks;
    if (first?.kind !== 'paragraph' || second?.kind !== 'list' || rest.length > 0)
      return this.blocks(item.blocks, marks);
    const words = this.block(first);
    const nested = this.blocks([second]);
    return words.length > 0 && interruptsParagraph.test(nested[0] ?? '')
      ? [...words, ...nested]
      : this.blocks(item.blocks, marks);
  }

  private table(block: Extract<Block, { kind: 'table' }>): string[] {
    const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
    return [
      row(block.header.map((cell) => this.line(cell))),
      row(block.header.map((_, column) => columnRules[block.align[column] ?? 'none'])),
      ...block.rows.map((cells) => row(cells.map((cell) => this.line(cell)))),
    ];
  }

  private references(block: Extract<Block, { kind: 'references' }>): string[] {
    const { references } = this.letter;
    if (references.length === 0) return [];
    const label = blockLabel(block, this.printed);
    const items = references.flatMap(({ number, content }) => hanging([this.line(content)], `${String(number)}. `));
    return apart([...(label ? [this.heading('##', [label])] : []), items]);
  }
}

const columnRules = { none: '---', left: ':---', center: ':---:', right: '---:' };

/** Blocks that end with a list of their own. */
const endsInList: Partial<Record<Block['kind'], ListMarks>> = {
  enclosures: { ordered: false, other: false },
  references: { ordered: true, other: false },
};

/** The first line of a list that may follow a paragraph without an empty line: with words, and where it is numbered from 1. */
const interruptsParagraph = /^(?:[-*]|1[.)]) \S/;

/** How a list is marked: `-` and `1.`, or the other way, `*` and `1)`. */
interface ListMarks {
  ordered: boolean;
  other: boolean;
}
