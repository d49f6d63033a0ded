import { readBracket } from '../language/brackets.js';
import { append } from './append.js';
import { type Condition, readCondition } from './condition.js';
import type { Bracket } from '../language/source-file.js';
import type { ProseInline, UnclosedMark } from './prose-tree.js';

/** A line of inline text: offsets within the piece, without the space around it. */
export interface SourceLine {
  readonly start: number;
  readonly end: number;
}

export interface InlineReading {
  readonly content: ProseInline[];
  readonly unclosed: readonly UnclosedMark[];
  readonly pointless: readonly { readonly start: number; readonly end: number }[];
}

export type BracketIndex = ReadonlyMap<number, Bracket>;

export function bracketIndex(brackets: readonly Bracket[]): BracketIndex {
  const index = new Map<number, Bracket>();
  for (const bracket of brackets) index.set(bracket.start, bracket);
  return index;
}

/**
 * Reads inline text: brackets (as the language's lexer found them), `{optional}`, `{when [field] is choice: …}`, `**bold**`, `*italic*`, links, escapes; a line break is a
 * line break. One pass in linear time; every run's text is the source at its offsets.
 */
export function readInline(text: string, lines: readonly SourceLine[], brackets: BracketIndex): InlineReading {
  const reader = new InlineReader(text, lines, brackets);
  return { content: reader.read(), unclosed: reader.unclosed, pointless: reader.pointless };
}

interface Frame {
  readonly kind: 'root' | 'strong' | 'emphasis' | 'optional';
  readonly start: number;
  /** Of braces that begin with one. */
  readonly condition?: Condition | undefined;
  readonly content: ProseInline[];
}

