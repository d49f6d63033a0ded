import { isDateProblem, parseDate, type Day } from '../knowledge/dates.js';
import { spokenAge } from '../knowledge/age.js';
import { parsePronouns, type Pronouns } from '../knowledge/pronouns.js';
import { type FieldDeclaration, fieldOf, type RecordDeclaration } from '../language/declarations.js';
import type { Vocabulary } from '../language/vocabulary.js';
import { valueText } from '../language/values.js';
import type { MergedRecord } from './facts.js';
import type { TrackedFacts } from './tracked-facts.js';

/** What a derived field comes to: words, citations, or the fields that it lacks to be computed. */
export type Derived =
  /** `none`: it counts, and there are none. */
  | { readonly kind: 'text'; readonly text: string; readonly none: boolean }
  | { readonly kind: 'citation'; readonly cited: readonly MergedRecord[] }
  | {
      readonly kind: 'lacks';
      readonly field: FieldDeclaration;
      readonly of: RecordDeclaration | undefined;
      readonly record: MergedRecord | undefined;
    };

/**
 * Computes a derived field: `age` (on the letter's date, see `spokenAge`), `count` (how many such records the case gives), `citation` (the number
 * of every source given, or of the one that is being repeated). Undefined for a name that the program cannot compute.
 */
export function computeField(
  field: FieldDeclaration,
  declaration: RecordDeclaration,
  facts: TrackedFacts,
  vocabulary: Vocabulary,
  one: MergedRecord | undefined,
): Derived | undefined {
  if (field.norm === 'count') return countOf(facts.recordsOf(declaration).length);
  if (field.norm === 'citation') return citationOf(declaration, facts, one);
  if (field.norm === 'age') return ageOf(declaration, facts, vocabulary, one);
  return undefined;
}

function countOf(count: number): Derived {
  return { kind: 'text', text: String(count), none: count === 0 };
}

function citationOf(
  declaration: RecordDeclaration,
  facts: TrackedFacts,
  one: MergedRecord | undefined,
): Derived | undefined {
  const cited = one ? [one] : facts.recordsOf(declaration);
  const title = declaration.fields[0];
  if (cited.length > 0 || !title) return { kind: 'citation', cited };
  return { kind: 'lacks', field: title, of: declaration, record: undefined };
}

function ageOf(
  declaration: RecordDeclaration,
  facts: TrackedFacts,
  vocabulary: Vocabulary,
  one: MergedRecord | undefined,
): Derived | undefined {
  const birth = fieldOf(declaration, 'date of birth');
  const date = vocabulary.letter.byName.get('date');
  if (!birth || !date) return undefined;
  const record = one ?? facts.recordsOf(declaration)[0];
  const born = dayOf(record?.values.get(birth)?.[0]);
  if (!born) return { kind: 'lacks', field: birth, of: declaration, record };
  const on = dayOf(facts.valuesOf(date)[0]);
  if (!on) return { kind: 'lacks', field: date, of: undefined, record: undefined };
  const age = spokenAge(born, on);
  return age === undefined
    ? { kind: 'lacks', field: birth, of: declaration, record }
    : { kind: 'text', text: age, none: false };
}

function dayOf(value: Parameters<typeof valueText>[0] | undefined): Day | undefined {
  if (!value) return undefined;
  const day = parseDate(valueText(value, ' '));
  return isDateProblem(day) ? undefined : day;
}

/** The patient's pronouns as the case writes them; else the field that is to be filled in. */
export function pronounsOf(
  facts: TrackedFacts,
  vocabulary: Vocabulary,
):
  | Pronouns
  | { readonly field: FieldDeclaration; readonly of: RecordDeclaration; readonly record: MergedRecord | undefined }
  | undefined {
  const patient = vocabulary.byName.get('patient');
  const field = patient && fieldOf(patient, 'pronouns');
  if (!patient || !field) return undefined;
  const record = facts.recordsOf(patient)[0];
  const value = record?.values.get(field)?.[0];
  return (value && parsePronouns(valueText(value, ' '))) ?? { field, of: patient, record };
}
