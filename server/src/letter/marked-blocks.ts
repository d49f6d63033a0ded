import { Lexer, type Token, Tokenizer, type Tokens } from 'marked';
import { tableCells } from './table-cells.js';

/**
 * Reads the blocks of prose with marked's lexer, its unwanted constructs switched off: paragraphs, `###` and `####`, lists, pipe tables,
 * quotations and `---`. Inline text is left alone (inline.ts reads it, with exact offsets). Raw texts of the tokens follow each other without
 * a gap, which is how prose.ts knows the lines they came from.
 */
export function lexBlocks(text: string): Token[] {
  const tokenizer = new ProseTokenizer();
  const lexer = new Lexer({ gfm: true, breaks: true, tokenizer });
  tokenizer.rules = withoutUnwanted(tokenizer.rules);
  return lexer.blockTokens(indentLazyLines(text.split('\n')), []);
}

type Rules = Tokenizer['rules'];
/** Matches nowhere, and says so at once: unanchored it would be tried at every character. */
const never = /^(?!)/;

/** A heading within an item, by the columns that it may be indented. */
const headingBegins = [0, 1, 2, 3].map((columns) => new RegExp(`^ {0,${String(columns)}}#{3,4}(?:\\s|$)`));

/** What marked's list reader asks of the rules: fences, HTML, other headings, underlines and check boxes are no marks of ours. */
function withoutUnwanted(rules: Rules): Rules {
  return {
    ...rules,
    other: {
      ...rules.other,
      fencesBeginRegex: () => never,
      htmlBeginRegex: () => never,
      headingBeginRegex: (indent) => headingBegins[Math.min(3, indent - 1)] ?? never,
      listIsTask: never,
    },
    block: { ...rules.block, lheading: never, fences: never, heading: never, hr: never },
  };
}

/** Lists and quotations within each other beyond this depth are read as text: nobody writes them, and each level costs another pass. */
const deepest = 8;

