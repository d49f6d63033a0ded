import { bodyStartOf } from '../language/body-start.js';
import type { Head } from '../language/head.js';
import { lineAt, type TextLine } from '../language/lines.js';
import type { HeadEntry, HeadLine, SourceFile } from '../language/source-file.js';
import { type Piece, rangeOf, type Span } from '../language/span.js';

/** A line of the head as the formatter sees it. */
export interface HeadTextLine extends TextLine {
  /** What stands on a line with content; undefined for what is left as it is. */
  readonly content?: Content;
}

export interface Content {
  readonly start: number;
  readonly end: number;
  /** Steps of indentation. */
  readonly level: number;
  readonly part: 'kind line' | 'entry' | 'field' | 'continued' | 'divider';
  /** The entry that the line is, or belongs to. */
  readonly entry?: HeadEntry;
  readonly line?: HeadEntry | HeadLine;
  /** True where the line's name is declared, so that its colon is known to end a name. */
  readonly declared: boolean;
}

/** The lines of a head, the divider's included; prose is left out. */
export function readHeadLines(file: SourceFile, head: Head): HeadTextLine[] {
  const contents = readContents(file, head);
  const bodyStart = bodyStartOf(file);
  return file.lines
    .filter(({ start }) => start < bodyStart)
    .map((line) => {
      const content = contents.get(line.contentStart);
      return content && content.end <= line.end ? { ...line, content } : line;
    });
}

/** What each line holds, by the offset of its first character that is not white space. */
function readContents(file: SourceFile, head: Head): Map<number, Content> {
  const contents = new Map<number, Content>();
  const add = (span: Span, content: Omit<Content, 'start' | 'end'>) => {
    const { start, end } = rangeOf(span);
    contents.set(start, { start, end, ...content });
  };
  if (file.header) add(file.header.whole, { level: 0, part: 'kind line', declared: true });
  if (file.divider) add(file.divider, { level: 0, part: 'divider', declared: true });
  const known = readNames(head);
  for (const entry of file.entries) {
    // An indented line above the first entry belongs to nothing; at the margin it would become an entry of its own.
    const { start } = rangeOf(entry.whole);
    const indented = lineAt(file.lines, start).start < start;
    add(entry.whole, {
      level: indented ? 1 : 0,
      part: 'entry',
      entry,
      line: entry,
      declared: isDeclared(entry, known),
    });
    addLines(entry, known, add);
  }
  return contents;
}

/** Where a head's names and values stand: offsets within each piece. */
interface KnownPlaces {
  readonly names: ReadonlyMap<Piece, ReadonlyMap<number, boolean>>;
  readonly values: ReadonlyMap<Piece, ReadonlySet<number>>;
  readonly records: ReadonlySet<Piece>;
}

function readNames(head: Head): KnownPlaces {
  const names = new Map<Piece, Map<number, boolean>>();
  const values = new Map<Piece, Set<number>>();
  const name = ({ piece, start }: Span, declared: boolean) => {
    const here = names.get(piece) ?? new Map<number, boolean>();
    names.set(piece, here.set(start, declared || here.get(start) === true));
  };
  const value = ({ piece, start }: Span) => values.set(piece, (values.get(piece) ?? new Set()).add(start));
  for (const field of [...head.facts, ...head.records.flatMap((record) => record.fields)]) {
    name(field.name, field.declaration !== undefined);
    for (const { lines } of field.values) lines.forEach(value);
  }
  for (const record of head.records) {
    name(record.name, record.declaration !== undefined);
    for (const problem of record.problems)
      if (problem.kind !== 'stray line') name(problem.where, problem.kind !== 'unknown field');
  }
  return { names, values, records: new Set(head.records.map((record) => record.name.piece)) };
}

function isDeclared(line: HeadEntry | HeadLine, { names }: KnownPlaces): boolean {
  if (line.kind === 'declaration' || line.kind === 'record' || line.kind === 'clause') return true;
  return line.label !== undefined && names.get(line.label.piece)?.get(line.label.start) === true;
}

function addLines(
  entry: HeadEntry,
  known: KnownPlaces,
  add: (span: Span, content: Omit<Content, 'start' | 'end'>) => void,
): void {
  const isRecord = known.records.has(entry.piece) || entry.kind === 'record';
  const names = known.names.get(entry.piece);
  const values = known.values.get(entry.piece);
  /** Columns of the last line that names a field, before formatting. */
  let fieldIndent: number | undefined;
  for (const line of entry.lines) {
    const isName = line.kind === 'declaration' || (line.label !== undefined && names?.has(line.label.start) === true);
    const isValue = !isName && values !== undefined && hasValueIn(line, values);
    // What belongs to nothing stays where it is among its neighbors.
    const deeper = fieldIndent !== undefined && line.indent > fieldIndent;
    const continued = isValue || (!isName && deeper);
    const level = continued && (isRecord || deeper) ? 2 : 1;
    if (!continued) fieldIndent = line.indent;
    add(line.whole, {
      level,
      part: isValue ? 'continued' : 'field',
      entry,
      line,
      declared: isName && isDeclared(line, known),
    });
  }
}

/** A value may begin within a line: `a; b` holds two. */
function hasValueIn(line: HeadLine, values: ReadonlySet<number>): boolean {
  if (line.label) return values.has(line.whole.start);
  for (let at = line.whole.start; at < line.whole.end; at++) if (values.has(at)) return true;
  return false;
}
