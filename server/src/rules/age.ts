import { datedFact, letterTime } from '../analysis/dated-facts.js';
import { patientNames, patientOf, peopleInSection } from '../analysis/parties.js';
import { isProse, notText, type Passage, passagesOf, placeIn, sentenceAt } from '../analysis/passages.js';
import type { Day } from '../knowledge/dates.js';
import { ageOn, daysBetween, monthsBetween } from '../knowledge/day-arithmetic.js';
import { countInWords } from '../knowledge/number-words.js';
import { peopleIn } from '../knowledge/people.js';
import { nameWords } from '../knowledge/person-names.js';
import { matchesOf, type RarePattern } from '../knowledge/rare-pattern.js';
import type { ResolvedLetter, ResolvedSection } from '../letter/letter.js';
import type { Rule } from '../lint/rule.js';
import { remember } from '../remember.js';
import { onceAPlace } from './checks/once-a-place.js';

export const age: Rule = {
  id: 'age',
  group: 'facts',
  severity: 'warning',
  subject: 'letter',
  needs: 'template',
  summary: 'An age that is typed is the patient’s on the letter’s date.',
  why: 'A typed age goes stale with the next birthday, and one that does not fit the date of birth makes a reviewer ask whose letter this is. [patient age] is counted from the date of birth. The rule keeps silent on relatives, on the people of trials and criteria, and on ages in the past.',
  bad: 'date: 2026-11-21\npatient\n  name: Jane Doe\n  date of birth: 1968-04-09\n---\nMs. Doe is a 45-year-old woman with pain.',
  good: 'date: 2026-11-21\npatient\n  name: Jane Doe\n  date of birth: 1968-04-09\n---\nMs. Doe is a [patient age]-year-old woman with pain. She fell at age 45.',
  check(letter, report, { file }) {
    const birth = birthOf(letter);
    const date = letterTime(letter, 'date')?.begins.earliest;
    if (!birth || !date) return;
    const names = patientNames(letter);
    const tell = onceAPlace(report);
    for (const section of letter.sections) {
      for (const { passage, start, end, count, unit, subject, text } of agesIn(section)) {
        if (isAgeOf(count, unit, birth, date) || !isAboutPatient(subject, names)) continue;
        const where = placeIn(file.uri, passage, start, end);
        if (!where) continue;
        tell(
          where,
          'This age is not the patient’s on the date of the letter. Write [patient age].',
          isProse(passage, start, end) ? { fix: { title: `Write ${text}`, edits: [{ where, text }], asks: true } } : {},
        );
      }
    }
  },
};

function birthOf(letter: ResolvedLetter): Day | undefined {
  const patient = patientOf(letter);
  const field = patient?.declaration.byName.get('date of birth');
  return field && datedFact(field, patient?.values.get(field)?.[0])?.begins.earliest;
}

type Unit = 'year' | 'month' | 'week' | 'day';

function isAgeOf(count: number, unit: Unit, birth: Day, date: Day): boolean {
  if (unit === 'year') return ageOn(birth, date) === count;
  if (unit === 'month') return monthsBetween(birth, date) === count;
  const days = daysBetween(birth, date);
  return (unit === 'week' ? Math.floor(days / 7) : days) === count;
}

interface StatedAge {
  readonly passage: Passage;
  readonly start: number;
  readonly end: number;
  readonly count: number;
  readonly unit: Unit;
  /** Who it is said of. */
  readonly subject: 'patient' | 'pronoun' | { readonly name: string };
  /** The same with the placeholder. */
  readonly text: string;
}

/** *58-year-old*, *58 years old*, *58 years of age*, *58 yo*, *58 y/o*, *aged 58*; numbers in digits or words. */
const AGE: RarePattern = {
  sign: /aged|old|of\sage|y\/?o|y\.o\./i,
  pattern:
    /(?<![\p{L}\p{N}.,–/-])(?:aged\s(?<after>\d{1,3})(?![\p{L}\p{N}-]|[.,]\d|\s(?:months|weeks|days))|(?<number>\d{1,3}|(?:[a-z]{3,9})(?:[- ](?:one|two|three|four|five|six|seven|eight|nine))?)(?:[- ](?<unit>year|month|week|day)s?(?:[- ]old|\sof\sage)|[- ]?(?<short>y\/?o|y\.o\.|yr[- ]old|yrs? old))(?![\p{L}\p{N}]))/giu,
};

