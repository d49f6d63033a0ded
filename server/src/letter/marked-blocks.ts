import { Lexer, type Token, Tokenizer, type Tokens } from 'marked';

/**
 * Reads the blocks of prose with marked's lexer, its unwanted constructs switched off: paragraphs, `###` and `####`, lists, pipe tables,
 * quotations and `---`. Inline text is left alone (inline.ts reads it, with exact offsets). Raw texts of the tokens follow each other without
 * a gap, which is how blocks.ts knows the lines they came from.
 */
export function lexBlocks(text: string): Token[] {
  const tokenizer = new ProseTokenizer();
  const lexer = new Lexer({ gfm: true, breaks: true, tokenizer });
  tokenizer.rules = withoutUnwanted(tokenizer.rules);
  return lexer.blockTokens(text, []);
}

type Rules = Tokenizer['rules'];
const never = /(?!)/;

/** What marked's list reader asks of the rules: fences, HTML, other headings, underlines and check boxes are no marks of ours. */
function withoutUnwanted(rules: Rules): Rules {
  const heading = (indent: number) => new RegExp(`^ {0,${String(Math.min(3, indent - 1))}}#{3,4}(?:\\s|$)`);
  return {
    ...rules,
    other: {
      ...rules.other,
      fencesBeginRegex: () => never,
      htmlBeginRegex: () => never,
      headingBeginRegex: heading,
      listIsTask: never,
    },
    block: { ...rules.block, lheading: never, fences: never, heading: never, hr: never },
  };
}

/** Lists and quotations within each other beyond this depth are read as text: nobody writes them, and each level costs another pass. */
const deepest = 8;

const headingLine = /^(#{3,4})(?:[ \t]+([^\n]*))?(?:\n|$)/;
const ruleLine = /^ {0,3}-{3,}[ \t]*(?:\n|$)/;
const quoteLine = /^ {0,3}>(?: (?!\d)[^\n]*|(?=\n|$))/;
const listStart = /^ {0,3}(?:[*-]|\d{1,3}\.)(?:[ \t]|\n|$)/;
/** What may begin a list without a blank line before it: `2021. The patient` does not. */
const listInterrupts = /^ {0,3}(?:[*-]|1\.)[ \t]+\S/;
const delimiterRow = /^ {0,3}(?=[^\n]*-)(?=[^\n]*\|)[|: \t-]+(?:\n|$)/;

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
    if (this.depth >= deepest || !quoteLine.test(src)) return undefined;
    const raw: string[] = [];
    for (const line of linesFrom(src)) {
      if (!quoteLine.test(line)) break;
      raw.push(line);
    }
    const text = raw.map((line) => line.replace(/^ {0,3}> ?/, '')).join('\n');
    return { type: 'blockquote', raw: raw.join('\n'), text, tokens: this.deeper(() => this.lexer.blockTokens(text, [])) };
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

  override text(src: string): Tokens.Text | undefined {
    const raw = /^[^\n]+/.exec(src)?.[0];
    return raw === undefined ? undefined : { type: 'text', raw, text: raw, escaped: false };
  }

  /** `rest`: the text from the line on. */
  private interrupts(line: string, rest: string): boolean {
    if (headingLine.test(line) || ruleLine.test(line)) return true;
    if (this.depth < deepest && (quoteLine.test(line) || listInterrupts.test(line))) return true;
    return line.includes('|') && delimiterRow.test(rest.slice(line.length + 1)) && super.table(rest) !== undefined;
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
  for (let at = 0; at < src.length; ) {
    const found = src.indexOf('\n', at);
    const end = found < 0 ? src.length : found;
    yield src.slice(at, end);
    at = end + 1;
  }
}
