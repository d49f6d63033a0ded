import { addDays, ageOn, compareDays } from '../knowledge/day-arithmetic.js';
import { type DatedFact, datedFact } from '../analysis/dated-facts.js';
import type { Report, Rule } from '../lint/rule.js';
import type { FileSubject } from '../letter/subjects.js';
import {
  type FactValue,
  type FieldDeclaration,
  type LifeEvent,
  normalizeName,
  rangeOf,
  type RecordDeclaration,
  valueText,
} from '../letter/source.js';
import { remember } from '../remember.js';

export const dateOrder: Rule = {
  id: 'date-order',
  group: 'facts',
  severity: 'error',
  subject: 'file',
  summary: 'Dates follow each other as they must: birth, onset, start of care, last visit, the letter.',
  why: 'A treatment that ends before it begins, or a visit after the letter, makes a reviewer doubt the rest. Only what cannot be true however the dates are read is reported.',
  bad: 'date: 2026-11-21\nprior treatment: Gabapentin\n  start: August 2025\n  stop: June 2025',
  good: 'date: 2026-11-21\nprior treatment: Gabapentin\n  start: June 2025\n  stop: August 2025',
  check(file, report) {
    if (file.file.kind === 'policy') checkPolicy(file, report);
    else if (file.letter) {
      const dates = new CaseDates(file);
      reportAll(violationsOf(dates), file, report);
      checkAge(dates, file, report);
      checkYears(dates, file, report);
    }
  },
};

/** Care at home and private duty nursing are asked for before they start. */
const startsLater = ['home-health', 'pdn'];

/** Nobody known has lived longer than 122 years, and in the United States fewer than one in a million are older than this. */
const oldest = 115;

function checkAge(read: CaseDates, file: FileSubject, report: Report): void {
  const birth = read.ofRecord('patient', 'date of birth');
  const letter = read.ofLetter('date');
  if (!birth || !letter || rangeOf(birth.where).uri !== file.file.uri) return;
  const age = ageOn(birth.begins.latest, letter.begins.earliest);
  if (age === undefined || age <= oldest) return;
  report(birth.where, `The patient would be older than ${String(oldest)} years. Check the century of the birth date.`, {
    severity: 'warning',
    related: [{ where: letter.where, message: letter.name }],
  });
}

/** A source is published before it is cited; journals date an issue up to a year ahead. */
function checkYears(read: CaseDates, file: FileSubject, report: Report): void {
  const letter = read.ofLetter('date');
  for (const { values } of file.letter?.facts.allRecords() ?? [])
    for (const [{ norm, type }, given] of values)
      for (const value of norm === 'year' && type.name === 'number' ? given : []) {
        const year = valueText(value);
        if (/^\d+$/.test(year) && !/^(?:1[89]|20)\d\d$/.test(year) && rangeOf(value.where).uri === file.file.uri) {
          report(value.where, 'A year has four digits, such as 2024. Check it.');
          continue;
        }
        if (!letter || !/^\d{4}$/.test(year) || Number(year) <= letter.begins.latest.year + 1) continue;
        report(value.where, "This year is after the letter's date. Check it.", {
          related: [{ where: letter.where, message: letter.name }],
        });
      }
}

/** Two dates of which one cannot be right; `at` is where the finding stands. */
interface Violation {
  readonly at: DatedFact;
  readonly other: DatedFact;
  readonly relation: 'before' | 'after';
  /** How the sentence names the other. */
  readonly called: string;
  /** It may be true all the same. */
  readonly doubtful?: boolean;
}

function violationsOf(read: CaseDates): Violation[] {
  const letter = read.ofLetter('date');
  const birth = read.ofRecord('patient', 'date of birth');
  const careStart = read.ofLetter('start of care');
  const onset = read.ofRecord('diagnosis', 'onset');
  const dated = read.all();
  return [
    ...dated.filter(({ field }) => field.past).flatMap((fact) => notAfter(fact, letter, "the letter's date")),
    ...dated
      .filter(({ field }) => isAfter(field, 'birth'))
      .flatMap((fact) => notBefore({ ...fact, ends: fact.begins }, birth, "the patient's date of birth")),
    ...dated
      .filter(({ field }) => isAfter(field, 'conception'))
      .flatMap((fact) =>
        notBefore(
          { ...fact, ends: fact.begins },
          birth && beforePregnancy(birth),
          "the patient's date of birth, and the pregnancy",
        ),
      ),
    // A family doctor's patient can fall ill long after care began: to be looked at, no more.
    ...notBefore(careStart, onset, 'the onset of the diagnosis').map((found) => ({ ...found, doubtful: true })),
    ...read.pairs().flatMap(([first, second]) => {
      const { record, name } = first.field;
      return notBefore(second, first, `${record === 'letter' ? 'the' : 'its'} ${name}`);
    }),
  ];
}

function isAfter({ after }: FieldDeclaration, event: LifeEvent): boolean {
  return after.some(({ norm }) => norm === event);
}

/** A pregnancy counts 40 weeks, seldom more than 43: what was found or done in it lies before the birth. */
const longestPregnancy = 301;

function beforePregnancy(birth: DatedFact): DatedFact {
  const earliest = addDays(birth.begins.earliest, -longestPregnancy);
  return { ...birth, begins: { ...birth.begins, earliest } };
}

