import { itemMarkerLength } from '../knowledge/list-items.js';
import {
  fieldOf,
  type HeadEntry,
  isBlank,
  lineNumberAt,
  normalizeName,
  type Piece,
  type Span,
} from '../letter/source.js';
import type { FileSubject } from '../letter/subjects.js';
import { remember } from '../remember.js';
import { endOfKnownName, marginNames, readFactWithoutColon, recordNamed, suggesting } from './meant-names.js';
import { type OpenValue, openValueOf } from './open-values.js';
import { proseInHead } from './prose-in-head.js';
import { templatesWithField } from './template-fields.js';

/** Lines at the margin that have fallen out of the value above them, as those of a pasted note do. They are one mistake. */
export interface FallenLines {
  readonly value: OpenValue;
  /** One for each line. */
  readonly entries: readonly HeadEntry[];
}

/** Finds such lines in a case. What could be a misspelled name, or a fact without its colon, is none of them. */
export const fallenLines = remember((subject: FileSubject): ReadonlyMap<Piece, FallenLines> => findAll(subject));

/** True for what stands on such a line, or beneath one. */
export function isFallen({ piece }: Span, subject: FileSubject): boolean {
  return fallenLines(subject).has(piece);
}

/** The value that an entry at the margin would continue if it were indented: the one right above it, where lines of text are at home. */
export function valueAbove(entry: HeadEntry, subject: FileSubject): OpenValue | undefined {
  const { entries } = subject.file;
  const above = entries[entries.indexOf(entry) - 1];
  return above && followsAtOnce(above, entry, subject) ? openText(above, subject) : undefined;
}

function openText(entry: HeadEntry, subject: FileSubject): OpenValue | undefined {
  const value = openValueOf(entry, subject);
  const type = value?.field.type.name;
  return type === 'text' || type === 'address' ? value : undefined;
}

function findAll(subject: FileSubject): Map<Piece, FallenLines> {
  const { file } = subject;
  const found = new Map<Piece, FallenLines>();
  if (file.kind !== 'case') return found;
  const suggest = suggesting();
  // Without a divider, what stands behind the last fact is prose.
  const prose = proseInHead(subject)?.pieces;
  let value: OpenValue | undefined;
  let run: HeadEntry[] = [];
  const close = () => {
    const fallen = value && { value, entries: run };
    if (fallen) for (const entry of run) found.set(entry.piece, fallen);
    run = [];
  };
  for (const [index, entry] of file.entries.entries()) {
    const above = file.entries[index - 1];
    const isNext = above !== undefined && (run.length > 0 || followsAtOnce(above, entry, subject));
    const isFallen = isNext && value && canFall(entry, value) && hasFallen(entry, run.length > 0, subject);
    if (isFallen && !prose?.has(entry.piece) && !isMeant(entry)) run.push(entry);
    else {
      close();
      value = openText(entry, subject);
    }
  }
  close();
  return found;

  function isMeant({ label, hasColon, whole }: HeadEntry): boolean {
    const name = label?.text ?? '';
    if (name === '') return readFactWithoutColon(whole.text, subject.schema) !== undefined;
    const names = marginNames(subject.schema);
    return (
      (!hasColon && endOfKnownName(name, names) !== undefined) ||
      suggest(name, names, hasColon).length > 0 ||
      templatesWithField(subject.workspace, name).length > 0
    );
  }
}

function followsAtOnce(above: HeadEntry, { piece, whole }: HeadEntry, { file: { lines } }: FileSubject): boolean {
  const last = above.lines.at(-1)?.whole ?? above.whole;
  const from = lineNumberAt(lines, above.piece.start + last.start);
  const to = lineNumberAt(lines, piece.start + whole.start);
  return !lines.slice(from + 1, to).some(isBlank);
}

/** What stands beneath the line must be at home above it: the record's fields, or nothing. */
function canFall({ key, lines }: HeadEntry, { record }: OpenValue): boolean {
  return (
    !key &&
    lines.every(({ label, hasColon }) => {
      if (!label || !hasColon) return !hasColon;
      return record !== undefined && fieldOf(record, normalizeName(label.text)) !== undefined;
    })
  );
}

/** Within a note that has fallen out, a line may also look like a fact: `Pain: 7/10`. */
function hasFallen({ kind, label, hasColon, whole }: HeadEntry, goesOn: boolean, subject: FileSubject): boolean {
  const { text } = whole;
  if (kind === 'stray') return itemMarkerLength(text) > 0 || (goesOn && /\p{L}/u.test(text)) || isSentence(text);
  if (kind !== 'fact' || !label || isDeclared(label.text, subject)) return false;
  return hasColon ? goesOn : goesOn || isSentence(text);
}

function isDeclared(name: string, { schema }: FileSubject): boolean {
  const norm = normalizeName(name);
  const { vocabulary, template } = schema;
  return (
    template?.byName.has(norm) === true ||
    fieldOf(vocabulary.letter, norm) !== undefined ||
    recordNamed(schema, name) !== undefined
  );
}

/** Words enough to be no name, and no colon that would make the first of them one. */
function isSentence(text: string): boolean {
  const start = text.slice(0, 200);
  return !/^[^\s:]+(?:\s+[^\s:]+){0,3}:/.test(start) && (start.match(/[\p{L}\p{N}]+/gu) ?? []).length >= 3;
}
