import { otherNames, patientNames, patientOf } from '../analysis/parties.js';
import { type Passage, passagesOf, placeIn, sentenceAt } from '../analysis/passages.js';
import { nameWords } from '../knowledge/person-names.js';
import { peopleIn } from '../knowledge/people.js';
import { matchesOf, type RarePattern } from '../knowledge/rare-pattern.js';
import { INITIAL, isTitledName, NAME, titledNames, withoutTitledNames } from '../knowledge/titled-names.js';
import { type MergedRecord, valuesByName } from '../letter/facts.js';
import type { ResolvedLetter, ResolvedSection } from '../letter/letter.js';
import { type Span, valueText } from '../letter/source.js';
import type { Rule } from '../lint/rule.js';
import { remember } from '../remember.js';
import { onceAPlace } from './checks/once-a-place.js';

export const otherPatient: Rule = {
  id: 'other-patient',
  group: 'facts',
  severity: 'warning',
  subject: 'letter',
  needs: 'template',
  summary: 'Whoever is named as the patient is this letter’s patient.',
  why: 'A letter is often begun from last month’s, and a name that stayed in its second paragraph tells the payer about another patient: a breach of privacy, and a reason to send the request back (45 CFR 164.404, 164.502). The rule looks at names with Mr., Mrs. or Ms., at those that stand where the patient’s belongs and at the form of address, and keeps silent where the letter says who else it is.',
  bad: 'patient\n  name: Jane Doe\n---\nWithout this treatment Mrs. Gomez would lose her work.',
  good: 'patient\n  name: Jane Doe\n---\nWithout this treatment Ms. Doe would lose her work. Her teacher, Mr. Gomez, says so.',
  check(letter, report, { file }) {
    const patient = patientOf(letter);
    if (!patient) return;
    const address = addressOfAnother(patient);
    if (address?.piece.uri === file.uri)
      report(
        address,
        'This is no part of the patient’s name. Was it copied? A name that the patient goes by is a "preferred name".',
      );
    const ofPatient = patientNames(letter);
    if (ofPatient.size === 0) return;
    let known: ReadonlySet<string> | undefined;
    const tell = onceAPlace(report);
    for (const section of letter.sections) {
      for (const { passage, start, end, words } of namedIn(section)) {
        if (words.some((word) => ofPatient.has(word))) continue;
        known ??= new Set([...otherNames(letter), ...givenNames(letter)]);
        if (words.some((word) => known?.has(word))) continue;
        const where = placeIn(file.uri, passage, start, end);
        if (!where) continue;
        tell(where, 'This is not the name of this patient, nor of anybody in the head. Was it copied?');
      }
    }
  },
};

interface Named {
  readonly passage: Passage;
  readonly start: number;
  readonly end: number;
  /** The name's words, as names are compared. */
  readonly words: readonly string[];
}

const FULL = `${NAME}\\s${INITIAL}(?:(?:de|la|van|von|der|del|di|al|bin)\\s){0,2}${NAME}`;

