import { isDateProblem, parseDate, type Day } from '../knowledge/dates.js';
import { spokenAge } from '../knowledge/age.js';
import { parsePronouns, type Pronouns } from '../knowledge/pronouns.js';
import { type FieldDeclaration, fieldOf, type RecordDeclaration } from '../language/declarations.js';
import type { Vocabulary } from '../language/vocabulary.js';
import { type FactValue, valueText } from '../language/values.js';
import type { MergedRecord } from './facts.js';
import type { TrackedFacts } from './tracked-facts.js';

export type DerivedWord = { readonly text: string } | { readonly field: FieldDeclaration; readonly value: FactValue };

/** What a derived field comes to: words, citations, or the fields that it lacks to be computed. */
export type Derived =
  /** `none`: it counts, and there are none. */
  | { readonly kind: 'text'; readonly text: string; readonly none: boolean }
  /** Values in words of the program's, each with its own field. */
  | { readonly kind: 'words'; readonly words: readonly DerivedWord[] }
  | { readonly kind: 'citation'; readonly cited: readonly MergedRecord[] }
  | {
      readonly kind: 'lacks';
      readonly field: FieldDeclaration;
      readonly of: RecordDeclaration | undefined;
      readonly record: MergedRecord | undefined;
    };

/**
 * Computes a derived field: `age` (on the letter's date, see `spokenAge`), `count` (how many such records the case gives), `citation` (the number
 * of every source given, or of the one that is being repeated), `short name` (the form of address, else the name), `greeting` (by name or role, else to whom it
 * may concern), `amount` (quantity, frequency and duration, of which it needs the first or the last). Undefined for a name that the program cannot compute.
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
  const record = one ?? facts.recordsOf(declaration)[0];
  if (field.norm === 'short name') return shortName(declaration, record);
  if (field.norm === 'greeting') return greeting(declaration, record);
  if (field.norm === 'amount') return amount(declaration, record);
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

/** The fields that a derived one prints the values of; none for what is counted. */
const PRINTED_BY: Readonly<Record<string, readonly string[]>> = {
  'short name': ['form of address', 'name'],
  greeting: ['name'],
  amount: ['quantity', 'frequency', 'duration'],
};

/** The fields of a record whose values a derived field of it prints, as far as they are given. */
export function fieldsPrintedBy(field: FieldDeclaration, record: RecordDeclaration): readonly FieldDeclaration[] {
  const names = field.derived ? (PRINTED_BY[field.norm] ?? []) : [];
  return names.flatMap((name) => fieldOf(record, name) ?? []);
}

/** A field's first value in a record, as words of a derived field. */
function given(declaration: RecordDeclaration, record: MergedRecord | undefined, name: string): DerivedWord[] {
  const field = fieldOf(declaration, name);
  const value = field && record?.values.get(field)?.[0];
  return field && value ? [{ field, value }] : [];
}

function lacks(declaration: RecordDeclaration, record: MergedRecord | undefined, name: string): Derived | undefined {
  const field = fieldOf(declaration, name);
  return field && { kind: 'lacks', field, of: declaration, record };
}

function shortName(declaration: RecordDeclaration, record: MergedRecord | undefined): Derived | undefined {
  const [word = given(declaration, record, 'name')[0]] = given(declaration, record, 'form of address');
  return word ? { kind: 'words', words: [word] } : lacks(declaration, record, 'name');
}

function greeting(declaration: RecordDeclaration, record: MergedRecord | undefined): Derived {
  const name = given(declaration, record, 'name');
  return {
    kind: 'words',
    words: name.length > 0 ? [{ text: 'Dear ' }, ...name] : [{ text: 'To Whom It May Concern' }],
  };
}

function amount(declaration: RecordDeclaration, record: MergedRecord | undefined): Derived | undefined {
  const [quantity, frequency, duration] = (PRINTED_BY.amount ?? []).map((name) => given(declaration, record, name));
  if (!quantity?.[0] && !duration?.[0]) return lacks(declaration, record, 'quantity');
  const parts = [quantity, frequency, duration?.[0] && [...beforeDuration(duration[0]), ...duration]];
  const words = parts.flatMap((part) => (part?.[0] ? [{ text: ', ' }, ...part] : []));
  return { kind: 'words', words: words.slice(1) };
}

/** *for 12 months*, where the value does not say so itself. */
function beforeDuration(word: DerivedWord): DerivedWord[] {
  return 'value' in word && /^for\s/i.test(word.value.where.text) ? [] : [{ text: 'for ' }];
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