const punctuation = /[!-/:-@[-`{-~]/;
/** A box and the space behind it. */
const longestBox = 12;
const wordCharacter = /[\p{L}\p{N}]/u;

class InlineReader {
  readonly unclosed: UnclosedMark[] = [];
  readonly pointless: { start: number; end: number }[] = [];
  private readonly frames: Frame[] = [{ kind: 'root', start: 0, content: [] }];
  private textStart = -1;
  private readonly braces: ReadonlyMap<number, number>;

  constructor(
    private readonly text: string,
    private readonly lines: readonly SourceLine[],
    private readonly brackets: BracketIndex,
  ) {
    this.braces = this.matchBraces();
  }

  read(): ProseInline[] {
    this.lines.forEach((line, index) => {
      if (index > 0) {
        const before = this.lines[index - 1];
        this.add({ kind: 'break', start: before?.end ?? line.start, end: line.start });
      }
      this.readLine(line);
    });
    while (this.frames.length > 1) this.demote();
    return this.frames[0]?.content ?? [];
  }

  private readLine(line: SourceLine): void {
    for (let i = line.start; i < line.end;) i = this.step(i, line);
    this.flush(line.end);
  }

  /** Reads what is at `i` and returns where reading goes on. */
  private step(i: number, line: SourceLine): number {
    const char = this.text[i];
    if (char === '\\' && i + 1 < line.end && punctuation.test(this.text.charAt(i + 1))) {
      this.flush(i);
      this.textStart = i + 1;
      return i + 2;
    }
    if (char === '[') return this.boxes(i, line) ?? this.bracket(i, line);
    const close = char === '{' ? this.braces.get(i) : undefined;
    if (close !== undefined) return this.braceOpens(i, Math.min(close, line.end));
    if (char === '}' && this.top().kind !== 'root' && this.closesOptional(i)) return i + 1;
    if (char === '*') return this.stars(i, line);
    if (this.textStart < 0) this.textStart = i;
    return i + 1;
  }

  /** A box that nobody has ticked yet, right before a blank. */
  private boxes(i: number, line: SourceLine): number | undefined {
    const before = /^\[ \][ \t]+(?=\[)/.exec(this.text.slice(i, Math.min(line.end, i + longestBox)))?.[0];
    const bracket = before === undefined ? undefined : this.brackets.get(i + before.length);
    if (bracket?.kind !== 'placeholder' || bracket.end > line.end) return undefined;
    this.flush(i);
    this.add({ kind: 'boxes', start: i, end: bracket.end, bracket });
    return bracket.end;
  }

  private bracket(i: number, line: SourceLine): number {
    const bracket = this.brackets.get(i);
    if (bracket && bracket.kind !== 'unclosed' && bracket.end <= line.end) {
      this.flush(i);
      this.add({ kind: 'bracket', start: bracket.start, end: bracket.end, bracket });
      return bracket.end;
    }
    if (!bracket) {
      const read = readBracket(this.text, i, line.start, line.end);
      if (read.kind === 'link') {
        this.flush(i);
        const content = readInline(this.text, [{ start: i + 1, end: read.close }], new Map()).content;
        this.add({
          kind: 'link',
          start: i,
          end: read.end,
          href: this.text.slice(read.close + 2, read.end - 1),
          content,
        });
        return read.end;
      }
    }
    return this.plain(i, bracket ? Math.min(bracket.end, line.end) : i + 1);
  }

  private braceOpens(i: number, end: number): number {
    this.flush(i);
    const condition = readCondition(this.text, i + 1, end, (offset) => this.brackets.get(offset));
    this.frames.push({ kind: 'optional', start: i, content: [], condition });
    if (!condition) return i + 1;
    return condition.hasColon ? condition.choices.end + 1 : condition.choices.end;
  }

  private closesOptional(i: number): boolean {
    const at = this.frames.findLastIndex((frame) => frame.kind === 'optional');
    const open = this.frames[at];
    if (!open || this.braces.get(open.start) !== i) return false;
    this.flush(i);
    while (this.frames.length - 1 > at) this.demote();
    this.frames.pop();
    const start = open.start;
    const { condition, content } = open;
    if (condition) this.add({ kind: 'when', start, end: i + 1, condition, content });
    else {
      if (!holdsBracket(content)) this.pointless.push({ start, end: i + 1 });
      this.add({ kind: 'optional', start, end: i + 1, content });
    }
    return true;
  }

  private stars(i: number, line: SourceLine): number {
    let end = i;
    while (end < line.end && this.text[end] === '*') end++;
    const count = end - i;
    const before = i > line.start ? this.text.charAt(i - 1) : '';
    const after = end < line.end ? this.text.charAt(end) : '';
    const between = wordCharacter.test(before) && wordCharacter.test(after);
    const canClose = before !== '' && !/\s/.test(before) && !between;
    const canOpen = after !== '' && !/\s/.test(after) && !between;
    if (count > 3 || (!canOpen && !canClose)) return this.plain(i, end);
    for (let at = i; at < end;) {
      const left = end - at;
      const closing = canClose ? this.closable(left) : undefined;
      const kind = closing ?? (left >= 2 ? 'strong' : 'emphasis');
      const size = kind === 'strong' ? 2 : 1;
      if (closing) this.close(closing, at, at + size);
      else if (canOpen && !this.isOpen(kind)) {
        this.flush(at);
        this.frames.push({ kind, start: at, content: [] });
      } else this.plain(at, at + size);
      at += size;
    }
    return end;
  }

  private plain(from: number, to: number): number {
    if (this.textStart < 0) this.textStart = from;
    return to;
  }

  /** Frames since the last `{`: emphasis does not reach out of optional text. */
  private local(): Frame[] {
    return this.frames.slice(this.frames.findLastIndex((frame) => frame.kind === 'optional') + 1);
  }

  private isOpen(kind: 'strong' | 'emphasis'): boolean {
    return this.local().some((frame) => frame.kind === kind);
  }

  /** The innermost open emphasis that `stars` stars can close. */
  private closable(stars: number): 'strong' | 'emphasis' | undefined {
    const kinds = this.local()
      .map((frame) => frame.kind)
      .reverse();
    for (const kind of kinds) {
      if (kind === 'strong' && stars >= 2) return kind;
      if (kind === 'emphasis' && (stars === 1 || stars === 3 || !kinds.includes('strong'))) return kind;
    }
    return undefined;
  }

  private close(kind: 'strong' | 'emphasis', at: number, end: number): void {
    this.flush(at);
    while (this.top().kind !== kind) this.demote();
    const frame = this.frames.pop();
    if (frame) this.add({ kind, start: frame.start, end, content: frame.content });
  }

  /** An emphasis that nobody closed is text. */
  private demote(): void {
    const frame = this.frames.pop();
    if (!frame || frame.kind === 'root') return;
    const size = frame.kind === 'strong' ? 2 : 1;
    this.add({ kind: 'text', start: frame.start, end: frame.start + size });
    append(this.top().content, frame.content);
  }

  private top(): Frame {
    const top = this.frames.at(-1);
    if (!top) throw new Error('The root frame is never taken away.');
    return top;
  }

  private flush(end: number): void {
    if (this.textStart >= 0 && end > this.textStart)
      this.top().content.push({ kind: 'text', start: this.textStart, end });
    this.textStart = -1;
  }

  private add(node: ProseInline): void {
    this.top().content.push(node);
  }

  /** Pairs `{` with `}` within the paragraph; of two in a row without an end between them the first is unclosed. */
  private matchBraces(): Map<number, number> {
    const pairs = new Map<number, number>();
    let open = -1;
    const giveUp = () => {
      if (open >= 0) this.unclosed.push({ mark: '{', start: open, end: open + 1 });
    };
    for (const line of this.lines) {
      for (let i = line.start; i < line.end; i++) {
        const char = this.text[i];
        if (char === '\\') i++;
        else if (char === '[') {
          const bracket = this.brackets.get(i);
          if (bracket && bracket.end <= line.end) i = bracket.end - 1;
        } else if (char === '{') {
          giveUp();
          open = i;
        } else if (char === '}' && open >= 0) {
          pairs.set(open, i);
          open = -1;
        }
      }
    }
    giveUp();
    return pairs;
  }
}

function holdsBracket(content: readonly ProseInline[]): boolean {
  return content.some(
    (node) => node.kind === 'bracket' || node.kind === 'boxes' || ('content' in node && holdsBracket(node.content)),
  );
}
