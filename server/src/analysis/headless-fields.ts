import {
  fieldOf,
  type HeadEntry,
  type HeadLine,
  normalizeName,
  type Piece,
  type RecordDeclaration,
  type Span,
  type Word,
} from '../letter/source.js';
import type { FileSubject } from '../letter/subjects.js';
import { entryOf, indexOfLine } from './head-entries.js';
import { remember } from '../remember.js';

/** Fields that stand beneath the wrong record or fact, since the line that names their own is gone. */
export interface HeadlessFields {
  /** The first field's name. */
  readonly first: Word;
  /** The records that have all these fields, the likeliest first. */
  readonly records: readonly RecordDeclaration[];
}

/**
 * Finds fields whose record's own line was lost: two or more that do not belong where they stand, and that together are those of another record,
 * or of one more of the same kind. They are one mistake.
 */
export const headlessFields = remember((subject: FileSubject): ReadonlyMap<Piece, HeadlessFields> => findAll(subject));

/** True for what stands among such fields, or continues their values. */
export function isHeadless({ piece, start }: Span, subject: FileSubject): boolean {
  const first = headlessFields(subject).get(piece)?.first;
  return first !== undefined && start >= first.start;
}

function findAll(subject: FileSubject): Map<Piece, HeadlessFields> {
  const found = new Map<Piece, HeadlessFields>();
  const add = (entry: HeadEntry, from: number, own: RecordDeclaration | undefined, isCertain: boolean) => {
    const lines = fieldLines(entry, from);
    const first = lines[0]?.label;
    if (!first || lines.length < 2) return;
    const records = candidates(lines, own, subject);
    if (records.length > 0 || isCertain) found.set(entry.piece, { first, records });
  };
  for (const { record } of subject.records) {
    const entry = entryOf(subject.file, record.name);
    if (!entry || !record.declaration) continue;
    const wrong = record.problems.filter(({ kind, where }) => isMisplaced(kind) && where.piece === entry.piece);
    const from = Math.min(...wrong.map(({ where }) => indexOfLine(entry, where)).filter((index) => index >= 0));
    if (wrong.length > 1 && Number.isFinite(from)) add(entry, from, record.declaration, false);
  }
  for (const { name, declaration } of subject.head?.facts ?? []) {
    const entry = entryOf(subject.file, name);
    const type = declaration?.type.name;
    // An address may well hold lines such as "PO Box: 12".
    if (!entry || entry.lines.length < 2 || type === 'address') continue;
    const from = entry.lines.findIndex((line) => line.label && line.hasColon);
    if (from >= 0) add(entry, from, undefined, type !== undefined && type !== 'text');
  }
  return found;
}

function isMisplaced(kind: string): boolean {
  return kind === 'unknown field' || kind === 'duplicate field';
}

/** The lines from `from` on that name a field; deeper ones continue a value. */
function fieldLines({ lines }: HeadEntry, from: number): HeadLine[] {
  const indent = lines[from]?.indent ?? 0;
  return lines.slice(from).filter((line) => line.label && line.hasColon && line.indent <= indent);
}

function candidates(
  lines: readonly HeadLine[],
  own: RecordDeclaration | undefined,
  { schema, letter, head }: FileSubject,
): RecordDeclaration[] {
  const names = [...new Set(lines.map((line) => normalizeName(line.label?.text ?? '')))];
  const fitting = schema.vocabulary.records.filter(
    (record) => (record !== own || record.many) && names.every((name) => fieldOf(record, name)),
  );
  const given = new Set(head?.records.map((record) => record.declaration));
  const needed = new Set(letter?.lacks.map((lack) => (lack.kind === 'fact' && !lack.record ? lack.of : undefined)));
  const rank = (record: RecordDeclaration): number => {
    if (record === own) return 0;
    if (needed.has(record)) return 1;
    if (given.has(record)) return record.many ? 2 : 4;
    return 3;
  };
  return fitting.sort((a, b) => rank(a) - rank(b));
}
