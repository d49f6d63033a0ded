import type { FieldDeclaration, RecordDeclaration } from '../language/declarations.js';
import type { Vocabulary } from '../language/vocabulary.js';
import { remember } from '../remember.js';
import type { MergedRecord } from './facts.js';

/** The facts of the letter that stand in for records, by the records' compared names: `instead of prior treatment`. */
export const standIns = remember(({ letter }: Vocabulary): ReadonlyMap<string, readonly FieldDeclaration[]> => {
  const found = new Map<string, FieldDeclaration[]>();
  for (const field of letter.fields)
    for (const { norm } of field.insteadOf) found.set(norm, [...(found.get(norm) ?? []), field]);
  return found;
});

/** True where none of a record's kind says anything: a line that is still to be filled in is there, but is none. */
export function areNone(records: readonly MergedRecord[]): boolean {
  return records.every(({ values }) => values.size === 0);
}

/** The records in whose place a fact stands, where some of them are given: it is not true of this letter then. */
export function contradicts(
  field: FieldDeclaration,
  vocabulary: Vocabulary,
  recordsOf: (declaration: RecordDeclaration) => readonly MergedRecord[],
): RecordDeclaration | undefined {
  return field.insteadOf
    .flatMap(({ norm }) => vocabulary.byName.get(norm) ?? [])
    .find((record) => !areNone(recordsOf(record)));
}