/** A number that is nothing but an age: *The patient is 58.*, and *Age: 58* on a line of its own. */
const BARE: RarePattern = {
  sign: /atient is|[Aa]ge:/,
  pattern:
    /(?<=(?<![\p{L}\p{N},;:)] ?)(?:The|This|My|Our) patient is (?:now |currently )?)\d{1,3}(?=[.;](?!\d)|$)|(?<=(?<![\p{L}\p{N}] )(?:[Pp]atient(?:['’]s)? )?[Aa]ge: ?)\d{1,3}(?![\p{L}\p{N}–/-]|[.,]\d|\s(?:months?|weeks?|days?|to|and|or)(?!\p{L}))/gu,
};

/** Words for a person who is the patient unless something else is said: *58-year-old woman*. */
const PERSON =
  /^\s(?:[\p{L}-]{1,20},?\s){0,4}(?:patient|man|woman|male|female|boy|girl|gentleman|lady|person|individual|adult|child|infant|teenager|adolescent|toddler|m|f)(?![\p{L}]|['’]s)/iu;

/** Who is said to be so old: behind *is*, or before a comma or a parenthesis. */
const SUBJECT =
  /(?<subject>(?:[\p{L}.’'-]+\s){0,2}[\p{L}.’'-]+)(?:\s(?:is|remains|are(?=\san?\s))\s(?:(?:now|currently|presently|only|already)\s)?(?:an?\s)?|,\s(?:(?:now|currently|presently)\s)?(?:an?\s|who\sis\s(?:an?\s)?)?|\s\()$/u;

/** *This 58-year-old*, *my 58-year-old patient*. */
const POINTED = /(?<!\p{L})(?:this|my|our)\s$/iu;

/** What only a person does, behind an age that is pointed at: *this 58-year-old has had pain*. */
const OF_A_PERSON =
  /^(?:,?\s(?:who|whose|with)|\s(?:presents|suffers|lives|continues|cannot|walks|works|takes|tried|needs|has (?:had|been|tried|failed|pain|severe|chronic|no|an?)|is (?:unable|able|disabled|under|in|at|on)))(?!\p{L})/iu;

/** What makes an age before which it stands that of others, or of anybody. */
const OF_OTHERS =
  /\b(?:patients|participants|subjects|adults|children|people|persons|individuals|women|men|boys|girls|infants|adolescents|those|stud(?:y|ies)|trials?|cohort|case (?:report|series)|average|mean|median|approved|indicated|label(?:l?ed|ing)?|guidelines?|criteri(?:a|on)|polic(?:y|ies)|requires?|eligible|expectancy|developmental|mental|bone|if|unless)\b|[≥≤<>]/i;

/** The same behind it: *45-year-old women*, *12 years of age and older*. */
const OF_MANY =
  /^\s(?:(?:[\p{L}-]{1,20}\s){0,2}(?:patients|participants|subjects|adults|children|people|women|men|boys|girls|infants|adolescents)(?!\p{L})|(?:and|or)\s(?:older|over|above|younger|under|up)(?!\p{L}))/iu;

/** What stands before an age of another time. */
const THEN =
  /\b(?:was|were|had|when|then|since|at|by|before|after|ago|from|until|as|would|will|turn(?:s|ed|ing)?|in|on|first|initially|originally|previously|once|became|becomes?)\b/i;

const agesIn = remember((section: ResolvedSection): readonly StatedAge[] =>
  section.roles.includes('evidence')
    ? []
    : passagesOf(section).flatMap((passage) => [
        ...matchesOf(passage.own, AGE).flatMap((match) => statedAge(section, passage, match)),
        ...matchesOf(passage.own, BARE).map(({ 0: count, index }): StatedAge => ({
          ...{ passage, start: index, end: index + count.length, count: Number(count) },
          ...{ unit: 'year', subject: 'patient', text: '[patient age]' },
        })),
      ]),
);

/** How far around an age is looked at whose it is. */
const around = 160;

function statedAge(section: ResolvedSection, passage: Passage, match: RegExpExecArray): StatedAge[] {
  const { 0: whole, index, groups = {} } = match;
  const count = countOf(groups.after ?? groups.number ?? '');
  if (count === undefined) return [];
  const end = index + whole.length;
  const sentence = sentenceAt(passage, index);
  const before = passage.own.slice(Math.max(sentence.start, index - around), index);
  const after = passage.own.slice(end, Math.min(sentence.end, end + around));
  if (OF_OTHERS.test(before) || OF_MANY.test(after) || before.includes(notText)) return [];
  if (peopleIn(before).anybody.size > 0 || peopleIn(whole + after).relatives.size > 0) return [];
  const subject = subjectOf(before, after, whole);
  if (subject === undefined || (subject === 'pronoun' && isAnothers(section, passage, index))) return [];
  const text = ageForm(whole, after);
  return [{ passage, start: index, end, count, unit: unitOf(groups.unit), subject, text }];
}

/** Whether *he* or *she* may be somebody who was named before. */
function isAnothers(section: ResolvedSection, { text }: Passage, index: number): boolean {
  return (
    peopleInSection(section).relatives.size > 0 ||
    peopleIn(text.slice(Math.max(0, index - 400), index)).anybody.size > 0
  );
}

/** Whose age it is, as far as its sentence says; undefined where that is not plain. */
function subjectOf(before: string, after: string, whole: string): StatedAge['subject'] | undefined {
  const said = SUBJECT.exec(before);
  const name = said?.groups?.subject;
  const rest = said ? before.slice(0, said.index) : before;
  if (THEN.test(rest.replace(/\bon (?:be)?half of\b/i, ''))) return undefined;
  if (name !== undefined) {
    if (/^this$/i.test(name)) return PERSON.test(after) ? 'patient' : undefined;
    if (/(?:^|\s)(?:s?he|they|who)$/i.test(name)) return 'pronoun';
    if (/(?:^|\s)(?:the|this|my|our) patient$|^patient$/i.test(name)) return 'patient';
    if (!THEN.test(name.replace(/\bon (?:be)?half of\b/i, '')) || /^\p{Lu}/u.test(name)) return { name };
    return undefined;
  }
  if (POINTED.test(before) && (PERSON.test(after) || OF_A_PERSON.test(after))) return 'patient';
  // Chart shorthand begins with the age: *45 yo F with …*.
  if (/^\s*(?:an?\s)?$/i.test(before) && /o\.?$/i.test(whole) && PERSON.test(after)) return 'patient';
  return undefined;
}

/** A name with nothing of its bearer behind it: *Ms. Doe*, but not *Ms. Doe's wheelchair*. */
function isAboutPatient(subject: StatedAge['subject'], names: ReadonlySet<string>): boolean {
  if (typeof subject === 'string') return true;
  const last = nameWords(subject.name).at(-1);
  return !/['’]s?(?:\s|$)/.test(subject.name) && last !== undefined && names.has(last);
}

function unitOf(unit = 'year'): Unit {
  const folded = unit.toLowerCase();
  return folded === 'month' || folded === 'week' || folded === 'day' ? folded : 'year';
}

function countOf(text: string): number | undefined {
  return /^\d+$/.test(text) ? Number(text) : countInWords(text);
}

/** The letter fits the placeholder's unit to what stands behind it: *8-month-old* for an infant. */
function ageForm(whole: string, after: string): string {
  if (/^aged/i.test(whole)) return `${whole.slice(0, 4)} [patient age]`;
  if (/of\sage$/i.test(whole)) return '[patient age] years of age';
  return /-old$/i.test(whole) || PERSON.test(after) ? '[patient age]-year-old' : '[patient age] years old';
}
