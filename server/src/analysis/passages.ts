import { startsSentence } from '../knowledge/sentences.js';
import type { Block, Inline, ResolvedSection, TextRun } from '../letter/letter.js';
import { type FieldDeclaration, type Span, textOf } from '../letter/source.js';
import { remember } from '../remember.js';

/** A run at its place in a passage. */
interface PlacedRun {
  readonly start: number;
  readonly end: number;
  readonly run: TextRun;
}

/** Words of the letter that are read in one go, as they will be read: a paragraph, a heading, a cell of a table. */
export interface Passage {
  readonly kind: 'paragraph' | 'heading' | 'item' | 'cell';
  /** A line break is `\n`. What is no text (a gap, a box) is one `notText`. */
  readonly text: string;
  /** As long as `text`, with `notText` in the place of all that the letter's writer only repeats: quotations, fields that are `quoted`, addresses of the web. */
  readonly own: string;
  readonly sentences: readonly Sentence[];
  readonly runs: readonly PlacedRun[];
}

/** Offsets in the text of a passage, the end not included. */
export interface Sentence {
  readonly start: number;
  readonly end: number;
}

/** Stands for what is not to be read as words; U+FFFC, the object replacement character. */
export const notText = '\ufffc';

/**
 * The passages of a section, in the order in which they are read. Quotations that stand as blocks, and what blocks put together (letterhead, signature,
 * enclosures, references), are not among them. Remembered with the section.
 */
export const passagesOf = remember((section: ResolvedSection): readonly Passage[] => {
  const heading = section.heading ? [passage('heading', section.heading)] : [];
  return [...heading, ...section.blocks.flatMap((block) => inBlock(block, 'paragraph'))];
});

function inBlock(block: Block, kind: Passage['kind']): Passage[] {
  switch (block.kind) {
    case 'paragraph':
      return [passage(kind, block.content)];
    case 'heading':
      return [passage('heading', block.content)];
    case 'list':
      return block.items.flatMap(({ blocks }) => blocks.flatMap((inner) => inBlock(inner, 'item')));
    case 'table':
      return [block.header, ...block.rows].flatMap((row) =>
        // What a payer asks stands in the payer's words.
        row.map((cell, column) => passage('cell', cell, block.filledWith === 'criteria' && column === 0)),
      );
    default:
      return [];
  }
}

function passage(kind: Passage['kind'], content: readonly Inline[], isRepeated = false): Passage {
  const written: PlacedRun[] = [];
  const text = { whole: '', own: '' };
  write(content, text, written);
  const own = isRepeated ? notText.repeat(text.whole.length) : withoutQuotations(text.own);
  return { kind, text: text.whole, own, sentences: sentencesOf(text.whole), runs: written };
}

function write(content: readonly Inline[], text: { whole: string; own: string }, runs: PlacedRun[]): void {
  for (const node of content) {
    if (node.kind === 'text') {
      const start = text.whole.length;
      text.whole += node.text;
      text.own += node.field?.quoted ? notText.repeat(node.text.length) : node.text;
      runs.push({ start, end: text.whole.length, run: node });
    } else if ('content' in node) write(node.content, text, runs);
    else if (node.kind !== 'citation') {
      const sign = node.kind === 'break' ? '\n' : notText;
      text.whole += sign;
      text.own += sign;
    }
  }
}

/** One alternative begins with each kind of mark, and none runs past the next one, so that it stays linear. */
const repeated = /“[^“”]*”|"[^"]*"|https?:\/\/\S+|www\.\S+/g;

/** As long as the text, with `notText` in the place of quotations and of addresses of the web. */
export function withoutQuotations(text: string): string {
  return text.replace(repeated, (found) => notText.repeat(found.length));
}

/** How far back is looked for what begins a sentence: as far as `startsSentence` reads. */
const lookBack = 40;