function notAfter(at: DatedFact, other: DatedFact | undefined, called: string): Violation[] {
  const latest = other?.ends.latest;
  if (!other || !latest) return [];
  const isSince = at.ends.latest === undefined;
  const isAfter = compareDays(isSince ? at.begins.earliest : at.ends.earliest, latest) > 0;
  return isAfter ? [{ at, other, relation: 'after', called }] : [];
}

function notBefore(at: DatedFact | undefined, other: DatedFact | undefined, called: string): Violation[] {
  if (!at || !other) return [];
  const latest = at.ends.latest;
  return latest && compareDays(latest, other.begins.earliest) < 0 ? [{ at, other, relation: 'before', called }] : [];
}

/** One wrong date can contradict many: then it is the one that is reported. */
const manyContradict = 3;

function reportAll(violations: readonly Violation[], { file }: FileSubject, report: Report): void {
  const against = new Map<DatedFact, number>();
  for (const { other } of violations) against.set(other, (against.get(other) ?? 0) + 1);
  const wrong = new Set([...against].filter(([, count]) => count >= manyContradict).map(([other]) => other));
  for (const other of wrong) {
    const found = violations.filter((one) => one.other === other);
    const [{ relation, called } = { relation: 'after', called: '' }] = found;
    report(other.where, `${found.length} dates of this case lie ${relation} ${called}. Check this one first.`, {
      related: found.slice(0, 5).map(({ at }) => ({ where: at.where, message: at.name })),
    });
  }
  for (const { at, other, relation, called, doubtful } of violations) {
    if (wrong.has(other)) continue;
    // A date from the address book cannot be marked in this file; the date that it contradicts can.
    const isHere = rangeOf(at.where).uri === file.uri;
    const message = isHere
      ? `This is ${relation} ${called}, which ${doubtful ? 'is rare' : 'cannot be'}. Check both dates.`
      : `The ${at.name} is ${relation} this, which cannot be. Check both dates.`;
    const [where, related] = isHere ? [at.where, other] : [other.where, at];
    report(where, message, {
      related: [{ where: related.where, message: related.name }],
      ...(doubtful && { severity: 'warning' }),
    });
  }
}

/** The dates of a case, its address book and its template; of a field with several values the first. */
class CaseDates {
  private readonly letter: readonly DatedFact[];
  private readonly records: readonly (readonly DatedFact[])[];

  constructor(private readonly file: FileSubject) {
    const { letter, records } = file.schema.vocabulary;
    const facts = file.letter?.facts;
    const notYet = startsLater.includes(this.kind()) ? 'start of care' : undefined;
    const stated = letter.fields.filter(({ norm }) => norm !== notYet);
    this.letter = stated.flatMap((field) => dated(field, facts?.valuesOf(field)));
    this.records = records.flatMap((record) =>
      (facts?.recordsOf(record) ?? []).map(({ values }) =>
        datesOf(record).flatMap((field) => dated(field, values.get(field))),
      ),
    );
  }

  ofLetter(name: string): DatedFact | undefined {
    return this.letter.find(({ field }) => field.norm === name);
  }

  /** The date of the first such record that gives it. */
  ofRecord(record: string, name: string): DatedFact | undefined {
    const field = this.file.schema.vocabulary.byName.get(record)?.byName.get(name);
    return this.records.flat().find((fact) => fact.field === field);
  }

  all(): readonly DatedFact[] {
    return [...this.records.flat(), ...this.letter];
  }

  /** Dates of one record of which the first cannot come after the second. */
  pairs(): [DatedFact, DatedFact][] {
    return [this.letter, ...this.records].flatMap((facts) =>
      facts.flatMap((second) =>
        facts
          .filter((first) => second.field.after.some(({ norm }) => namesOf(first.field).includes(norm)))
          .map((first): [DatedFact, DatedFact] => [first, second]),
      ),
    );
  }

  private kind(): string {
    const field = this.file.schema.vocabulary.letter.byName.get('for');
    const value = field && this.file.letter?.facts.valuesOf(field)[0];
    return value ? valueText(value).trim().toLowerCase() : '';
  }
}

function dated(field: FieldDeclaration, values: readonly FactValue[] | undefined): DatedFact[] {
  const fact = datedFact(field, values?.[0]);
  return fact ? [fact] : [];
}

const datesOf = remember(({ fields }: RecordDeclaration): readonly FieldDeclaration[] =>
  fields.filter(({ type }) => type.name === 'date' || type.name === 'when'),
);

const namesOf = remember(({ norm, also }: FieldDeclaration): readonly string[] => [norm, ...also.map(normalizeName)]);

/** A policy that ends before it begins applies to no case. */
function checkPolicy({ head }: FileSubject, report: Report): void {
  const given = (name: string) => {
    const fact = head?.facts.find((one) => one.declaration?.norm === name);
    return fact?.declaration && datedFact(fact.declaration, fact.values[0]);
  };
  const effective = given('effective');
  const [found] = notBefore(given('until'), effective, 'the day from which the policy applies');
  if (found && effective) {
    report(found.at.where, `This is before ${found.called}. Check both dates.`, {
      related: [{ where: effective.where, message: 'effective' }],
    });
  }
}
