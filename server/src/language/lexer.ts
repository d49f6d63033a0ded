import type { IToken, TokenTypeDictionary } from 'chevrotain';
import type { LangiumCoreServices, Lexer, LexerResult } from 'langium';
import { readBracket } from './brackets.js';
import { type FileKind, readKindWord } from './file-kinds.js';
import { endOfName, isNameStart } from './names.js';
import { isSpace } from './white-space.js';

/**
 * Lexes an `.lmn` file a line at a time. Written by hand, because Langium's own lexer must not see across lines: here each line is
 * read by itself, only the kind of file (its first line) and the divider decide how, and no text can fail to be read.
 */
export class LmnLexer implements Lexer {
  readonly definition: TokenTypeDictionary;

  constructor(services: LangiumCoreServices) {
    const built = services.parser.TokenBuilder.buildTokens(services.Grammar);
    const types = Array.isArray(built) ? built : [];
    this.definition = Object.fromEntries(types.map((type) => [type.name, type]));
  }

  /** What Langium's parser reads: all but the comments, which have no place in its tree (cst-builder.ts). */
  tokenize(text: string): LexerResult {
    return { tokens: this.readTokens(text).tokens, hidden: [], errors: [] };
  }

  /** Tokens and comments: together they hold every character of the text that is not white space. */
  readTokens(text: string): { tokens: IToken[]; comments: IToken[] } {
    const run = new LexerRun(text, this.definition);
    run.readFile();
    return run;
  }
}

const dashes = /^[-\u2010-\u2015\u2212\uFE58\uFE63\uFF0D]{3,}$/;
const requirementVerbs = new Set(['require', 'recommend', 'limit']);
const requirementWhats = new Set(['field', 'section', 'enclosure']);
const keyPattern = /[\p{L}\p{N}_](?:[\p{L}\p{N}_.-]*[\p{L}\p{N}_])?/uy;

/** One pass over one text. Offsets are UTF-16 code units; a line ends with `\n`, `\r\n` or `\r`. */
class LexerRun {
  readonly tokens: IToken[] = [];
  readonly comments: IToken[] = [];
  private line = 1;
  private lineStart = 0;
  private lineEnd = 0;
  private kind: FileKind | undefined;
  /** Where the run of plain prose began that is not yet a token; -1 when none is open. */
  private proseStart = -1;
  private proseStartLine = 1;
  private proseStartColumn = 1;
  /** End of the last line that the open run of prose covers. */
  private proseEnd = 0;
  private proseEndLine = 1;
  private proseEndColumn = 1;

  constructor(
    private readonly text: string,
    private readonly types: TokenTypeDictionary,
  ) {}

  readFile(): void {
    let state: 'kind' | 'head' | 'body' = 'kind';
    let next = this.text.charCodeAt(0) === 0xfeff ? 1 : 0;
    const length = this.text.length;
    while (next < length) {
      this.lineStart = next;
      next = this.findLine(next);
      const start = this.skipSpace(this.lineStart);
      if (start < this.lineEnd && this.text.startsWith('//', start)) this.comment(start);
      else if (state === 'body') this.bodyLine(start);
      else if (start < this.lineEnd) {
        if (this.isHeading(start)) {
          state = 'body';
          this.bodyLine(start);
        } else if (dashes.test(this.text.slice(start, this.lineEnd).trimEnd())) {
          this.emit('DASHES', start, this.trimEnd(start));
          state = 'body';
        } else if (state === 'kind') {
          state = 'head';
          if (!this.kindLine(start)) this.headLine(start);
        } else this.headLine(start);
      }
      this.line++;
    }
    this.closeProse();
  }

  /** Sets `lineEnd` for the line that begins at `from` and returns where the next one begins. */
  private findLine(from: number): number {
    const text = this.text;
    let end = from;
    for (; end < text.length; end++) {
      const code = text.charCodeAt(end);
      if (code === 10 || code === 13) break;
    }
    this.lineEnd = end;
    if (end >= text.length) return end;
    return text.charCodeAt(end) === 13 && text.charCodeAt(end + 1) === 10 ? end + 2 : end + 1;
  }

  // ---- the kind line ----

