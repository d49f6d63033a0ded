import { itemMarkerLength } from '../knowledge/list-items.js';
import type { FallenLines } from '../analysis/fallen-lines.js';
import type { OpenValue } from '../analysis/open-values.js';
import { type HeadEntry, isBlank, lineAt, lineNumberAt, linesOf, type Span, type Word } from '../letter/source.js';
import { indexOfLine } from '../analysis/head-entries.js';
import { endOfEntry, indentOf, placeAt } from './head-edits.js';
import type { Fix } from '../lint/rule.js';

/**
 * Puts lines that have fallen out of a value back into it, the likeliest way first: items of a list become further values, where there may be several,
 * or further records, where a record's first field may be given again with it. Never without asking: it changes what the letter says.
 */
export function continueFixes({ value, entries }: FallenLines): Fix[] {
  const lines = entries.map(({ whole }) => whole);
  const joined: Fix = {
    title: lines.length === 1 ? continueTitle : 'Make these lines part of the value above',
    edits: lines.map((line) => ({ where: startOfLine(line), text: ' '.repeat(value.indent) })),
    asks: true,
  };
  const isList = lines.every(({ text }) => itemMarkerLength(text) > 0);
  const several = value.field.many ? furtherValues(lines, value) : isList ? furtherRecords(entries, value) : undefined;
  if (!several) return [joined];
  return isList ? [several, joined] : [joined, several];
}

function furtherValues(lines: readonly Word[], value: OpenValue): Fix {
  const last = endOfEntry(value.entry);
  const edits = lines.flatMap((line, index) => {
    const mark = itemMarkerLength(line.text);
    const { indent } = value;
    const isEnded = line.text.endsWith(';');
    return [
      { where: { piece: line.piece, start: line.start, end: line.start + mark }, text: ' '.repeat(indent) },
      ...(index < lines.length - 1 && !isEnded ? [{ where: placeAt(line.piece, line.end), text: ';' }] : []),
    ];
  });
  const before = last.piece.text.slice(0, last.end);
  const separator = /[;:]\s*$/.test(before) ? [] : [{ where: last, text: ';' }];
  const title = lines.length === 1 ? 'Make this line a further value' : 'Make these lines further values';
  return { title, edits: [...separator, ...edits], asks: true };
}

/** The fields that stand beneath the lines would change hands: then there is no such fix. */
function furtherRecords(entries: FallenLines['entries'], { record, field }: OpenValue): Fix | undefined {
  if (record?.many !== true || field !== record.fields[0] || entries.some(({ lines }) => lines.length > 0))
    return undefined;
  const edits = entries.map(({ whole }) => ({
    where: { piece: whole.piece, start: whole.start, end: whole.start + itemMarkerLength(whole.text) },
    text: `${record.name}: `,
  }));
  const title =
    entries.length === 1 ? `Make this line another "${record.name}"` : `Make each line another "${record.name}"`;
  return { title, edits, asks: true };
}

/** The same for one line at the margin that may be something else: `Suite: 12`. */
export function continueMarginFix({ whole }: HeadEntry, { indent }: OpenValue): Fix {
  return { title: continueTitle, edits: [{ where: startOfLine(whole), text: ' '.repeat(indent) }], asks: true };
}

/** The same for a line beneath a record that stands as far left as its fields; undefined where there is no value above. */
export function continueIndentedFix(where: Word, entry: HeadEntry): Fix | undefined {
  const lines = linesOf(where.piece);
  const number = lineNumberAt(lines, where.start);
  if (lines.slice(1, number).every(isBlank)) return undefined;
  const above = entry.lines[indexOfLine(entry, where) - 1];
  if (above?.value === undefined && above?.kind === 'field') return undefined;
  return { title: continueTitle, edits: [{ where: startOfLine(where), text: indentOf(entry) }] };
}

const continueTitle = 'Make this line part of the value above';

function startOfLine({ piece, start }: Span): Span {
  return placeAt(piece, lineAt(linesOf(piece), start).start);
}
