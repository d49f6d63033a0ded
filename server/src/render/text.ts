import type { Block, Inline, Item, ResolvedLetter, TextRun } from '../letter/letter.js';
import { columnsOf, padded } from './columns.js';
import { gapLabel } from './gap-label.js';
import { apart, hanging, signatureLine, wholeText } from './line-layout.js';
import { printable } from './printable.js';
import { blockLabel, type PrintedSection, printedSections } from './section-print.js';
import { boxText, textLines, unkept, wrapped } from './text-inline.js';

/** A line of an e-mail or fax cover: 80 columns and a little room. */
const pageColumns = 78;
/** However deep lists lie in each other, words have this much room. */
const fewestColumns = 24;

/**
 * A letter as plain text for a portal's box or a fax cover: lines of at most 78 columns, broken between words. Headings are underlined, not in
 * capitals, which would change the units and names in them. Pictures are left out: a signature has a line.
 */
export function renderText(letter: ResolvedLetter): string {
  return wholeText(printedSections(letter).map((printed) => new TextWalk(letter, printed).section()));
}

class TextWalk {
  constructor(
    private readonly letter: ResolvedLetter,
    private readonly printed: PrintedSection,
  ) {}

  section(): string[] {
    const { section, gaps, blocks } = this.printed;
    const heading = section?.heading ? this.heading(section.heading, '=') : [];
    const missing = apart(gaps.map((gap) => wrapped(`[${printable(gapLabel(gap))}]`, pageColumns)));
    const body = apart([missing, this.blocks(blocks, pageColumns)].filter((lines) => lines.length > 0));
    return [...heading, ...body];
  }

  /** Blocks with an empty line between them; none after a heading, which belongs to what follows. */
  private blocks(blocks: readonly Block[], columns: number): string[] {
    const lines: string[] = [];
    let afterHeading = true;
    for (const block of blocks) {
      const printed = this.block(block, columns);
      if (printed.length === 0) continue;
      if (!afterHeading) lines.push('');
      for (const line of printed) lines.push(line);
      afterHeading = block.kind === 'heading';
    }
    return lines;
  }

  private block(block: Block, columns: number): string[] {
    switch (block.kind) {
      case 'paragraph':
        return textLines(block.content, this.letter).flatMap((line) => wrapped(line, columns));
      case 'heading':
        return this.heading(block.content, block.level === 3 ? '-' : '', columns);
      case 'list':
        return this.list(block, columns);
      case 'table':
        return this.table(block, columns);
      case 'quote':
        return hanging(this.blocks(block.blocks, room(columns, 4)), '    ');
      case 'rule':
        return ['-'.repeat(Math.min(30, columns))];
      case 'letterhead':
        return this.lines(block.lines, columns);
      case 'signature':
        return apart(block.signers.map((signer) => [signatureLine, ...this.lines(signer.lines, columns)]));
      case 'copies':
        return this.copies(block, columns);
      case 'enclosures':
        return [
          ...this.label(blockLabel(block, this.printed)),
          ...block.lines.flatMap((line) => this.bullet(line, '- ', columns)),
        ];
      case 'references':
        return this.references(block, columns);
    }
  }

  private lines(lines: readonly (readonly Inline[])[], columns: number): string[] {
    return lines.flatMap((line) => wrapped(this.line(line), columns)).filter((line) => line !== '');
  }

  /** Content on one line, not wrapped. */
  private line(content: readonly Inline[]): string {
    return textLines(content, this.letter)
      .filter((line) => line !== '')
      .join(' ');
  }

  private label(label: TextRun | undefined): string[] {
    return label ? [`${this.line([label])}:`] : [];
  }

  /** `cc: ` before the first, and the others beneath it. */
  private copies(block: Extract<Block, { kind: 'copies' }>, columns: number): string[] {
    const [label] = this.label(blockLabel(block, this.printed));
    const mark = label === undefined ? '' : `${label} `;
    return hanging(
      block.lines.flatMap((line) => wrapped(this.line(line), room(columns, mark.length))),
      mark,
    );
  }

  private heading(content: readonly Inline[], underline: string, columns = pageColumns): string[] {
    const lines = wrapped(this.line(content), columns).filter((line) => line !== '');
    const width = widest(lines);
    return underline === '' || lines.length === 0 ? lines : [...lines, underline.repeat(width)];
  }

  private bullet(content: readonly Inline[], mark: string, columns: number): string[] {
    return hanging(wrapped(this.line(content), room(columns, mark.length)), mark);
  }

  private list(block: Extract<Block, { kind: 'list' }>, columns: number): string[] {
    const last = String(block.first + block.items.length - 1).length;
    const items = block.items.map((item, index) => {
      const mark = block.ordered ? `${`${String(block.first + index)}.`.padEnd(last + 1)} ` : '- ';
      const box = item.checked === undefined ? '' : `${boxText(item.checked)} `;
      const lines = this.item(item, room(columns, mark.length + box.length));
      return hanging(lines, mark + box);
    });
    return items.some((lines) => lines.includes('')) ? apart(items) : items.flat();
  }

  /** A list within an item follows its words at once. */
  private item(item: Item, columns: number): string[] {
    const [first, ...rest] = item.blocks;
    if (first?.kind !== 'paragraph' || !rest.every((block) => block.kind === 'list'))
      return this.blocks(item.blocks, columns);
    return [...this.block(first, columns), ...this.blocks(rest, columns)];
  }

  /** In columns where a row fits on a line; else row by row, a line for each cell with its column's name. */
  private table(block: Extract<Block, { kind: 'table' }>, columns: number): string[] {
    const rows = [block.header, ...block.rows].map((cells) => cells.map((cell) => unkept(this.line(cell))));
    const [header = [], ...body] = rows;
    const widths = header.map((_, column) => Math.max(3, widest(rows.map((cells) => cells[column] ?? ''))));
    const between = 2;
    const total = widths.reduce((sum, width) => sum + width + between, -between);
    if (total > columns) return this.cellByCell(block, columns);
    const line = (cells: readonly string[]) =>
      cells
        .map((cell, column) => padded(cell, widths[column] ?? 0, block.align[column]))
        .join(' '.repeat(between))
        .trimEnd();
    return [line(header), widths.map((width) => '-'.repeat(width)).join(' '.repeat(between)), ...body.map(line)];
  }

  private cellByCell(block: Extract<Block, { kind: 'table' }>, columns: number): string[] {
    const names = block.header.map((cell) => this.line(cell));
    if (block.rows.length === 0) return names.flatMap((name) => wrapped(name, columns)).filter((line) => line !== '');
    const rows = block.rows.map((cells) =>
      cells.flatMap((cell, column) => {
        const words = this.line(cell);
        const name = names[column] ?? '';
        if (words === '') return [];
        const lines = wrapped(name === '' ? words : `${name}: ${words}`, room(columns, 2));
        return hanging(lines, '', '  ');
      }),
    );
    return apart(rows.filter((lines) => lines.length > 0));
  }

  private references(block: Extract<Block, { kind: 'references' }>, columns: number): string[] {
    const { references } = this.letter;
    if (references.length === 0) return [];
    const label = blockLabel(block, this.printed);
    const digits = String(references.length).length;
    const items = references.flatMap(({ number, content }) =>
      this.bullet(content, `${`${String(number)}.`.padEnd(digits + 1)} `, columns),
    );
    return [...(label ? this.heading([label], '=') : []), ...items];
  }
}

function widest(lines: readonly string[]): number {
  return lines.reduce((most, line) => Math.max(most, columnsOf(line)), 0);
}

function room(columns: number, taken: number): number {
  return Math.max(fewestColumns, columns - taken);
}
