import { type FieldDeclaration, fieldOf, operandsOf, type RecordDeclaration } from '../letter/source.js';
import type { LetterReader } from './letter-reader.js';
import type { MergedRecord } from '../letter/facts.js';

/** A fact of the letter or of a record, which may be absent. */
export interface Place {
  readonly field: FieldDeclaration;
  /** The letter's own declaration for facts of the letter. */
  readonly of: RecordDeclaration;
  readonly record: MergedRecord | undefined;
}

/** The two days between which a computed time lies: an age, and what its declaration computes as time. Undefined for every other field. */
export function timeEnds({ field, of, record }: Place, reader: LetterReader): readonly [Place, Place] | undefined {
  const { letter } = reader.schema.vocabulary;
  if (field.norm === 'age' && field.derived && !field.computed) {
    const birth = fieldOf(of, 'date of birth');
    const date = reader.letterDate;
    return birth && date
      ? [
          { field: birth, of, record },
          { field: date, of: letter, record: undefined },
        ]
      : undefined;
  }
  if (!field.computed || field.computed.measure === 'change' || field.computed.measure === 'sum') return undefined;
  const [from, to] = operandsOf(field, of, reader.schema).map(({ target }): Place | undefined => {
    if (!target) return undefined;
    if (target.kind !== 'record field') return { field: target.field, of: letter, record: undefined };
    const one = target.record === of ? record : reader.recordsOf(target.record)[0];
    return { field: target.field, of: target.record, record: one };
  });
  return from && to && [from, to];
}
