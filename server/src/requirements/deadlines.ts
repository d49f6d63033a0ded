import type { Day } from '../knowledge/dates.js';
import { daysBetween } from '../knowledge/day-arithmetic.js';
import type { FactValue, TimedLine } from '../letter/source.js';
import type { Asker } from './askers.js';
import { applies, isPicked } from './conditions.js';
import type { Place } from './computed-times.js';
import { type DayRange, shiftedRange } from './day-ranges.js';
import type { LetterReader } from './letter-reader.js';
import type { TimeLength } from './time-words.js';
import { dayOf, placeOf } from './test-field.js';

/** A filing deadline that applies to a letter, of which the day it counts from is given. */
export interface Filing {
  readonly asker: Asker;
  readonly line: TimedLine & TimeLength;
  /** The fact that it counts from. */
  readonly from: Place;
  readonly value: FactValue;
  /** The day that it counts from, as far as it is known. */
  readonly start: DayRange;
}

/** One that is held against the letter's day. */
export interface Deadline extends Filing {
  /** The letter's day. */
  readonly today: Day;
  /** Days from the letter's day to the last one on which it may be filed; negative where that is past. */
  readonly daysLeft: number;
}

/** A time within which whoever is asked has to decide, where that applies to a letter. Only shown: the letter cannot break it. */
export interface Decision {
  readonly asker: Asker;
  readonly line: TimedLine & TimeLength;
}

/** The times to decide that apply to a letter; one whose condition is not given keeps silent. */
export function decisionsOf(
  askers: readonly Asker[],
  kinds: readonly string[],
  reader: LetterReader,
): readonly Decision[] {
  return askers.flatMap((asker) =>
    asker.times.flatMap((line): Decision[] => {
      const { amount, unit } = line;
      if (line.is !== 'decision' || amount === undefined || !unit || !isPicked(line.kinds, kinds)) return [];
      return applies(line.when, reader).applies === 'yes' ? [{ asker, line: { ...line, amount, unit } }] : [];
    }),
  );
}

/** The filing deadlines of those who ask that apply to a letter. One whose day, or whose condition, is not given keeps silent. */
export function filingsOf(askers: readonly Asker[], kinds: readonly string[], reader: LetterReader): readonly Filing[] {
  const { letter } = reader.schema.vocabulary;
  return askers.flatMap((asker) =>
    asker.times.flatMap((line): Filing[] => {
      const { amount, unit, of } = line;
      if (line.is !== 'deadline' || amount === undefined || !unit || !of || !isPicked(line.kinds, kinds)) return [];
      if (applies(line.when, reader).applies !== 'yes') return [];
      const from = placeOf(of, { of: letter, record: undefined }, reader);
      const reference = from && dayOf(from, reader);
      if (!from || !reference || 'lacks' in reference || !reference.day) return [];
      const [value] = reader.valuesOf(from.field, from.record);
      return value ? [{ asker, line: { ...line, amount, unit }, from, value, start: reference.day }] : [];
    }),
  );
}

/** The same against the letter's day; none where that is not given. */
export function deadlinesOf(filings: readonly Filing[], reader: LetterReader): readonly Deadline[] {
  const { letter } = reader.schema.vocabulary;
  const date = reader.letterDate && dayOf({ field: reader.letterDate, of: letter, record: undefined }, reader);
  if (!date || 'lacks' in date || !date.day) return [];
  const today = date.day.first;
  return filings.map((filing) => ({ ...filing, today, daysLeft: daysBetween(today, lastDayToFile(filing)) }));
}

/** The last day on which it may be filed; `length` is another one than its line says. */
export function lastDayToFile({ start, line }: Filing, length: TimeLength = line): Day {
  return shiftedRange(start, line.relation === 'before' ? -length.amount : length.amount, length.unit).last;
}