  private kindLine(start: number): boolean {
    const word = /^[\p{L}-]+/u.exec(this.text.slice(start, this.lineEnd))?.[0];
    if (word === undefined) return false;
    const read = readKindWord(word);
    this.kind = read.kind;
    const after = this.skipSpace(start + word.length);
    const looksLikeFact = this.text[after] === ':' || this.text[after] === '@';
    if (!read.exact) {
      if (!read.kind || looksLikeFact) {
        this.kind = undefined;
        return false;
      }
      this.emit('UNKNOWN_HEADER', start, this.trimEnd(start));
      return true;
    }
    this.emit(word.toUpperCase(), start, start + word.length);
    let at = after;
    // A colon is a slip of the pen: the name after it is read all the same.
    if (this.text[at] === ':' && at < this.lineEnd) {
      this.emit('JUNK', at, at + 1);
      at = this.skipSpace(at + 1);
    }
    let named = false;
    let titled = false;
    while (at < this.lineEnd) {
      const quote = this.readString(at);
      if (quote > 0) {
        this.emit(titled ? 'JUNK' : 'STRING', at, quote);
        titled = true;
        named = true;
        at = this.skipSpace(quote);
        continue;
      }
      let end = at;
      while (end < this.lineEnd && !isSpace(this.text.charCodeAt(end))) end++;
      this.emit(named ? 'JUNK' : 'FILE_NAME', at, end);
      named = true;
      at = this.skipSpace(end);
    }
    return true;
  }

  // ---- the head ----

  private headLine(start: number): void {
    if (start > this.lineStart) {
      this.indentedLine(start);
      return;
    }
    if (this.kind === 'vocabulary' && this.recordLine(start)) return;
    if (this.kind === 'policy' && this.requirementLine(start)) return;
    const name = this.readName(start);
    const at = this.skipSpace(name);
    const next = this.text[at];
    if (name === start) this.emit('STRAY', start, this.trimEnd(start));
    else if (at >= this.lineEnd) this.emit('FACT_NAME', start, name);
    else if (next === ':') {
      this.emit('FACT_NAME', start, name);
      this.colonAndValue(at);
    } else if (next === '@' && at > name) {
      this.emit('FACT_NAME', start, name);
      this.emit('AT', at, at + 1);
      const end = this.emitKey(at + 1, this.kind === 'vocabulary' ? 'KEY_DEFINITION' : 'KEY_USE');
      this.junkThenColon(end);
    } else if (next === '(' && (this.kind === 'template' || this.kind === 'vocabulary')) {
      this.emit('DECLARED_NAME', start, name);
      this.junkThenColon(this.terms(at));
    } else this.emit('STRAY', start, this.trimEnd(start));
  }

  private indentedLine(start: number): void {
    const name = this.readName(start);
    const at = this.skipSpace(name);
    const next = this.text[at];
    if (name > start && at >= this.lineEnd) this.emit('FIELD_NAME', start, name);
    else if (name > start && next === ':') {
      this.emit('FIELD_NAME', start, name);
      this.colonAndValue(at);
    } else if (name > start && next === '(' && this.kind === 'vocabulary') {
      this.emit('FIELD_DECLARED_NAME', start, name);
      this.junkThenColon(this.terms(at));
    } else this.emit('TEXT', start, this.trimEnd(start));
  }

  private recordLine(start: number): boolean {
    if (!/^record(?=\s|$)/i.test(this.text.slice(start, Math.min(this.lineEnd, start + 7)))) return false;
    const from = this.skipSpace(start + 6);
    if (this.text[from] === ':') return false;
    this.emit('RECORD', start, start + 6);
    const name = this.readName(from);
    if (name > from) this.emit('DECLARED_NAME', from, name);
    let at = this.skipSpace(name);
    if (name > from && this.text[at] === '(') at = this.terms(at);
    this.junkThenColon(at);
    return true;
  }

  private requirementLine(start: number): boolean {
    const verb = this.readWord(start);
    if (!requirementVerbs.has(this.text.slice(start, verb).toLowerCase())) return false;
    if (this.text[this.skipSpace(verb)] === ':') return false;
    this.emit('VERB', start, verb);
    let at = this.number(this.skipSpace(verb));
    const word = this.readWord(at);
    if (requirementWhats.has(this.text.slice(at, word).toLowerCase())) {
      this.emit('WHAT', at, word);
      at = this.skipSpace(word);
    }
    const label = this.readString(at);
    if (label > 0) {
      this.emit('STRING', at, label);
      at = this.skipSpace(label);
    }
    const nameEnd = this.readName(at);
    const within = /\bwithin\b/i.exec(this.text.slice(at, nameEnd));
    const subjectEnd = within ? this.trimEnd(at, at + within.index) : nameEnd;
    if (subjectEnd > at) this.emit('SUBJECT', at, subjectEnd);
    if (within) {
      const from = at + within.index;
      this.emit('WITHIN', from, from + 6);
      at = this.number(this.skipSpace(from + 6));
      const unit = this.readWord(at);
      if (unit > at) this.emit('UNIT', at, unit);
      at = this.skipSpace(unit);
    } else at = this.skipSpace(nameEnd);
    this.junkThenColon(at);
    return true;
  }

