import LineBreaker from 'linebreak';
import type { SetRun } from './unprintable.js';

/** A run in its place on a line. */
export interface Fragment extends SetRun {
  /** From the line's left end, in points. */
  readonly x: number;
  readonly width: number;
}

export interface TextLine {
  readonly fragments: readonly Fragment[];
  /** Without the space at its end, in points. */
  readonly width: number;
}

/** How wide words are in a font and size, in points. */
export type Measure = (text: string, run: SetRun) => number;

/** A stretch that no line end parts, with the space behind it. */
interface Chunk {
  readonly runs: readonly SetRun[];
  readonly width: number;
  /** Of the space at its end. */
  readonly space: number;
}

/**
 * Breaks runs into lines of at most `width` points: between words (Unicode Line Breaking Algorithm, UAX 14), never in a run that stays whole, and within a
 * word only where it is longer than a line.
 */
export function breakLines(runs: readonly SetRun[], width: number, measure: Measure): TextLine[] {
  const lines: TextLine[] = [];
  let line: Chunk[] = [];
  let used = 0;
  const end = () => {
    lines.push(toLine(line, measure));
    line = [];
    used = 0;
  };
  for (const chunk of chunksOf(runs, measure)) {
    const bare = chunk.width - chunk.space;
    if (line.length > 0 && used + bare > width) end();
    if (bare <= width) {
      line.push(chunk);
      used += chunk.width;
      continue;
    }
    for (const part of cut(chunk, width, measure)) {
      if (line.length > 0 && used + part.width - part.space > width) end();
      line.push(part);
      used += part.width;
    }
  }
  if (line.length > 0 || lines.length === 0) end();
  return lines;
}

/** The widest stretch that cannot be parted, and the whole text on one line; in points. */
export function textWidths(
  runs: readonly SetRun[],
  measure: Measure,
): { readonly least: number; readonly most: number } {
  const chunks = chunksOf(runs, measure);
  const most = chunks.reduce((sum, { width }) => sum + width, 0) - (chunks.at(-1)?.space ?? 0);
  return { least: Math.max(0, ...chunks.map(({ width, space }) => width - space)), most };
}

function chunksOf(runs: readonly SetRun[], measure: Measure): Chunk[] {
  const text = runs.map((run) => run.text).join('');
  const chunks: Chunk[] = [];
  let from = 0;
  for (const end of breaksIn(text, runs)) {
    chunks.push(toChunk(sliced(runs, from, end), measure));
    from = end;
  }
  return chunks;
}

/** Offsets in the text where a line may end, its own end the last. */
function breaksIn(text: string, runs: readonly SetRun[]): number[] {
  const breaks: number[] = [];
  const breaker = new LineBreaker(text);
  for (let next = breaker.nextBreak(); next; next = breaker.nextBreak()) breaks.push(next.position);
  if (breaks.at(-1) !== text.length && text.length > 0) breaks.push(text.length);
  let start = 0;
  const inside = new Set<number>();
  for (const run of runs) {
    const end = start + run.text.length;
    if (run.whole) for (let at = start + 1; at < end; at++) inside.add(at);
    start = end;
  }
  return breaks.filter((at) => !inside.has(at));
}

/** The runs between two offsets of their text. */
function sliced(runs: readonly SetRun[], from: number, to: number): SetRun[] {
  const parts: SetRun[] = [];
  let start = 0;
  for (const run of runs) {
    const text = run.text.slice(Math.max(0, from - start), Math.max(0, to - start));
    if (text !== '') parts.push({ ...run, text });
    start += run.text.length;
    if (start >= to) break;
  }
  return parts;
}

function toChunk(runs: readonly SetRun[], measure: Measure): Chunk {
  const width = runs.reduce((sum, run) => sum + measure(run.text, run), 0);
  let space = 0;
  for (const run of runs.toReversed()) {
    const words = run.text.trimEnd();
    space += measure(run.text, run) - (words === '' ? 0 : measure(words, run));
    if (words !== '') break;
  }
  return { runs, width, space };
}

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** A word that is longer than a line, in parts that fill one each. */
function cut({ runs }: Chunk, width: number, measure: Measure): Chunk[] {
  const parts: Chunk[] = [];
  let part: SetRun[] = [];
  let used = 0;
  for (const run of runs) {
    for (const { segment } of graphemes.segment(run.text)) {
      const size = measure(segment, run);
      if (part.length > 0 && used + size > width && segment.trim() !== '') {
        parts.push(toChunk(joined(part), measure));
        part = [];
        used = 0;
      }
      part.push({ ...run, text: segment });
      used += size;
    }
  }
  if (part.length > 0) parts.push(toChunk(joined(part), measure));
  return parts;
}

/** Neighbors of one style as one run: a line is drawn in as few pieces as it has styles. */
function joined(runs: readonly SetRun[]): SetRun[] {
  const result: SetRun[] = [];
  for (const run of runs) {
    const last = result.at(-1);
    if (last && last.style === run.style && last.font === run.font)
      result[result.length - 1] = { ...last, text: last.text + run.text };
    else result.push(run);
  }
  return result;
}

function toLine(chunks: readonly Chunk[], measure: Measure): TextLine {
  let x = 0;
  const fragments = joined(chunks.flatMap((chunk) => chunk.runs)).map((run): Fragment => {
    const width = measure(run.text, run);
    const fragment = { ...run, x, width };
    x += width;
    return fragment;
  });
  return { fragments, width: x - (chunks.at(-1)?.space ?? 0) };
}
