import type { IToken, TokenTypeDictionary } from 'chevrotain';
import type { TextLine } from '../lines.js';
import { endOfName, isNameStart } from '../names.js';
import { isSpace } from '../white-space.js';

/**
 * The tokens of a text as they are found, with small readers over the line that is being read; none of them reads beyond its end. Tokens carry
 * offsets only: who wants lines and columns asks for the place of an offset, so `range` of Langium's tree says nothing.
 */
export class LineTokens {
  readonly found: IToken[] = [];
  line: TextLine = { start: 0, contentStart: 0, contentEnd: 0, end: 0, next: 0, isComment: false };

  constructor(
    readonly text: string,
    private readonly types: TokenTypeDictionary,
  ) {}

  emit(type: string, start: number, end: number): void {
    const tokenType = this.types[type];
    if (!tokenType) throw new Error(`The grammar has no terminal ${type}.`);
    this.found.push({
      image: this.text.slice(start, end),
      startOffset: start,
      endOffset: end - 1,
      tokenTypeIdx: tokenType.tokenTypeIdx ?? -1,
      tokenType,
    });
  }

  /** Offset after the name that begins at `start`; `start` itself where none does. */
  readName(start: number): number {
    if (start >= this.line.end || !isNameStart(this.text, start)) return start;
    return endOfName(this.text, start, this.line.end);
  }

  /** Offset after the letters at `start`. */
  readWord(start: number): number {
    let end = start;
    while (end < this.line.end && /\p{L}/u.test(this.text.charAt(end))) end++;
    return end;
  }

  /** Offset after what stands at `start` up to the next white space. */
  readNonSpace(start: number): number {
    let end = start;
    while (end < this.line.end && !isSpace(this.text.charCodeAt(end))) end++;
    return end;
  }

  /** Offset after a quoted string that begins at `at`, -1 when none does; a missing end quote ends with the line. */
  readString(at: number): number {
    if (at >= this.line.end || !/["“”]/.test(this.text.charAt(at))) return -1;
    for (let i = at + 1; i < this.line.end; i++) if (/["“”]/.test(this.text.charAt(i))) return i + 1;
    return this.trimEnd(at);
  }

  /** Emits the key at `at`, if one stands there, and returns the offset after it. */
  emitKey(at: number, type: string): number {
    keyPattern.lastIndex = at;
    const key = keyPattern.exec(this.text)?.[0];
    if (key === undefined || at + key.length > this.line.end) return at;
    this.emit(type, at, at + key.length);
    return at + key.length;
  }

  skipSpace(from: number): number {
    let at = from;
    while (at < this.line.end && isSpace(this.text.charCodeAt(at))) at++;
    return at;
  }

  trimEnd(from: number, to = this.line.contentEnd): number {
    let end = to;
    while (end > from && isSpace(this.text.charCodeAt(end - 1))) end--;
    return Math.max(from, end);
  }
}

const keyPattern = /[\p{L}\p{N}_](?:[\p{L}\p{N}_.-]*[\p{L}\p{N}_])?/uy;