/** Names that stand where the patient's does: *my patient, John Gomez*, *Patient Name: Gomez, John*, *John Gomez is a 45-year-old*. */
const IN_PLACE: readonly RarePattern[] = [
  {
    sign: / patient,?\s/,
    pattern: new RegExp(`(?<=(?<!\\p{L})(?:[Mm]y|[Oo]ur|[Tt]he|[Tt]his) patient,?\\s)${FULL}(?![\\p{L}-])`, 'gu'),
  },
  {
    sign: /on behalf of\s/,
    pattern: new RegExp(
      `(?<=(?<!\\p{L})on behalf of (?:my patient,? )?)${FULL}(?=[.,;] (?!MD|DO)| \\(| who|, who|$)`,
      'gu',
    ),
  },
  {
    sign: /(?:Patient|PATIENT|Name|NAME|Member|RE|Re|Regarding):\s/,
    pattern: new RegExp(
      `(?<=(?<!\\p{L})(?:Patient(?: Name)?|PATIENT(?: NAME)?|Member(?: Name)?|RE|Re|Regarding):\\s)(?:${FULL}|${NAME},\\s${NAME})(?![\\p{L}-])`,
      'gu',
    ),
  },
  {
    sign: /[- ]old| (?:my patient|a patient of mine|under (?:my|our) care)/,
    pattern: new RegExp(
      `(?<![\\p{L}’'-] ?)(?<!(?<!\\p{L})(?:\\p{Lu}|Drs?|Prof|St|Mr|Mrs|Ms)\\. ?)${FULL}(?= (?:is|remains) an? (?:\\d{1,3}|[a-z]+(?:-[a-z]+)?)[- ](?:year|month|week|day)s?[- ]old| (?:is|was|has been) (?:my patient|a patient of mine|under my care|under our care))`,
      'gu',
    ),
  },
  {
    sign: /\s\(?(?:DOB|dob|D\.O\.B|[Dd]ate of [Bb]irth|born)/,
    pattern: new RegExp(
      `(?<![\\p{L}])\\p{Lu}[\\p{L}’'-]{1,30},\\s${NAME}(?=,?\\s\\(?(?:DOB|dob|D\\.O\\.B|[Dd]ate of [Bb]irth|born)(?!\\p{L}))`,
      'gu',
    ),
  },
];

/** Words that stand with a capital in such places and are no names. */
const NO_NAMES =
  /^(?:letter|request|appeal|medical|necessity|prior|authorization|coverage|claim|case|continued|continuation|urgent|expedited|treatment|therapy|physical|medicare|medicaid|information|history|member|name|date|birth|the|this|his|her|their|patient)$/;

/** A form of address, *Ms. Gomez*, that has no word in common with the patient's names: each printed *Ms. Gomez* is then somebody else. */
function addressOfAnother(patient: MergedRecord): Span | undefined {
  const [address] = valuesByName(patient, 'form of address');
  if (!address || !isTitledName(valueText(address, ' '))) return undefined;
  const names = ['name', 'preferred name'].flatMap((name) =>
    valuesByName(patient, name).flatMap((value) => nameWords(valueText(value, ' '))),
  );
  const isOwn = nameWords(valueText(address, ' ')).some((word) => names.includes(word));
  return names.length === 0 || isOwn ? undefined : address.where;
}

const namedIn = remember((section: ResolvedSection): readonly Named[] =>
  passagesOf(section).flatMap((passage) => [
    ...titledNames(passage.own).flatMap(({ start, end }) =>
      isNamedOtherwise(passage, start, end) ? [] : named(passage, start, passage.own.slice(start, end)),
    ),
    ...IN_PLACE.flatMap((pattern) =>
      matchesOf(passage.own, pattern).flatMap(({ 0: text, index }) => named(passage, index, text)),
    ),
  ]),
);

function named(passage: Passage, start: number, text: string): Named[] {
  const words = nameWords(text);
  if (words.length === 0 || words.some((word) => NO_NAMES.test(word))) return [];
  return [{ passage, start, end: start + text.replace(/['’]s$/, '').length, words }];
}

/** What a letter says of its own patient: *is a pleasant 45-year-old patient of mine*. */
const AS_PATIENT =
  /^ (?:is|has been|remains) an? (?:[\p{L}\p{N}-]{1,20},? ){0,4}patient(?!\p{L})(?! (?:of (?:Dr|the|his|her|our)|at|who|in))/u;

/** How far around a name is looked for who it is. */
const around = 120;

/** Whether its sentence says who that is, or may: a relative, a clinician, somebody's role or credentials. */
function isNamedOtherwise(passage: Passage, start: number, end: number): boolean {
  const sentence = sentenceAt(passage, start);
  const before = passage.text.slice(Math.max(sentence.start, start - around), start);
  const after = passage.text.slice(end, Math.min(sentence.end, end + around));
  if (peopleIn(before).anybody.size > 0 || peopleIn(after.replace(AS_PATIENT, '')).anybody.size > 0) return true;
  return /^,?\s(?:\p{Lu}{2,6}\b|\p{Lu}\.\p{Lu}\.|(?:the|an?|his|her|their|our|my|who)\s|(?:of|from|at|with) (?:the|your|our|their|his|her|\p{Lu}))/u.test(
    after,
  );
}

/** Every word that the head gives as a value, but for names with a title in the midst of other words: those may have been copied too. */
function givenNames(letter: ResolvedLetter): Set<string> {
  return new Set(letter.facts.allRecords().flatMap((record) => [...valueWords(record)]));
}

const valueWords = remember(
  (record: MergedRecord): ReadonlySet<string> =>
    new Set(
      [...record.values].flatMap(([field, values]) =>
        values.flatMap((value) => {
          const text = valueText(value, ' ');
          return nameWords(field.person || isTitledName(text) ? text : withoutTitledNames(text));
        }),
      ),
    ),
);
