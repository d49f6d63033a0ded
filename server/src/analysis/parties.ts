import { peopleIn, type Spoken } from '../knowledge/people.js';
import { nameWords } from '../knowledge/person-names.js';
import type { MergedRecord } from '../letter/facts.js';
import type { ResolvedLetter, ResolvedSection } from '../letter/letter.js';
import { valueText } from '../letter/source.js';
import { remember } from '../remember.js';
import { passagesOf } from './passages.js';

/** Who a section names beside the patient; see `peopleIn`. Quotations count: whom they name may be spoken of behind them. */
export const peopleInSection = remember((section: ResolvedSection) =>
  peopleIn(
    passagesOf(section)
      .map(({ text }) => text)
      .join('\n'),
  ),
);

/** The words of all names of persons that a record gives, in small letters. */
export const namesIn = remember((record: MergedRecord): readonly string[] =>
  [...record.values].flatMap(([field, values]) =>
    field.person ? values.flatMap((value) => nameWords(valueText(value, ' '))) : [],
  ),
);

/** The patient's record: the one that this letter is about. */
export function patientOf({ facts, case: { schema } }: ResolvedLetter): MergedRecord | undefined {
  const declaration = schema.vocabulary.byName.get('patient');
  return declaration && facts.recordsOf(declaration)[0];
}

export function patientNames(letter: ResolvedLetter): ReadonlySet<string> {
  const patient = patientOf(letter);
  return new Set(patient ? namesIn(patient) : []);
}

/** The names of everybody else whom the letter's facts name. */
export function otherNames(letter: ResolvedLetter): ReadonlySet<string> {
  const patient = patientOf(letter);
  const ofPatient = patientNames(letter);
  return new Set(
    letter.facts
      .allRecords()
      .filter((record) => record !== patient)
      .flatMap((record) => namesIn(record))
      .filter((name) => !ofPatient.has(name)),
  );
}

/** Who may be meant by *he* or *she* in a section, beside the patient: who is named in it, and relatives who are named anywhere in the letter. */
export function othersIn(letter: ResolvedLetter, section: ResolvedSection): ReadonlySet<Spoken> {
  const others = new Set(peopleInSection(section).anybody);
  for (const one of letter.sections) for (const relative of peopleInSection(one).relatives) others.add(relative);
  const names = otherNames(letter);
  if (names.size > 0 && wordsIn(section).some((word) => names.has(word))) others.add('either');
  return others;
}

const wordsIn = remember((section: ResolvedSection): readonly string[] =>
  passagesOf(section).flatMap(({ text }) =>
    [...text.matchAll(/\p{Lu}[\p{L}’'-]+/gu)].flatMap(([word]) => nameWords(word)),
  ),
);
