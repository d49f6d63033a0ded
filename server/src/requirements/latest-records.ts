import { compareDays } from '../knowledge/day-arithmetic.js';
import type { MergedRecord } from '../letter/facts.js';
import { type FieldDeclaration, type RecordDeclaration, valueText } from '../letter/source.js';
import { remember } from '../remember.js';
import { type DayRange, readTimes, wholeRange } from './day-ranges.js';
import type { LetterReader } from './letter-reader.js';

/** Those of some records that can be the latest, and whether all of them are: of one day, or a single one. */
export function latestOf<T>(
  all: readonly T[],
  recordOf: (one: T) => MergedRecord | undefined,
  reader: LetterReader,
): { readonly possible: readonly T[]; readonly isSure: boolean } {
  if (all.length < 2) return { possible: all, isSure: true };
  const dated = all.map((one) => ({ one, day: dayOf(recordOf(one), reader) }));
  const days = dated.flatMap(({ day }) => day ?? []);
  if (days.length === 0) return { possible: all, isSure: false };
  // What can have ended before another one has begun is not the latest.
  const bound = days.map(({ first }) => first).reduce((a, b) => (compareDays(a, b) > 0 ? a : b));
  const possible = dated.filter(({ day }) => !day || compareDays(day.last, bound) >= 0);
  const isSure =
    possible.length === 1 ||
    possible.every(({ day }) => day && compareDays(day.first, bound) === 0 && compareDays(day.last, bound) === 0);
  return { possible: possible.map(({ one }) => one), isSure };
}

function dayOf(record: MergedRecord | undefined, reader: LetterReader): DayRange | undefined {
  const field = record && dateFieldOf(record.declaration);
  const [value] = field ? reader.valuesOf(field, record) : [];
  const times = value && readTimes(valueText(value, ' '));
  return times && wholeRange(times);
}

/** What tells when a record was: its first date that is not the beginning of something that another one ends. */
const dateFieldOf = remember(({ fields }: RecordDeclaration): FieldDeclaration | undefined => {
  const starts = new Set(fields.flatMap(({ after }) => after.map(({ norm }) => norm)));
  return fields.find(
    ({ type, norm, derived }) =>
      (type.name === 'date' || type.name === 'when') && !derived && !starts.has(norm) && norm !== 'start',
  );
});