  private number(at: number): number {
    let end = at;
    while (end < this.lineEnd && this.text.charCodeAt(end) >= 48 && this.text.charCodeAt(end) <= 57) end++;
    if (end === at) return at;
    this.emit('NUMBER', at, end);
    return this.skipSpace(end);
  }

  /** `(text, many, also "…")`; an unclosed list ends at the colon or with its line. Returns where reading goes on. */
  private terms(open: number): number {
    this.emit('TERMS_OPEN', open, open + 1);
    let at = this.skipSpace(open + 1);
    while (at < this.lineEnd) {
      const next = this.text.charAt(at);
      if (next === ')') {
        this.emit('TERMS_CLOSE', at, at + 1);
        return this.skipSpace(at + 1);
      }
      if (next === ':') return at;
      const quote = this.readString(at);
      let end = quote > 0 ? quote : at;
      if (quote > 0) this.emit('STRING', at, quote);
      else if (/[,|;(]/.test(next)) this.emit('TERM_SEPARATOR', at, (end = at + 1));
      else {
        while (end < this.lineEnd && !/[,|;():"“”]/.test(this.text.charAt(end))) end++;
        if (end === at) end++;
        this.emit('TERM_WORD', at, this.trimEnd(at, end));
      }
      at = this.skipSpace(end);
    }
    return at;
  }

  private junkThenColon(from: number): void {
    const at = this.skipSpace(from);
    if (at >= this.lineEnd) return;
    let colon = at;
    while (colon < this.lineEnd && this.text.charCodeAt(colon) !== 58) colon++;
    const end = this.trimEnd(at, colon);
    if (end > at) this.emit('JUNK', at, end);
    if (colon < this.lineEnd) this.colonAndValue(colon);
  }

  private colonAndValue(colon: number): void {
    this.emit('COLON', colon, colon + 1);
    const start = this.skipSpace(colon + 1);
    const end = this.trimEnd(start);
    if (end > start) this.emit('VALUE', start, end);
  }

  private emitKey(at: number, type: string): number {
    keyPattern.lastIndex = at;
    const key = keyPattern.exec(this.text)?.[0];
    if (key === undefined || at + key.length > this.lineEnd) return at;
    this.emit(type, at, at + key.length);
    return at + key.length;
  }

  // ---- the body ----

  private bodyLine(start: number): void {
    if (this.isHeading(start)) {
      this.closeProse();
      this.heading(start);
      return;
    }
    this.prose(this.lineStart, this.lineEnd, 'PROSE');
  }

  private isHeading(start: number): boolean {
    return start === this.lineStart && this.text.startsWith('##', start) && this.text[start + 2] !== '#';
  }

  private heading(start: number): void {
    this.emit('HASHES', start, start + 2);
    const from = this.skipSpace(start + 2);
    const tags = this.findTags(from);
    this.prose(from, tags, 'TITLE');
    this.closeProse('TITLE');
    for (let at = tags; at < this.lineEnd;) {
      at = this.skipSpace(at);
      if (at >= this.lineEnd) break;
      let end = at + 1;
      while (end < this.lineEnd && !isSpace(this.text.charCodeAt(end))) end++;
      this.emit('HASH', at, at + 1);
      this.emit('TAG', at + 1, end);
      at = end;
    }
  }

  /** Where the tags at a heading's end begin: `#` and letters, so that `## Claim #123` has none. */
  private findTags(from: number): number {
    let at = this.trimEnd(from);
    for (;;) {
      let word = at;
      while (word > from && !isSpace(this.text.charCodeAt(word - 1))) word--;
      if (word === at || !/^#\p{L}[\p{L}-]*$/u.test(this.text.slice(word, at))) return at;
      at = this.trimEnd(from, word);
      if (at <= from) return from;
    }
  }

  /** Scans `[from, to)` of one line for brackets; what lies between them joins the open run of plain text. */
  private prose(from: number, to: number, type: 'PROSE' | 'TITLE'): void {
    let plain = from;
    for (let i = from; i < to;) {
      const code = this.text.charCodeAt(i);
      if (code === 92) i += 2;
      else if (code === 91) {
        const read = readBracket(this.text, i, this.lineStart, to);
        if (read.kind !== 'link' && read.kind !== 'literal') {
          this.extendProse(plain, i);
          this.closeProse(type);
          this.bracket(read.kind, i, read.close);
          plain = read.end;
        }
        i = read.end;
      } else i++;
    }
    this.extendProse(plain, to);
  }

  private bracket(kind: string, open: number, close: number): void {
    if (kind === 'placeholder') {
      const start = this.skipSpace(open + 1);
      this.emit('BRACKET_OPEN', open, open + 1);
      this.emit('PLACEHOLDER', start, this.trimEnd(start, close));
      this.emit('BRACKET_CLOSE', close, close + 1);
    } else if (kind === 'citation') this.citation(open, close);
    else if (kind === 'help') this.emit('HELP', open, close + 1);
    else if (kind === 'template text') this.emit('TEMPLATE_TEXT', open, close + 1);
    else this.emit('UNCLOSED', open, close + 1);
  }

  private citation(open: number, close: number): void {
    this.emit('CITATION_OPEN', open, open + 1);
    for (let at = this.skipSpace(open + 1); at < close; at = this.skipSpace(at)) {
      const next = this.text[at];
      if (next === '@') {
        this.emit('AT', at, at + 1);
        at = this.emitKey(at + 1, 'KEY_USE');
      } else if (next === ';' || next === ',') this.emit('CITATION_SEPARATOR', at, ++at);
      else {
        let end = at;
        while (end < close && !/[@;,]/.test(this.text.charAt(end))) end++;
        this.emit('JUNK', at, this.trimEnd(at, end));
        at = end;
      }
    }
    this.emit('BRACKET_CLOSE', close, close + 1);
  }

  private extendProse(from: number, to: number): void {
    const end = this.trimEnd(from, to);
    if (end <= from) return;
    if (this.proseStart < 0) {
      this.proseStart = this.skipSpace(from);
      this.proseStartLine = this.line;
      this.proseStartColumn = this.proseStart - this.lineStart + 1;
    }
    this.proseEnd = end;
    this.proseEndLine = this.line;
    this.proseEndColumn = end - this.lineStart;
  }

  private closeProse(type: 'PROSE' | 'TITLE' = 'PROSE'): void {
    if (this.proseStart < 0) return;
    this.tokens.push(
      this.token(type, this.proseStart, this.proseEnd, {
        startLine: this.proseStartLine,
        startColumn: this.proseStartColumn,
        endLine: this.proseEndLine,
        endColumn: this.proseEndColumn,
      }),
    );
    this.proseStart = -1;
  }

  private comment(start: number): void {
    this.closeProse();
    this.comments.push(this.token('COMMENT', start, this.trimEnd(start), this.place(start, this.trimEnd(start))));
  }

  // ---- small readers over the current line ----

  private readName(start: number): number {
    if (start >= this.lineEnd || !isNameStart(this.text, start)) return start;
    return endOfName(this.text, start, this.lineEnd);
  }

  private readWord(start: number): number {
    let end = start;
    while (end < this.lineEnd && /\p{L}/u.test(this.text.charAt(end))) end++;
    return end;
  }

  /** Offset after a quoted string that begins at `at`, -1 when none does; a missing end quote ends with the line. */
  private readString(at: number): number {
    if (at >= this.lineEnd || !/["“”]/.test(this.text.charAt(at))) return -1;
    for (let i = at + 1; i < this.lineEnd; i++) if (/["“”]/.test(this.text.charAt(i))) return i + 1;
    return this.trimEnd(at);
  }

  private skipSpace(from: number): number {
    let at = from;
    while (at < this.lineEnd && isSpace(this.text.charCodeAt(at))) at++;
    return at;
  }

  private trimEnd(from: number, to = this.lineEnd): number {
    let end = to;
    while (end > from && isSpace(this.text.charCodeAt(end - 1))) end--;
    return end;
  }

  private emit(type: string, start: number, end: number): void {
    this.tokens.push(this.token(type, start, end, this.place(start, end)));
  }

  private place(start: number, end: number): Place {
    const { line, lineStart } = this;
    return { startLine: line, startColumn: start - lineStart + 1, endLine: line, endColumn: end - lineStart };
  }

  private token(type: string, start: number, end: number, place: Place): IToken {
    const tokenType = this.types[type];
    if (!tokenType) throw new Error(`The grammar has no terminal ${type}.`);
    return {
      image: this.text.slice(start, end),
      startOffset: start,
      endOffset: end - 1,
      startLine: place.startLine,
      startColumn: place.startColumn,
      endLine: place.endLine,
      endColumn: place.endColumn,
      tokenTypeIdx: tokenType.tokenTypeIdx ?? -1,
      tokenType,
    };
  }
}

interface Place {
  readonly startLine: number;
  readonly startColumn: number;
  readonly endLine: number;
  readonly endColumn: number;
}
