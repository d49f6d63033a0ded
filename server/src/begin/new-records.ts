import type { Day } from '../knowledge/dates.js';
import type { FieldDeclaration, RecordDeclaration } from '../language/declarations.js';
import type { Schema } from '../language/name-resolution.js';
import type { BookEntry } from '../language/vocabulary.js';
import { blankLine, blankOf } from './blanks.js';
import type { Insertion } from './insertion.js';

/** `prior treatment: Gabapentin` where the record repeats or has only that to say, else its name and a line for each field. */
export function recordLines(record: RecordDeclaration, needed: readonly FieldDeclaration[], today: Day): Insertion {
  const [first] = record.fields;
  const others = needed.filter((field) => field !== first);
  const short = first && !first.derived && (record.many || others.length === 0);
  const head: Insertion = short ? [`${record.name}: `, blankOf(first, today)] : [record.name];
  return [...head, ...(short ? others : needed).flatMap((field): Insertion => ['\n  ', ...blankLine(field, today)])];
}

/** Entries of the address book for a record. */
export function bookEntries({ vocabulary }: Schema, record: RecordDeclaration): BookEntry[] {
  return [...vocabulary.book.values()].filter((entry) => entry.record === record);
}
