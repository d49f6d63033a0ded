import type { Head } from '../language/head.js';
import type { HeadEntry, SourceFile } from '../language/source-file.js';
import { isBlank, joinsLineEnds, lineEndOf, lineNumberAt, type TextLine } from '../language/lines.js';
import { type Content, type HeadTextLine, readHeadLines } from './head-lines.js';
import { spaceHeader, spaceLine } from './line-spacing.js';
import { setSpace, type SpaceEdit } from './space-edit.js';

const step = '  ';

/**
 * How the head of a file should be laid out: two spaces of indentation for fields, four for what continues a value, one space after a colon, one blank line
 * between records, at most one anywhere else, none at the end of the file. Lines of `frozen` entries stay as they are. Prose is not looked at.
 */
export function layOutHead(file: SourceFile, head: Head, frozen: ReadonlySet<HeadEntry>): SpaceEdit[] {
  const lines = readHeadLines(file, head);
  const edits: SpaceEdit[] = [];
  const records = new Set(head.records.map((record) => record.name.piece));
  let above: Content | undefined;
  for (let index = 0; index < lines.length;) {
    // A stretch: lines that say nothing, and the one below them that does.
    const from = index;
    while (saysNothing(lines[index])) index++;
    const between = lines.slice(from, index);
    const line = lines[index++];
    const below = line?.content;
    if (!isFrozen(above, below, frozen)) {
      edits.push(...layOutBetween(file.text, between, above, below, from === 0));
      if (line && !between.some(isBlank) && partsRecords(above, below, records)) {
        const { start } = between[0] ?? line;
        edits.push({ start, end: start, text: lineEndBefore(file, start) });
      }
    }
    if (line && below && !(below.entry && frozen.has(below.entry))) edits.push(...layOutLine(file, line, below));
    above = below;
  }
  return endWithLine(file, lines, edits).sort((a, b) => a.start - b.start || a.end - b.end);
}

function isFrozen(above: Content | undefined, below: Content | undefined, frozen: ReadonlySet<HeadEntry>): boolean {
  const entry = above?.entry;
  return entry !== undefined && frozen.has(entry) && (below === undefined || below.entry === entry);
}

function saysNothing(line: HeadTextLine | undefined): boolean {
  return line !== undefined && (line.isComment || isBlank(line));
}

function layOutLine(file: SourceFile, line: TextLine, content: Content): SpaceEdit[] {
  const { text } = file;
  const inner =
    content.part === 'kind line' && file.header
      ? spaceHeader(file.header)
      : content.declared && content.line && content.entry
        ? spaceLine(content.entry.piece, content.line)
        : [];
  return [
    ...setSpace(text, line.start, content.start, step.repeat(content.level)),
    ...inner,
    ...setSpace(text, content.end, line.end, ''),
  ];
}

/** Comments go with the line below them if it is of the same entry; blank lines are kept to one, but for those inside a value. */
function layOutBetween(
  text: string,
  between: readonly TextLine[],
  above: Content | undefined,
  below: Content | undefined,
  atTop: boolean,
): SpaceEdit[] {
  let allowed = below?.part === 'continued' ? Infinity : atTop ? 0 : 1;
  return between.flatMap((line): SpaceEdit[] => {
    if (isBlank(line)) return allowed-- > 0 ? emptyLine(text, line) : [{ start: line.start, end: line.next, text: '' }];
    allowed = Math.max(allowed, 1);
    const level = commentLevel(line.contentStart > line.start, above, below);
    return [
      ...setSpace(text, line.start, line.contentStart, step.repeat(level)),
      ...setSpace(text, line.contentEnd, line.end, ''),
    ];
  });
}

/** Between a carriage return and a line feed the space stays: without it the two would be one line end, and the blank line gone. */
function emptyLine(text: string, { start, end }: TextLine): SpaceEdit[] {
  return joinsLineEnds(text, start, end) ? [] : setSpace(text, start, end, '');
}

function commentLevel(isIndented: boolean, above: Content | undefined, below: Content | undefined): number {
  if (below?.entry && below.entry === above?.entry) return below.level;
  return isIndented && (above?.entry || below?.level === 1) ? 1 : 0;
}

/** Between two entries of which one has lines of its own, both being records. */
function partsRecords(above: Content | undefined, below: Content | undefined, records: ReadonlySet<unknown>): boolean {
  if (!above?.entry || !below?.entry || above.entry === below.entry) return false;
  const both = [above.entry, below.entry];
  return (
    both.every((entry) => records.has(entry.piece) || entry.kind === 'record') &&
    both.some((entry) => entry.lines.length > 0)
  );
}

/** As the line above ends; where there is none, as the first line does. */
function lineEndBefore(file: SourceFile, start: number): string {
  const above = file.lines[lineNumberAt(file.lines, start) - 1];
  return above ? file.text.slice(above.end, above.next) : lineEndOf(file);
}

/** The file ends with a line end; where it ends with its head, with one only. Prose keeps what else it ends with. */
function endWithLine(file: SourceFile, lines: readonly HeadTextLine[], edits: readonly SpaceEdit[]): SpaceEdit[] {
  const { text } = file;
  const missing = { start: text.length, end: text.length, text: lineEndBefore(file, text.length) };
  const lastLine = file.lines.at(-1);
  if (file.divider || file.sections.length > 0)
    return lastLine?.start === text.length ? [...edits] : [...edits, missing];
  const last = lines.findLast((line) => !isBlank(line));
  if (!last) return [];
  const kept = edits.filter((edit) => edit.start < last.end);
  if (last.next === last.end) return [...kept, missing];
  return last.next < text.length ? [...kept, { start: last.next, end: text.length, text: '' }] : kept;
}
