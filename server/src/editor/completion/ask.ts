import type { Day } from '../../knowledge/dates.js';
import { bodyStartOf } from '../../language/body-start.js';
import { lineAt, type TextLine } from '../../language/lines.js';
import type { HeadEntry, HeadLine } from '../../language/source-file.js';
import { rangeOf } from '../../language/span.js';
import type { FileSubject } from '../../letter/subjects.js';

/** Where somebody asks what could be written. */
export interface CompletionAsk {
  readonly subject: FileSubject;
  readonly offset: number;
  readonly line: TextLine;
  /** The line up to the cursor, and from the cursor on. */
  readonly before: string;
  readonly after: string;
  readonly today: Day;
}

export function askAt(subject: FileSubject, offset: number, today: Day): CompletionAsk {
  const { text, lines } = subject.file;
  const line = lineAt(lines, offset);
  return {
    subject,
    offset,
    line,
    before: text.slice(line.start, offset),
    after: text.slice(offset, line.end),
    today,
  };
}

/** Which part of a file the cursor's line belongs to; to none above the first line and on the divider. */
export type FilePart = 'first line' | 'head' | 'body' | 'nothing';

export function partOf({ subject: { file }, line }: CompletionAsk): FilePart {
  const { divider, header } = file;
  if (divider && isOnLine(rangeOf(divider).start, line)) return 'nothing';
  if (line.start >= bodyStartOf(file)) return 'body';
  const { start } = header ? rangeOf(header.whole) : rangeOf(file.firstLine);
  if (isOnLine(start, line) || (!header && line.end <= start)) return 'first line';
  return line.end < start ? 'nothing' : 'head';
}

export function isOnLine(offset: number, line: TextLine): boolean {
  return offset >= line.start && offset <= line.end;
}

/** The entry of the head that begins on the cursor's line, and the one that the line belongs to or stands beneath. */
export function entriesAt({ subject: { file }, line }: CompletionAsk): {
  readonly here?: HeadEntry;
  readonly above?: HeadEntry;
} {
  const above = file.entries.findLast((entry) => rangeOf(entry.whole).start < line.start);
  const here = file.entries.find((entry) => isOnLine(rangeOf(entry.whole).start, line));
  return { ...(here && { here }), ...(above && { above }) };
}

/** The indented line of an entry that is the cursor's. */
export function lineOf(entry: HeadEntry, { line }: CompletionAsk): HeadLine | undefined {
  return entry.lines.find((one) => isOnLine(rangeOf(one.whole).start, line));
}

/** True where lines of the same entry follow below the cursor's line: what is put in at the margin would take them away from it. */
export function isInsideEntry(entry: HeadEntry, { line }: CompletionAsk): boolean {
  const last = entry.lines.at(-1);
  return last !== undefined && rangeOf(last.whole).start > line.end;
}

/** The range of the typed part: from `typed` characters before the cursor to it, and over as much behind it as is given. */
export function typedRange({ offset }: CompletionAsk, typed: number, behind = 0): { start: number; end: number } {
  return { start: offset - typed, end: offset + behind };
}
