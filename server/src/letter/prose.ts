import type { Token, Tokens } from 'marked';
import { append } from './append.js';
import { bracketIndex, readInline, type SourceLine } from './inline.js';
import { lexBlocks } from './marked-blocks.js';
import { columnsOf, contentOf, isBlank, linesOf, type TextLine } from '../language/lines.js';
import type { ProseSource } from '../language/source-file.js';
import { tableCells } from './table-cells.js';
import type { CellAlignment, ProseBlock, ProseInline, ProseItem, ProseTree, UnclosedMark } from './prose-tree.js';
import { remember } from '../remember.js';

/** Reads prose into its tree, once for each object: unchanged sections keep theirs, and so their trees. */
export const readProse = remember((source: ProseSource): ProseTree => new ProseReader(source).read());

/** One line of the source: offsets within the piece of its first and after its last character that is not white space. */
interface Line {
  readonly start: number;
  readonly end: number;
  /** As marked is to see it: leading tabs as columns, a round bullet as a dash. */
  readonly clean: string;
}

class ProseReader {
  private readonly lines: readonly Line[];
  private readonly text: string;
  private readonly unclosed: UnclosedMark[] = [];
  private readonly pointless: { start: number; end: number }[] = [];
  private readonly brackets;

  constructor(source: ProseSource) {
    this.text = source.piece.text;
    this.lines = sourceLines(source);
    this.brackets = bracketIndex(source.brackets);
    for (const bracket of source.brackets)
      if (bracket.kind === 'unclosed') this.unclosed.push({ mark: '[', start: bracket.start, end: bracket.end });
  }

  read(): ProseTree {
    const tokens = lexBlocks(this.lines.map((line) => line.clean).join('\n'));
    const blocks = this.blocks(tokens, 0);
    return { blocks, unclosed: this.unclosed, pointless: this.pointless };
  }

  /** `line`: the number of the source line on which the first token begins. */
  private blocks(tokens: readonly Token[], line: number): ProseBlock[] {
    const blocks: ProseBlock[] = [];
    let at = line;
    for (const token of tokens) {
      const block = this.block(token, at);
      if (block) blocks.push(block);
      at += countLineEnds(token.raw);
    }
    return blocks;
  }

  private block(token: Token, line: number): ProseBlock | undefined {
    if (token.type === 'space') return undefined;
    if (token.type === 'heading') {
      const { depth, text } = token as Tokens.Heading;
      const content = this.inline(text, line);
      return { kind: 'heading', ...this.extent(token.raw, line), level: depth === 3 ? 3 : 4, content };
    }
    if (token.type === 'hr') return { kind: 'rule', ...this.extent(token.raw, line) };
    if (token.type === 'list') return this.list(token as Tokens.List, line);
    if (token.type === 'table') return this.table(token as Tokens.Table, line);
    if (token.type === 'blockquote') {
      return {
        kind: 'quote',
        ...this.extent(token.raw, line),
        blocks: this.blocks((token as Tokens.Blockquote).tokens, line),
      };
    }
    return { kind: 'paragraph', ...this.extent(token.raw, line), content: this.inline(token.raw, line) };
  }

  private list(token: Tokens.List, line: number): ProseBlock {
    const items: ProseItem[] = [];
    let at = line;
    for (const item of token.items) {
      items.push(this.item(item, at));
      at += countLineEnds(item.raw);
    }
    const first = typeof token.start === 'number' ? token.start : 1;
    return { kind: 'list', ...this.extent(token.raw, line), ordered: token.ordered, first, items };
  }

