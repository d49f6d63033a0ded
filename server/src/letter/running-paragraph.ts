import type { Span } from '../language/span.js';
import { append } from './append.js';
import { isEmpty } from './fill-inline.js';
import { fitPrint } from './fit-print.js';
import type { Block, Inline } from './letter.js';
import { type OwnSignature, signedWith } from './own-signature.js';
import { plainText } from './plain-text.js';

interface OpenParagraph {
  /** It stays where its first words stand. */
  readonly source: Span;
  readonly content: Inline[];
  /** What was added last, for who looks back to see whether a sentence begins. */
  tail: string;
}

/**
 * The blocks that a paragraph of prose becomes. Words and the template's text that touch each other are one paragraph, unless the text begins
 * or ends there in a list, a table, a heading or another block.
 */
export class RunningParagraph {
  private readonly blocks: Block[] = [];
  private open: OpenParagraph | undefined;
  /** Space behind the last words, which prints where more follow on the line. */
  private space: readonly Inline[] = [];

  /** `lead`: what stands before the first words, see `fitPrint`. */
  constructor(private readonly lead: string) {}

  /** Words of the prose itself; `fill` gets the end of the words before them in their paragraph. */
  addWords(source: Span, startsLine: boolean, fill: (before: string) => readonly Inline[] | undefined): void {
    const words = fill(startsLine || !this.open ? '' : this.open.tail);
    if (words && !isEmpty(words)) this.add(words, source, startsLine);
    else if (words && this.open && !startsLine) this.space = words;
  }

  /** What `[template text]` stands for; `startsLine` where it stands at the beginning of a line. */
  addText(text: readonly Block[], startsLine: boolean): void {
    const [first, ...others] = text;
    if (!first) return;
    if (first.kind === 'paragraph') this.add(first.content, first.source, startsLine);
    else this.addBlocks([first]);
    const last = others.pop();
    if (!last) return;
    this.addBlocks(others);
    if (last.kind === 'paragraph') this.add(last.content, last.source, true);
    else this.addBlocks([last]);
  }

  /** A signature, and the words beneath it, not fitted yet. */
  addSignature(signature: OwnSignature, words: readonly Inline[] | undefined): void {
    const lines = words && !isEmpty(words) ? fitPrint(words, this.lead) : [];
    this.addBlocks([signedWith(signature, lines)]);
  }

  /** Blocks that stand by themselves. */
  addBlocks(blocks: readonly Block[]): void {
    this.close();
    append(this.blocks, blocks);
  }

  /** All blocks; nothing is added afterwards. */
  finish(): Block[] {
    this.close();
    return this.blocks;
  }

  private add(words: readonly Inline[], source: Span, startsLine: boolean): void {
    if (!this.open) this.open = { source, content: [], tail: '' };
    else if (startsLine) {
      const { piece, start } = source;
      this.open.content.push({ kind: 'break', source: { piece, start, end: start } });
    } else append(this.open.content, this.space);
    this.space = [];
    append(this.open.content, words);
    this.open.tail = plainText(words);
  }

  private close(): void {
    if (!this.open) return;
    const { source, content } = this.open;
    this.blocks.push({ kind: 'paragraph', source, content: fitPrint(content, this.lead) });
    this.open = undefined;
    this.space = [];
  }
}
