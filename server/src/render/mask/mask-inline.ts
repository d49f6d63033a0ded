import type { Gap, Inline, TextRun } from '../../letter/letter.js';
import { type FieldDeclaration, placeholderOf, type Span } from '../../letter/source.js';
import { repeatsOf } from './identifying-fields.js';
import type { Stretch, TermFinder } from './term-finder.js';

/** What stands in the place of a value. */
export function maskLabel(name: string): string {
  return `\u2039${name}\u203a`;
}

const label = /^\u2039[^\u2039\u203a]*\u203a$/;

/** In no form of a value, and no letter: what stands here is masked already, or is no text. */
const other = '\ufffc';

/** Masks the words of a block: those of fields that identify, and wherever else the words repeat one, also across bold or a line's end. */
export class InlineMask {
  constructor(
    private readonly finder: TermFinder,
    private readonly gap: (gap: Gap) => Gap,
  ) {}

  /** The same object where nothing is masked. */
  content(content: readonly Inline[]): readonly Inline[] {
    const text = flatText(content);
    const stretches = this.finder.find(text);
    return new MaskWalk(stretches, this.finder, this.gap).nodes(content);
  }

  run(run: TextRun): TextRun {
    const [only, ...more] = this.content([run]);
    return only?.kind === 'text' && more.length === 0
      ? only
      : { ...run, text: this.text(run.text), origin: 'derived', exact: false };
  }

  /** Words that are no part of the letter's prose: a gap's name, a heading as it was written. */
  text(text: string): string {
    // What this has masked before stays: a label may hold a word that is in somebody's name.
    const parts = text.split(/(\u2039[^\u2039\u203a]*\u203a)/);
    const masked = parts.map((part, index) => (index % 2 === 1 && this.isOurs(part) ? part : this.plain(part)));
    return masked.every((part, index) => part === parts[index]) ? text : masked.join('');
  }

  private isOurs(part: string): boolean {
    return this.finder.labels.has(part.slice(1, -1));
  }

  private plain(text: string): string {
    let masked = '';
    let at = 0;
    for (const { start, end, label: name } of this.finder.find(text)) {
      masked += text.slice(at, start) + maskLabel(name);
      at = end;
    }
    return masked + text.slice(at);
  }
}

function flatText(content: readonly Inline[]): string {
  let text = '';
  for (const node of content) {
    if (node.kind === 'text') text += isWhole(node) ? other : node.text;
    else if (node.kind === 'break') text += '\n';
    else if ('content' in node) text += flatText(node.content);
    else text += other;
  }
  return text;
}

/** Not to be searched: it is masked as a whole, has been, or stays. */
function isWhole(run: TextRun): boolean {
  return isMasked(run) || (run.field !== undefined && isLettersDate(run.field)) || identifyingField(run) !== undefined;
}

/** The day on the letter is nobody's, and stays also where it is that of a visit. */
function isLettersDate({ record, norm }: FieldDeclaration): boolean {
  return record === 'letter' && norm === 'date';
}

function isMasked(run: TextRun): boolean {
  return run.origin === 'derived' && label.test(run.text);
}

function identifyingField({ field, text }: TextRun): FieldDeclaration | undefined {
  return field && text !== '' && repeatsOf(field) ? field : undefined;
}

/** Goes over the nodes in the order of `flatText`, and cuts the stretches out. */
class MaskWalk {
  private at = 0;
  private next = 0;

  constructor(
    private readonly stretches: readonly Stretch[],
    private readonly finder: TermFinder,
    private readonly gap: (gap: Gap) => Gap,
  ) {}

  nodes(content: readonly Inline[]): readonly Inline[] {
    const masked: Inline[] = [];
    for (const node of content) for (const one of this.node(node)) masked.push(one);
    const isSame = masked.length === content.length && masked.every((node, index) => node === content[index]);
    return isSame ? content : masked;
  }

  private node(node: Inline): readonly Inline[] {
    switch (node.kind) {
      case 'text':
        return this.run(node);
      case 'gap': {
        this.at += other.length;
        const gap = this.gap(node.gap);
        return [gap === node.gap ? node : { ...node, gap }];
      }
      case 'box':
      case 'pen line':
      case 'citation':
        this.at += other.length;
        return [node];
      case 'break':
        return this.isWithin(this.at++) ? [] : [node];
      case 'strong':
      case 'emphasis':
      case 'link':
        return this.around(node);
    }
  }

  private around(node: Extract<Inline, { content: readonly Inline[] }>): readonly Inline[] {
    const content = this.nodes(node.content);
    // An address that holds a value would print behind its words, and show in the page; then only the words stay.
    if (node.kind === 'link' && this.finder.find(wordsOfAddress(node.href)).length > 0) return content;
    if (content === node.content) return [node];
    return content.length === 0 ? [] : [{ ...node, content }];
  }

  /** True within a stretch that has begun and goes on: then a line's end there is a part of it. */
  private isWithin(at: number): boolean {
    const stretch = this.stretches[this.next];
    return stretch !== undefined && stretch.start < at && at < stretch.end;
  }

  private run(run: TextRun): readonly TextRun[] {
    const field = identifyingField(run);
    if (isWhole(run)) {
      this.at += other.length;
      return isMasked(run) || !field ? [run] : [masked(maskLabel(placeholderOf(field)), run.source)];
    }
    const from = this.at;
    const to = from + run.text.length;
    this.at = to;
    const parts: TextRun[] = [];
    let kept = from;
    for (let stretch = this.stretches[this.next]; stretch && stretch.start < to; stretch = this.stretches[this.next]) {
      const start = Math.max(stretch.start, from);
      const end = Math.min(stretch.end, to);
      if (start > kept) parts.push(part(run, kept - from, start - from));
      // What goes on in the next run has its label in the run where it begins.
      if (stretch.start >= from) parts.push(masked(maskLabel(stretch.label), sourceOf(run, start - from, end - from)));
      kept = end;
      if (stretch.end > to) break;
      this.next++;
    }
    if (kept === from && parts.length === 0) return [run];
    if (kept < to) parts.push(part(run, kept - from, run.text.length));
    return parts;
  }
}

function masked(text: string, source: Span): TextRun {
  return { kind: 'text', text, source, origin: 'derived', exact: false };
}

function part(run: TextRun, start: number, end: number): TextRun {
  return { ...run, text: run.text.slice(start, end), source: sourceOf(run, start, end) };
}

/** Where a part of a run stands: known to the letter only where the run prints its source letter for letter. */
function sourceOf({ exact, source }: TextRun, start: number, end: number): Span {
  return exact ? { piece: source.piece, start: source.start + start, end: source.start + end } : source;
}

/** An address with its escapes of ASCII characters read: `%20` parts words. */
function wordsOfAddress(href: string): string {
  return href
    .replace(/%([2-7][0-9a-f])/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .replace(/[_+]/g, ' ');
}
