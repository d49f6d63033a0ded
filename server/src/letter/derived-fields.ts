import { isDateProblem, parseDate, type Day } from '../knowledge/dates.js';
import { spokenAge } from '../knowledge/age.js';
import { parsePronouns, type Pronouns } from '../knowledge/pronouns.js';
import { type FieldDeclaration, fieldOf, type RecordDeclaration } from '../language/declarations.js';
import type { Vocabulary } from '../language/vocabulary.js';
import { type FactValue, valueText } from '../language/values.js';
import type { MergedRecord } from './facts.js';
import type { ReadableFacts } from './tracked-facts.js';

export type DerivedWord = { readonly text: string } | { readonly field: FieldDeclaration; readonly value: FactValue };

/** A fact that a derived one needs and has not, or cannot use. */
export interface Lacking {
  readonly field: FieldDeclaration;
  readonly of: RecordDeclaration | undefined;
  readonly record: MergedRecord | undefined;
  /** Why what is given cannot be used: words that follow the field's name and a colon. */
  readonly unusable?: string;
}

/** What a derived field comes to: words, citations, or the facts that it lacks to be computed. */
export type Derived =
  /** `none`: it counts, and there are none. */
  | { readonly kind: 'text'; readonly text: string; readonly none: boolean }
  /** Values in words of the program's, each with its own field. */
  | { readonly kind: 'words'; readonly words: readonly DerivedWord[] }
  | { readonly kind: 'citation'; readonly cited: readonly MergedRecord[] }
  /** At least one. */
  | { readonly kind: 'lacks'; readonly facts: readonly [Lacking, ...Lacking[]] };

/** Where a derived field is computed: its record's declaration, and the one that an item or row is being repeated for. */
interface Asked {
  readonly declaration: RecordDeclaration;
  readonly facts: ReadableFacts;
  readonly vocabulary: Vocabulary;
  readonly one: MergedRecord | undefined;
}

interface Computation {
  readonly compute: (asked: Asked) => Derived | undefined;
  /** The fields of the record that it prints the values of. */
  readonly prints: readonly string[];
}

/**
 * What the program computes that no declaration can say (`derived`), by the field's name: how many such records the case gives; the number of every source given, or of the
 * one that is being repeated; the age on the letter's date (see `spokenAge`); the form of address, else the name; a greeting by name or role, else to whom it may concern;
 * and quantity, frequency and duration, of which it needs the first or the last. What is computed from other facts by rule says so in its declaration (computed-facts.ts).
 */
const COMPUTATIONS: Readonly<Record<string, Computation>> = {
  age: { compute: ageOf, prints: [] },
  count: { compute: countOf, prints: [] },
  citation: { compute: citationOf, prints: [] },
  'short name': { compute: shortName, prints: ['form of address', 'name'] },
  greeting: { compute: greeting, prints: ['name'] },
  amount: { compute: amount, prints: ['quantity', 'frequency', 'duration'] },
};

/** The names of fields that may be `derived`. */
export const derivedNames: readonly string[] = Object.keys(COMPUTATIONS);

function computationOf({ derived, norm }: FieldDeclaration): Computation | undefined {
  return derived && Object.hasOwn(COMPUTATIONS, norm) ? COMPUTATIONS[norm] : undefined;
}

/** Computes a field that is declared as `derived`. Undefined for a name that the program cannot compute. */
export function computeField(
  field: FieldDeclaration,
  declaration: RecordDeclaration,
  facts: ReadableFacts,
  vocabulary: Vocabulary,
  one: MergedRecord | undefined,
): Derived | undefined {
  return computationOf(field)?.compute({ declaration, facts, vocabulary, one });
}

/** The record that is meant where a single one is: the one that is being repeated, else the first. */
function recordOf({ declaration, facts, one }: Asked): MergedRecord | undefined {
  return one ?? facts.recordsOf(declaration)[0];
}

function countOf({ declaration, facts }: Asked): Derived {
  const count = facts.recordsOf(declaration).length;
  return { kind: 'text', text: String(count), none: count === 0 };
}

function citationOf({ declaration, facts, one }: Asked): Derived | undefined {
  const cited = one ? [one] : facts.recordsOf(declaration);
  const title = declaration.fields[0];
  if (cited.length > 0 || !title) return { kind: 'citation', cited };
  return lacking({ field: title, of: declaration, record: undefined });
}

function lacking(fact: Lacking): Derived {
  return { kind: 'lacks', facts: [fact] };
}

function ageOf(asked: Asked): Derived | undefined {
  const { declaration, facts, vocabulary } = asked;
  const birth = fieldOf(declaration, 'date of birth');
  const date = vocabulary.letter.byName.get('date');
  if (!birth || !date) return undefined;
  const record = recordOf(asked);
  const born = dayOf(record?.values.get(birth)?.[0]);
  if (!born) return lacking({ field: birth, of: declaration, record });
  const on = dayOf(facts.valuesOf(date)[0]);
  if (!on) return lacking({ field: date, of: undefined, record: undefined });
  const age = spokenAge(born, on);
  return age === undefined
    ? lacking({ field: birth, of: declaration, record })
    : { kind: 'text', text: age, none: false };
}

/** The fields of its record whose values a derived field prints, as far as they are declared. */
export function fieldsPrintedBy(field: FieldDeclaration, record: RecordDeclaration): readonly FieldDeclaration[] {
  return (computationOf(field)?.prints ?? []).flatMap((name) => fieldOf(record, name) ?? []);
}

/** A field's first value in a record, as words of a derived field. */
function given(declaration: RecordDeclaration, record: MergedRecord | undefined, name: string): DerivedWord[] {
  const field = fieldOf(declaration, name);
  const value = field && record?.values.get(field)?.[0];
  return field && value ? [{ field, value }] : [];
}

function lacks(declaration: RecordDeclaration, record: MergedRecord | undefined, name: string): Derived | undefined {
  const field = fieldOf(declaration, name);
  return field && lacking({ field, of: declaration, record });
}

function shortName(asked: Asked): Derived | undefined {
  const { declaration } = asked;
  const record = recordOf(asked);
  const [word = given(declaration, record, 'name')[0]] = given(declaration, record, 'form of address');
  return word ? { kind: 'words', words: [word] } : lacks(declaration, record, 'name');
}

function greeting(asked: Asked): Derived {
  const name = given(asked.declaration, recordOf(asked), 'name');
  return {
    kind: 'words',
    words: name.length > 0 ? [{ text: 'Dear ' }, ...name] : [{ text: 'To Whom It May Concern' }],
  };
}

function amount(asked: Asked): Derived | undefined {
  const { declaration } = asked;
  const record = recordOf(asked);
  const quantity = given(declaration, record, 'quantity');
  const frequency = given(declaration, record, 'frequency');
  const duration = given(declaration, record, 'duration');
  if (quantity.length === 0 && duration.length === 0) return lacks(declaration, record, 'quantity');
  const parts = [quantity, frequency, duration.flatMap((word) => [...beforeDuration(word), word])];
  const words = parts.flatMap((part) => (part.length > 0 ? [{ text: ', ' }, ...part] : []));
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
  facts: ReadableFacts,
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
