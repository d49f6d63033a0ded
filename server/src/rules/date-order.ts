import { compareDays } from '../knowledge/day-arithmetic.js';
import { type DatedFact, datedFact } from '../analysis/dated-facts.js';
import type { Report, Rule } from '../lint/rule.js';
import type { FileSubject } from '../letter/subjects.js';
import { type FactValue, fieldOf, type RecordDeclaration, rangeOf, valueText } from '../letter/source.js';

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
    if (file.policy) checkPolicy(file, report);
    else if (file.letter) reportAll(violationsOf(file), file, report);
  },
};

/** What has happened by the day of the letter, by record. */
const past: Readonly<Record<string, readonly string[]>> = {
  diagnosis: ['onset', 'diagnosed'],
  'secondary diagnosis': ['onset', 'diagnosed'],
  comorbidity: ['since'],
  symptom: ['since'],
  limitation: ['since'],
  finding: ['date'],
  'outcome measure': ['baseline date', 'current date'],
  hospitalization: ['date'],
  'current treatment': ['start'],
  'prior treatment': ['start', 'stop'],
  medication: ['start'],
  'required step': ['start', 'stop'],
  'infusion reaction': ['date'],
  'equipment trial': ['date'],
  'equipment evaluation': ['date'],
};

/** Has happened too, but is not the patient's: a source that was read, a notice that came. */
const pastOfOthers: Readonly<Record<string, readonly string[]>> = {
  'network search': ['date'],
  denial: ['date', 'received'],
  'first appeal': ['date', 'decision date'],
  'final denial': ['date'],
  evidence: ['accessed'],
  compendium: ['date'],
};

/** Fields of one record of which the first cannot come after the second. */
const pairs: Readonly<Record<string, readonly [string, string]>> = {
  'prior treatment': ['start', 'stop'],
  'required step': ['start', 'stop'],
  'outcome measure': ['baseline date', 'current date'],
  denial: ['date', 'received'],
  'first appeal': ['date', 'decision date'],
  'prior authorization': ['start', 'expires'],
};

/** Care at home and private duty nursing are asked for before they start. */
const startsLater = ['home-health', 'pdn'];

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

function violationsOf(file: FileSubject): Violation[] {
  const read = new CaseDates(file);
  const letter = read.ofLetter('date');
  const birth = read.ofRecord('patient', 'date of birth')[0];
  const visit = read.ofLetter('last visit');
  const careStart = startsLater.includes(read.kind()) ? undefined : read.ofLetter('start of care');
  const onset = read.ofRecord('diagnosis', 'onset')[0];
  const own = [
    ...read.all(past),
    ...present(visit),
    ...present(careStart),
    ...present(read.ofLetter('face-to-face visit')),
  ];
  return [
    ...[...own, ...read.all(pastOfOthers), ...present(birth)].flatMap((fact) =>
      notAfter(fact, letter, "the letter's date"),
    ),
    ...own.flatMap((fact) => notBefore({ ...fact, ends: fact.begins }, birth, "the patient's date of birth")),
    // A family doctor's patient can fall ill long after care began: to be looked at, no more.
    ...notBefore(careStart, onset, 'the onset of the diagnosis').map((found) => ({ ...found, doubtful: true })),
    ...notBefore(visit, careStart, 'the start of care'),
    ...read.pairs().flatMap(([first, second]) => notBefore(second, first, `its ${first.field.name}`)),
  ];
}

function present<T>(one: T | undefined): T[] {
  return one === undefined ? [] : [one];
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

/** The dates of a case, its address book and its template, found by the names of the standard vocabulary. */
class CaseDates {
  constructor(private readonly file: FileSubject) {}

  ofLetter(name: string): DatedFact | undefined {
    const field = this.file.schema.vocabulary.letter.byName.get(name);
    return field && datedFact(field, this.valuesOf(name)[0]);
  }

  kind(): string {
    const [value] = this.valuesOf('for');
    return value ? valueText(value).trim().toLowerCase() : '';
  }

  ofRecord(recordName: string, name: string): DatedFact[] {
    const declaration = this.file.schema.vocabulary.byName.get(recordName);
    return declaration ? this.valuesIn(declaration, name) : [];
  }

  all(fields: Readonly<Record<string, readonly string[]>>): DatedFact[] {
    return Object.entries(fields).flatMap(([record, names]) => names.flatMap((name) => this.ofRecord(record, name)));
  }

  pairs(): [DatedFact, DatedFact][] {
    return Object.entries(pairs).flatMap(([recordName, [first, second]]) => {
      const declaration = this.file.schema.vocabulary.byName.get(recordName);
      const [a, b] = [declaration && fieldOf(declaration, first), declaration && fieldOf(declaration, second)];
      if (!declaration || !a || !b) return [];
      return (this.file.letter?.facts.recordsOf(declaration) ?? []).flatMap((record): [DatedFact, DatedFact][] => {
        const begun = datedFact(a, record.values.get(a)?.[0]);
        const ended = datedFact(b, record.values.get(b)?.[0]);
        return begun && ended ? [[begun, ended]] : [];
      });
    });
  }

  private valuesOf(name: string): readonly FactValue[] {
    const field = this.file.schema.vocabulary.letter.byName.get(name);
    return (field && this.file.letter?.facts.valuesOf(field)) ?? [];
  }

  private valuesIn(declaration: RecordDeclaration, name: string): DatedFact[] {
    const field = fieldOf(declaration, name);
    if (!field) return [];
    return (this.file.letter?.facts.recordsOf(declaration) ?? []).flatMap((record) =>
      present(datedFact(field, record.values.get(field)?.[0])),
    );
  }
}

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