function sentencesOf(text: string): Sentence[] {
  const found: Sentence[] = [];
  let start = 0;
  const endAt = (end: number, next: number): void => {
    if (text.slice(start, end).trim() !== '') found.push({ start, end });
    start = next;
  };
  for (const { 0: gap, index } of text.matchAll(/\n+|(?<=[.!?][’”")\]]{0,3}) +/g)) {
    const next = index + gap.length;
    if (gap.startsWith('\n') || startsSentence(text.slice(Math.max(0, next - lookBack), next))) endAt(index, next);
  }
  endAt(text.length, text.length);
  return found;
}

/** The sentence of a passage that an offset stands in. */
export function sentenceAt({ sentences, text }: Passage, offset: number): Sentence {
  return sentences[firstEndingAfter(sentences, offset)] ?? { start: 0, end: text.length };
}

/** Index of the first of some stretches, parted and in order, that ends behind an offset. */
function firstEndingAfter(stretches: readonly Sentence[], offset: number): number {
  let from = 0;
  let to = stretches.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((stretches[middle]?.end ?? 0) > offset) to = middle;
    else from = middle + 1;
  }
  return from;
}

function runsIn({ runs }: Passage, start: number, end: number): PlacedRun[] {
  const found: PlacedRun[] = [];
  for (let index = firstEndingAfter(runs, start); index < runs.length; index++) {
    const one = runs[index];
    if (!one || one.start >= end) break;
    found.push(one);
  }
  return found;
}

/** Whether a word of a passage is the writer's own wording, and no name, address, number or code: those have their own ways of writing. */
export function isWording(passage: Passage, offset: number): boolean {
  const field = fieldAt(passage, offset);
  return field === undefined || (field.type.name === 'text' && !field.person && !field.public);
}

/** How many words of a stretch are prose of one file, as its writer put them; quotations do not count. */
export function wordsWrittenIn(passage: Passage, start: number, end: number, uri: string): number {
  return runsIn(passage, start, end)
    .filter(({ run }) => run.origin === 'written' && run.source.piece.uri === uri)
    .map((one) => passage.own.slice(Math.max(start, one.start), Math.min(end, one.end)))
    .reduce((sum, text) => sum + (text.match(/[^\s\ufffc]*[\p{L}\p{N}][^\s\ufffc]*/gu)?.length ?? 0), 0);
}

/** Whether any word of a stretch comes from that file. */
export function isFrom(uri: string, passage: Passage, { start, end }: Sentence): boolean {
  return runsIn(passage, start, end).some(({ run }) => run.source.piece.uri === uri);
}

/** The field that a word of a passage is a value of; undefined for prose, and for what is computed. */
export function fieldAt(passage: Passage, offset: number): FieldDeclaration | undefined {
  return runsIn(passage, offset, offset + 1)[0]?.run.field;
}

/**
 * Where a stretch of a passage stands in the file: as far as its words are written there, else the value or placeholder that they were made of. Undefined where none of
 * it comes from that file, as a template's words.
 */
export function placeIn(uri: string, passage: Passage, start: number, end: number): Span | undefined {
  const ours = runsIn(passage, start, end).filter(({ run }) => run.source.piece.uri === uri);
  const [first] = ours;
  if (!first) return undefined;
  const { piece } = first.run.source;
  const spans = ours
    .filter(({ run }) => run.source.piece === piece)
    .map(({ run, start: from, end: to }) =>
      isLetterForLetter(run)
        ? { start: run.source.start + Math.max(0, start - from), end: run.source.end - Math.max(0, to - end) }
        : run.source,
    );
  const place = { start: Math.min(...spans.map((one) => one.start)), end: Math.max(...spans.map((one) => one.end)) };
  return { piece, ...place };
}

/** Also where a value got the capital of its sentence. */
function isLetterForLetter({ exact, text, source }: TextRun): boolean {
  return exact || textOf(source).toLowerCase() === text.toLowerCase();
}

/** Whether a stretch of a passage is prose, letter for letter, of one place: there a fix may put a placeholder. */
export function isProse(passage: Passage, start: number, end: number): boolean {
  const [one, ...more] = runsIn(passage, start, end);
  return one !== undefined && more.length === 0 && one.run.exact && one.run.origin === 'written';
}