const headingLine = /^(#{3,4})(?:[ \t]+([^\n]*))?(?:\n|$)/;
const ruleLine = /^ {0,3}-{3,}[ \t]*(?:\n|$)/;
/** `> 50 %` begins none. Within one, a line may begin with a number or be empty. */
const quoteStart = /^ {0,3}> +(?!\d)[^\s]/;
const quoteLine = /^ {0,3}>(?: |$)/;
const listStart = /^ {0,3}(?:[*-]|\d{1,3}\.)(?:[ \t]|\n|$)/;
/** What may begin a list without a blank line before it: `2021. The patient` does not. */
const listInterrupts = /^ {0,3}(?:[*-]|1\.)[ \t]+\S/;
const delimiterRow = /^ {0,3}(?=[|: \t]*-)(?=[: \t-]*\|)[|: \t-]+$/;

/** The marks of an item, and of those that begin on its line. */
const itemMarks = /^ *(?:(?:[*-]|\d{1,3}\.) +)+(?=\S)/;

function beginsBlock(line: string): boolean {
  return headingLine.test(line) || ruleLine.test(line) || quoteStart.test(line) || listStart.test(line);
}

type Alignment = Tokens.Table['align'][number];

/** How the columns stand under a line of dashes and colons; none where a cell of it has no dash. */
function alignments(line: string): Alignment[] {
  const cells = tableCells(line, 0, line.length).map(({ start, end }) => line.slice(start, end));
  if (!cells.every((cell) => /^:?-+:?$/.test(cell))) return [];
  return cells.map((cell) => {
    if (cell.endsWith(':')) return cell.startsWith(':') ? 'center' : 'right';
    return cell.startsWith(':') ? 'left' : null;
  });
}

/**
 * A line without indentation that goes on with an item's text is given that of the item. It belongs there anyway, but marked looks through
 * the whole item for each such line. Only the lines' space changes, which nobody prints.
 */
function indentLazyLines(lines: readonly string[]): string {
  let indent = 0;
  return lines
    .map((line) => {
      const marks = itemMarks.exec(line)?.[0].length;
      if (marks !== undefined) indent = marks;
      else if (line === '' || beginsBlock(line)) indent = 0;
      else if (indent > 0) return ' '.repeat(indent) + line.trimStart();
      return line;
    })
    .join('\n');
}

class ProseTokenizer extends Tokenizer {
  private depth = 0;

  override code(): undefined {
    return undefined;
  }

  override fences(): undefined {
    return undefined;
  }

  override html(): undefined {
    return undefined;
  }

  override def(): undefined {
    return undefined;
  }

  override lheading(): undefined {
    return undefined;
  }

  override heading(src: string): Tokens.Heading | undefined {
    const match = headingLine.exec(src);
    if (!match) return undefined;
    return { type: 'heading', raw: match[0], depth: match[1]?.length ?? 3, text: match[2] ?? '', tokens: [] };
  }

  override hr(src: string): Tokens.Hr | undefined {
    const match = ruleLine.exec(src);
    return match ? { type: 'hr', raw: match[0] } : undefined;
  }

  override blockquote(src: string): Tokens.Blockquote | undefined {
    if (this.depth >= deepest || !quoteStart.test(src)) return undefined;
    const raw: string[] = [];
    for (const line of linesFrom(src)) {
      if (!quoteLine.test(line)) break;
      raw.push(line);
    }
    const text = indentLazyLines(raw.map((line) => line.replace(/^ {0,3}> ?/, '')));
    return {
      type: 'blockquote',
      raw: raw.join('\n'),
      text,
      tokens: this.deeper(() => this.lexer.blockTokens(text, [])),
    };
  }

  override list(src: string): Tokens.List | undefined {
    if (this.depth >= deepest || !listStart.test(src)) return undefined;
    return this.deeper(() => super.list(src));
  }

  override paragraph(src: string): Tokens.Paragraph | undefined {
    const lines: string[] = [];
    let rest = src.length;
    for (const line of linesFrom(src)) {
      if (line.trim() === '') break;
      if (lines.length > 0 && this.interrupts(line, src.slice(src.length - rest))) break;
      lines.push(line);
      rest -= line.length + 1;
    }
    const raw = lines.join('\n');
    return raw === '' ? undefined : { type: 'paragraph', raw, text: raw, tokens: [] };
  }

  /** A line with bars, a line of dashes with as many cells, and the lines with bars beneath them. */
  override table(src: string): Tokens.Table | undefined {
    const raw: string[] = [];
    let align: Alignment[] = [];
    for (const line of linesFrom(src)) {
      if (raw.length === 0 && !line.includes('|')) return undefined;
      if (raw.length === 1) {
        const columns = tableCells(raw[0] ?? '', 0, raw[0]?.length ?? 0).length;
        align = delimiterRow.test(line) ? alignments(line) : [];
        if (align.length !== columns) return undefined;
      }
      if (raw.length > 1 && (!line.includes('|') || beginsBlock(line))) break;
      raw.push(line);
    }
    if (raw.length < 2) return undefined;
    // Only their number counts: prose.ts reads the cells where they stand.
    const row = align.map((side) => ({ text: '', tokens: [], header: false, align: side }));
    return { type: 'table', raw: raw.join('\n'), header: row, align, rows: raw.slice(2).map(() => row) };
  }

  /** A paragraph within an item of a list; also what no paragraph begins with, white space that is neither a space nor a tab. */
  override text(src: string): Tokens.Text | undefined {
    const raw = this.paragraph(src)?.raw ?? /^[^\n]+/.exec(src)?.[0];
    // marked joins it to a text before it in its queue of inline text, though nothing reads that queue here
    return raw === undefined
      ? undefined
      : { type: 'text', raw, text: raw, tokens: this.lexer.inline(raw), escaped: false };
  }

  /** `rest`: the text from the line on. */
  private interrupts(line: string, rest: string): boolean {
    if (headingLine.test(line) || ruleLine.test(line)) return true;
    if (this.depth < deepest && (quoteStart.test(line) || listInterrupts.test(line))) return true;
    return line.includes('|') && this.table(rest) !== undefined;
  }

  private deeper<T>(read: () => T): T {
    this.depth++;
    try {
      return read();
    } finally {
      this.depth--;
    }
  }
}

function* linesFrom(src: string): Generator<string> {
  for (let at = 0; at < src.length;) {
    const found = src.indexOf('\n', at);
    const end = found < 0 ? src.length : found;
    yield src.slice(at, end);
    at = end + 1;
  }
}
