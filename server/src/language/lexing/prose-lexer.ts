import { type BracketKind, readBracket } from '../brackets.js';
import { isSpace } from '../white-space.js';
import type { LineTokens } from './line-tokens.js';

/** True where the line begins a section: `##` at the margin, and not `###`. */
export function isHeading({ text, line }: LineTokens): boolean {
  return line.contentStart === line.start && text.startsWith('##', line.start) && text[line.start + 2] !== '#';
}

/** Lexes the lines of the body. What lies between brackets becomes few large tokens: a run of plain prose goes on over the ends of lines. */
export class ProseLexer {
  /** Where the open run of plain prose began and where it ends so far; -1 when none is open. */
  private runStart = -1;
  private runEnd = -1;

  constructor(private readonly tokens: LineTokens) {}

  lexLine(): void {
    const { line } = this.tokens;
    if (isHeading(this.tokens)) {
      this.close();
      this.lexHeading();
    } else this.scan(line.contentStart, line.contentEnd, 'PROSE');
  }

  /** Ends the open run of plain prose, if there is one. */
  close(type: 'PROSE' | 'TITLE' = 'PROSE'): void {
    if (this.runStart < 0) return;
    this.tokens.emit(type, this.runStart, this.runEnd);
    this.runStart = -1;
  }

  private lexHeading(): void {
    const { tokens } = this;
    const { start, contentEnd } = tokens.line;
    tokens.emit('HASHES', start, start + 2);
    const from = tokens.skipSpace(start + 2);
    const tags = findTags(tokens, from);
    this.scan(from, tags, 'TITLE');
    this.close('TITLE');
    for (let at = tokens.skipSpace(tags); at < contentEnd; at = tokens.skipSpace(at)) {
      tokens.emit('HASH', at, at + 1);
      const end = tokens.readNonSpace(at + 1);
      tokens.emit('TAG', at + 1, end);
      at = end;
    }
  }

  /** Scans `[from, to)` of one line for brackets; what lies between them joins the open run of plain prose. */
  private scan(from: number, to: number, type: 'PROSE' | 'TITLE'): void {
    const { tokens } = this;
    const { text } = tokens;
    let plain = from;
    for (let i = from; i < to;) {
      const code = text.charCodeAt(i);
      if (code === 92) i += 2;
      else if (code === 91) {
        const { kind, end, close } = readBracket(text, i, tokens.line.start, to);
        if (kind !== 'link' && kind !== 'literal') {
          this.extend(plain, i);
          this.close(type);
          lexBracket(tokens, kind, i, close);
          plain = end;
        }
        i = end;
      } else i++;
    }
    this.extend(plain, to);
  }

  private extend(from: number, to: number): void {
    const { tokens } = this;
    const end = tokens.trimEnd(from, to);
    if (end <= from) return;
    if (this.runStart < 0) this.runStart = tokens.skipSpace(from);
    this.runEnd = end;
  }
}

/** Where the tags at a heading's end begin: `#` and letters, so that `## Claim #123` has none. */
function findTags(tokens: LineTokens, from: number): number {
  let at = tokens.trimEnd(from);
  for (;;) {
    let word = at;
    while (word > from && !isSpace(tokens.text.charCodeAt(word - 1))) word--;
    if (word === at || !/^#\p{L}[\p{L}-]*$/u.test(tokens.text.slice(word, at))) return at;
    at = tokens.trimEnd(from, word);
    if (at <= from) return from;
  }
}

function lexBracket(tokens: LineTokens, kind: BracketKind, open: number, close: number): void {
  if (kind === 'placeholder') {
    const start = tokens.skipSpace(open + 1);
    tokens.emit('BRACKET_OPEN', open, open + 1);
    tokens.emit('PLACEHOLDER', start, tokens.trimEnd(start, close));
    tokens.emit('BRACKET_CLOSE', close, close + 1);
  } else if (kind === 'citation') lexCitation(tokens, open, close);
  else if (kind === 'help') tokens.emit('HELP', open, close + 1);
  else if (kind === 'template text') tokens.emit('TEMPLATE_TEXT', open, close + 1);
  else tokens.emit('UNCLOSED', open, close + 1);
}

function lexCitation(tokens: LineTokens, open: number, close: number): void {
  tokens.emit('CITATION_OPEN', open, open + 1);
  for (let at = tokens.skipSpace(open + 1); at < close; at = tokens.skipSpace(at)) {
    const next = tokens.text[at];
    if (next === '@') {
      tokens.emit('AT', at, at + 1);
      at = tokens.emitKey(at + 1, 'KEY_USE');
    } else if (next === ';' || next === ',') tokens.emit('CITATION_SEPARATOR', at, ++at);
    else {
      let end = at;
      while (end < close && !/[@;,]/.test(tokens.text.charAt(end))) end++;
      tokens.emit('JUNK', at, tokens.trimEnd(at, end));
      at = end;
    }
  }
  tokens.emit('BRACKET_CLOSE', close, close + 1);
}
