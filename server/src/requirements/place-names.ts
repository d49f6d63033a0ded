import { placeholderOf } from '../letter/source.js';
import type { Place } from './computed-times.js';
import type { LetterReader } from './letter-reader.js';

/** A fact as a message calls it: `"patient weight"`, and where there are several such records `"outcome" of "prior treatment" 2`. Never its value. */
export function placeName({ field, of, record }: Place, reader: LetterReader): string {
  const { letter } = reader.schema.vocabulary;
  if (of === letter) return `"${placeholderOf(field)}"`;
  const number = numberOf({ of, record }, reader);
  return number === undefined ? `"${of.name} ${field.name}"` : `"${field.name}" of "${of.name}" ${String(number)}`;
}

/** Which of its kind a record is, from 1, where there may be several. */
export function numberOf({ of, record }: Pick<Place, 'of' | 'record'>, reader: LetterReader): number | undefined {
  if (!record || !of.many) return undefined;
  return reader.recordsOf(of).indexOf(record) + 1;
}
