import { type Day, isDateProblem, parseDate } from '../../knowledge/dates.js';
import type { ResolvedLetter } from '../../letter/letter.js';
import { standardField } from '../../letter/resolve-letter.js';
import { type FactValue, type FieldDeclaration, fieldOf, placeholderOf, valueText } from '../../letter/source.js';
import { ageForms } from './age-forms.js';
import type { DateTerm } from './date-finder.js';
import { birthYearForms, datesIn } from './date-forms.js';
import { fold } from './fold.js';
import { formsOf } from './identifying-forms.js';
import { type Repeats, repeatsOf } from './identifying-fields.js';
import type { Form } from './patterns.js';

/** What is searched for, and what stands in its place. */
export interface Term extends Form {
  readonly label: string;
}

export interface Identifying {
  readonly terms: readonly Term[];
  readonly dates: readonly DateTerm[];
}

interface Given {
  readonly field: FieldDeclaration;
  readonly value: FactValue;
}

/** Everything that identifies the patient, in the forms in which the letter's words may repeat it. */
export function identifyingIn(letter: ResolvedLetter): Identifying {
  const all = givenIn(letter);
  const elsewhere = addressesOfOthers(all);
  const terms = new Map<string, Term>();
  const dates: DateTerm[] = [];
  const add = (forms: readonly Form[], label: string) => {
    for (const form of forms) if (!terms.has(form.pattern)) terms.set(form.pattern, { ...form, label });
  };
  for (const { forms, field } of ageAndBirth(letter)) add(forms, placeholderOf(field));
  for (const { field, value } of all) {
    const repeats = repeatsOf(field);
    if (!repeats) continue;
    const label = labelFor(field, repeats);
    const known = repeats === 'date' || repeats === 'when' ? datesIn(valueText(value, ' ')) : undefined;
    if (known) dates.push(...known.map((date) => ({ ...date, label })));
    else add(formsOf(valueText(value), repeats, elsewhere), label);
  }
  return { terms: [...terms.values()], dates };
}

/** A date that prose gives is not always the one of the field: *Progress notes, May 2025*. */
function labelFor(field: FieldDeclaration, repeats: Repeats): string {
  const isDate = repeats === 'date' || repeats === 'when';
  return isDate && !field.identifying ? 'date' : placeholderOf(field);
}

/**
 * The given values of the patient first: what is the patient's and somebody else's too is labeled as the patient's. Those that the heads give and the letter does
 * not print count too: of a second patient by mistake, or one that the case has over the template's.
 */
function givenIn({ case: read, facts }: ResolvedLetter): Given[] {
  const { vocabulary, template } = read.schema;
  const merged = facts.allRecords().flatMap(({ values }) => [...values].flatMap(([field, all]) => given(field, all)));
  const ofLetter = [...vocabulary.letter.fields, ...(template?.byName.values() ?? [])].flatMap((field) =>
    given(field, facts.valuesOf(field)),
  );
  const written = [read.head, ...read.templateHeads].flatMap(({ records, facts: own }) =>
    [...records.flatMap(({ fields }) => fields), ...own].flatMap(({ declaration, values }) =>
      declaration
        ? given(
            declaration,
            values.filter((value) => value.given),
          )
        : [],
    ),
  );
  const all = [...merged, ...ofLetter, ...written];
  return [...all.filter(isOfPatient), ...all.filter((one) => !isOfPatient(one))];
}

function given(field: FieldDeclaration, values: readonly FactValue[]): Given[] {
  return values.map((value) => ({ field, value }));
}

function isOfPatient({ field }: Given): boolean {
  return field.record === 'patient';
}

function addressesOfOthers(all: readonly Given[]): string {
  return all
    .filter(({ field }) => field.type.name === 'address' && !repeatsOf(field))
    .map(({ value }) => fold(valueText(value)).text)
    .join('\n');
}

function ageAndBirth({ case: read, facts }: ResolvedLetter): { forms: Form[]; field: FieldDeclaration }[] {
  const patient = read.schema.vocabulary.byName.get('patient');
  const birthField = patient && fieldOf(patient, 'date of birth');
  const ageField = patient && fieldOf(patient, 'age');
  const dateField = standardField(read, 'letter', 'date');
  const born = birthField && dayOf(facts.recordsOf(patient)[0]?.values.get(birthField)?.[0]);
  if (!born) return [];
  const on = dateField && dayOf(facts.valuesOf(dateField)[0]);
  return [
    { forms: birthYearForms(born), field: birthField },
    ...(on && ageField ? [{ forms: ageForms(born, on), field: ageField }] : []),
  ];
}

function dayOf(value: FactValue | undefined): Day | undefined {
  const day = value && parseDate(valueText(value, ' '));
  return day && !isDateProblem(day) ? day : undefined;
}