  private item(item: Tokens.ListItem, line: number): ProseItem {
    const blocks = this.blocks(item.tokens, line);
    const [first, ...rest] = blocks;
    const start = first?.kind === 'paragraph' ? first.content[0] : undefined;
    if (first?.kind === 'paragraph' && start?.kind === 'boxes') {
      const { bracket } = start;
      const blank = { kind: 'bracket', start: bracket.start, end: bracket.end, bracket } as const;
      return { checked: false, blocks: [{ ...first, content: [blank, ...first.content.slice(1)] }, ...rest] };
    }
    if (first?.kind !== 'paragraph' || start?.kind !== 'text') return { blocks };
    const box = /^\[([ xX])\](?:\s+|$)/.exec(this.text.slice(start.start, start.end));
    if (!box) return { blocks };
    const cut = { ...start, start: start.start + box[0].length };
    const content = cut.start < cut.end ? [cut, ...first.content.slice(1)] : first.content.slice(1);
    return { checked: box[1] !== ' ', blocks: [{ ...first, content }, ...rest] };
  }

  private table(token: Tokens.Table, line: number): ProseBlock {
    const columns = token.header.length;
    const align = token.align.map((side): CellAlignment => side ?? undefined);
    const cells = (at: number) => fill(this.cells(at, columns), columns);
    return {
      kind: 'table',
      ...this.extent(token.raw, line),
      align,
      header: cells(line),
      rows: token.rows.map((_, index) => cells(line + 2 + index)),
    };
  }

  /** The cells of a table's line; more than there are columns are kept in the last. */
  private cells(at: number, columns: number): ProseInline[][] {
    const line = this.lines[at];
    if (!line) return [];
    return tableCells(this.text, this.rowStart(line), line.end, columns).map((cell) => this.readLines([cell]));
  }

  /** Where a row begins within its line: after the marks of the quotations and items around it. */
  private rowStart(line: Line): number {
    return line.start + (/^(?:\s|>|[-*•]\s|\d{1,3}\.\s)*/.exec(this.text.slice(line.start, line.end))?.[0].length ?? 0);
  }

  /** Reads the inline text of a block. Each of its lines is the end of a source line, whatever marks stand before it. */
  private inline(raw: string, line: number): ProseInline[] {
    const lines = raw.split('\n').flatMap((text, index): SourceLine[] => {
      const source = this.lines[line + index];
      const length = text.trim().length;
      return source && length > 0 ? [{ start: Math.max(source.start, source.end - length), end: source.end }] : [];
    });
    return this.readLines(lines);
  }

  private readLines(lines: readonly SourceLine[]): ProseInline[] {
    const read = readInline(this.text, lines, this.brackets);
    append(this.unclosed, read.unclosed);
    append(this.pointless, read.pointless);
    return read.content;
  }

  private extent(raw: string, line: number): { start: number; end: number } {
    const last = line + countLineEnds(raw.replace(/\n+$/, ''));
    return { start: this.lines[line]?.start ?? 0, end: this.lines[last]?.end ?? this.text.length };
  }
}

function fill(cells: ProseInline[][], columns: number): ProseInline[][] {
  while (cells.length < columns) cells.push([]);
  return cells;
}

function countLineEnds(raw: string): number {
  let count = 0;
  for (let at = raw.indexOf('\n'); at >= 0; at = raw.indexOf('\n', at + 1)) count++;
  return count;
}

/** The lines of prose without those that are comments. */
function sourceLines({ piece, start: from, end: to }: ProseSource): Line[] {
  return linesOf(piece)
    .filter(({ start, isComment }) => !isComment && start >= from && start < to)
    .map((line) => ({ start: line.contentStart, end: line.contentEnd, clean: cleanLine(piece.text, line) }));
}

function cleanLine(text: string, line: TextLine): string {
  if (isBlank(line)) return '';
  // To marked, which reads lines with regular expressions, these two end a line; to the language they do not.
  return (
    ' '.repeat(columnsOf(text.slice(line.start, line.contentStart))) +
    contentOf(text, line)
      .replace(/[\u2028\u2029]/g, ' ')
      .replace(/^((?:> )*)•(?=\s|$)/, '$1-')
      .replace(/^([-*]|\d{1,3}\.)\t/, '$1 ')
  );
}
