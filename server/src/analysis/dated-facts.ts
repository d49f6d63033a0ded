import { isDateProblem, parseDate, type Day } from '../knowledge/dates.js';
import { earliestDay, firstDayOf, isSaid, latestDay, latestStart, parseWhen } from '../knowledge/when.js';
import type { ResolvedLetter } from '../letter/letter.js';
import { type FactValue, type FieldDeclaration, placeholderOf, valueText } from '../letter/source.js';
import { rememberBoth } from '../remember.js';

/** A day or a time that a case gives, as precisely as it does. */
export interface DatedFact {
  readonly field: FieldDeclaration;
  /** As a placeholder names it: `prior treatment stop`. */
  readonly name: string;
  readonly where: FactValue['where'];
  /** It began on this day at the earliest, and at the latest. */
  readonly begins: { readonly earliest: Day; readonly latest: Day };
  /** It ended on this day at the earliest; at the latest, unless it still goes on. */
  readonly ends: { readonly earliest: Day; readonly latest?: Day };
}

/** Reads a value as a date or a time; undefined where it is neither, which `wrong-value` reports, and for times in words, such as *early 2022*. */
export function datedFact(field: FieldDeclaration, value: FactValue | undefined): DatedFact | undefined {
  return value?.given && (field.type.name === 'date' || field.type.name === 'when') ? read(field, value) : undefined;
}

const read = rememberBoth((field: FieldDeclaration, value: FactValue): DatedFact | undefined => {
  const { where } = value;
  const text = valueText(value, ' ');
  const name = placeholderOf(field);
  if (field.type.name === 'date') {
    const day = parseDate(text);
    return isDateProblem(day)
      ? undefined
      : { field, name, where, begins: { earliest: day, latest: day }, ends: { earliest: day, latest: day } };
  }
  const when = parseWhen(text);
  if (isDateProblem(when) || isSaid(when)) return undefined;
  const end = latestDay(when);
  const begins = { earliest: earliestDay(when), latest: latestStart(when) };
  return {
    field,
    name,
    where,
    begins,
    ends: { earliest: firstDayOf(when.to ?? when.from), ...(end && { latest: end }) },
  };
});

/** A date or time among the letter's own facts, by its name in the vocabulary. */
export function letterTime({ facts, case: { schema } }: ResolvedLetter, name: string): DatedFact | undefined {
  const field = schema.vocabulary.letter.byName.get(name);
  return field && datedFact(field, facts.valuesOf(field)[0]);
}
