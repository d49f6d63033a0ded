import { foldChoice } from '../knowledge/types.js';
import type { Facts, MergedRecord } from '../letter/facts.js';
import {
  type Clause,
  type FactValue,
  fieldOf,
  type FieldDeclaration,
  normalizeName,
  type Schema,
  valueText,
} from '../letter/source.js';
import { remember } from '../remember.js';
import type { Asker } from './askers.js';
import { clauseKey } from './clause-keys.js';
import { isPicked } from './conditions.js';
import { type ClauseOutcome, judgeClause } from './judge-clause.js';
import { LetterReader } from './letter-reader.js';
import { compareStandings, type Standing } from './outcome.js';
import type { PrintedLetter } from './printed-values.js';
import { given } from './test-field.js';

export type CriterionState = Standing | 'waived' | 'nothing against it' | 'does not apply';

/** The clauses of one label, or one clause without any: a row of a payer's form. */
export interface Criterion {
  readonly asker: Asker;
  /** Its label, else what its clause is called. */
  readonly name: string;
  /** Required clauses first decide; where all are recommended, these do. */
  readonly state: CriterionState;
  readonly force: Clause['force'];
  /** Those that are for the letter's kind. */
  readonly clauses: readonly ClauseOutcome[];
  /** All clauses of the row, also those for letters of other kinds. */
  readonly row: readonly Clause[];
  /** The case's record that answers it or asks for an exception, if one does. */
  readonly answer?: Answer;
  /** The same is asked by somebody who is nearer to the payer, and told there. */
  readonly toldBy?: Criterion;
}

/** A `criterion` record of a case. */
export interface Answer {
  readonly record: MergedRecord;
  readonly field: FieldDeclaration;
  readonly value: FactValue;
  readonly does: 'meet' | 'waive';
}

/** A letter as clauses ask it. */
export interface Asked {
  readonly schema: Schema;
  readonly facts: Facts;
  readonly printed: PrintedLetter;
  /** The letter's kind and those that it is made from. */
  readonly kinds: readonly string[];
  /** Remembers all that is asked. */
  readonly reader: LetterReader;
}

/** All that is asked of a letter, in the order of the askers and their files: the payer's own words are to come last, and win where the same is asked twice. */
export function judgeCriteria(askers: readonly Asker[], letter: Asked): Criterion[] {
  const answers = answersIn(letter);
  const judged = askers.flatMap((asker) =>
    rowsOf(asker).flatMap((clauses) => {
      const own = clauses.filter(({ kinds }) => isPicked(kinds, letter.kinds));
      return judgeRow(
        asker,
        clauses,
        own.map((clause) => outcomeOf(clause, letter)),
        answers,
        letter,
      );
    }),
  );
  return toldOnce(judged);
}

/** Clauses of one label, in the place of the first one. */
const rowsOf = remember(({ clauses }: Asker): readonly (readonly Clause[])[] => {
  const byLabel = new Map<string, Clause[]>();
  const rows: Clause[][] = [];
  for (const clause of clauses) {
    const label = clause.label && foldLabel(clause.label.text);
    const row = label === undefined ? undefined : byLabel.get(label);
    if (row) row.push(clause);
    else {
      const begun = [clause];
      rows.push(begun);
      if (label !== undefined) byLabel.set(label, begun);
    }
  }
  return rows;
});

/** What was found of a clause in the last letter that it was held against. */
const known = new WeakMap<Clause, { readonly reader: LetterReader; readonly outcome: ClauseOutcome }>();

function outcomeOf(clause: Clause, { schema, facts, printed, reader: all }: Asked): ClauseOutcome {
  const before = known.get(clause);
  if (before?.reader.schema === schema && before.reader.wouldAnswerAlike(facts, printed)) {
    all.include(before.reader);
    return before.outcome;
  }
  const reader = new LetterReader(schema, facts, printed);
  const outcome = judgeClause(clause, reader);
  all.include(reader);
  known.set(clause, { reader, outcome });
  return outcome;
}

function judgeRow(
  asker: Asker,
  clauses: readonly Clause[],
  outcomes: readonly ClauseOutcome[],
  answers: readonly WrittenAnswer[],
  letter: Asked,
): Criterion[] {
  const [first] = clauses;
  if (!first) return [];
  const name = first.label?.text ?? first.handle;
  const written = asker.level === 'core' ? undefined : answers.find((answer) => isFor(answer, asker, clauses));
  const waived = written?.waives;
  const answer = waived ?? written?.meets;
  const answered =
    written?.meets && !waived ? outcomes.map((outcome) => answeredBy(written.meets, outcome, letter)) : outcomes;
  const required = answered.filter(({ clause }) => clause.force === 'require');
  const force = required.length > 0 || clauses.some((clause) => clause.force === 'require') ? 'require' : 'recommend';
  const state = rowState(required.length > 0 ? required : answered);
  const isOpen = state !== 'met' && state !== 'nothing against it' && state !== 'does not apply';
  return [
    {
      asker,
      name,
      force,
      clauses: answered,
      row: clauses,
      state: waived && isOpen ? 'waived' : state,
      ...(answer && { answer }),
    },
  ];
}

/** As good as its worst line. */
function rowState(outcomes: readonly ClauseOutcome[]): CriterionState {
  const applying = outcomes.filter(({ state }) => state !== 'does not apply');
  if (applying.length === 0) return 'does not apply';
  const worst = applying.reduce((bad, one) => (compareStandings(one.standing, bad.standing) > 0 ? one : bad));
  if (worst.standing !== 'met') return worst.standing;
  return applying.every(({ state }) => state === 'nothing against it') ? 'nothing against it' : 'met';
}

// ---- answers ----

interface WrittenAnswer {
  readonly record: MergedRecord;
  readonly names: readonly string[];
  /** The policy that it is for, where it says one. */
  readonly policy: string | undefined;
  readonly meets?: Answer;
  readonly waives?: Answer;
}

function answersIn({ schema, reader }: Asked): WrittenAnswer[] {
  const criterion = schema.vocabulary.byName.get('criterion');
  const [name] = criterion?.fields ?? [];
  if (!criterion || !name) return [];
  const policy = fieldOf(criterion, 'policy');
  const text = (record: MergedRecord, field: FieldDeclaration | undefined) =>
    ((field && record.values.get(field)) ?? []).map((value) => valueText(value, ' '));
  return reader.recordsOf(criterion).map((record): WrittenAnswer => {
    const answer = (does: Answer['does'], fieldName: string) => {
      const field = fieldOf(criterion, fieldName);
      const value = field && record.values.get(field)?.[0];
      return field && value && ({ record, field, value, does } as const);
    };
    const meets = answer('meet', 'met by');
    const waives = answer('waive', 'waived because');
    const names = text(record, name).map(foldLabel);
    return { record, names, policy: text(record, policy)[0], ...(meets && { meets }), ...(waives && { waives }) };
  });
}

/** A record answers the criterion whose label, handle or words it has for its name. */
function isFor({ names, policy }: WrittenAnswer, asker: Asker, clauses: readonly Clause[]): boolean {
  if (policy !== undefined && ![asker.name, asker.title].some((name) => foldChoice(name) === foldChoice(policy)))
    return false;
  const row = namesOfRow(clauses);
  return names.some((name) => row.has(name));
}

/** Label, handle and words of the clauses of a row, as names are compared. */
const namesOfRow = remember(
  (clauses: readonly Clause[]): ReadonlySet<string> =>
    new Set(
      clauses.flatMap(({ label, handle, words }) =>
        [label?.text, handle, words?.text].flatMap((one) => (one === undefined ? [] : [foldLabel(one)])),
      ),
    ),
);

function foldLabel(label: string): string {
  return normalizeName(label.replace(/[.\s]+$/, ''));
}

/** An answer meets clauses of words, and what is open or cannot be told; it never overrules a fact that says no. */
function answeredBy(answer: Answer | undefined, outcome: ClauseOutcome, letter: Asked): ClauseOutcome {
  const { standing, state, clause } = outcome;
  if (!answer || state === 'damaged' || state === 'does not apply') return outcome;
  if (standing === 'met' || standing === 'not met') return outcome;
  const rest = { field: answer.field, value: answer.value, record: answer.record };
  const found = given([rest], 'the answer', letter.reader, !letter.reader.hasBlock('criteria'));
  return { ...found, clause, state: found.standing };
}

// ---- told once ----

/** Where core, the kind and a policy ask the same, the last of them tells it: in the payer's words. One that only recommends does not stand for one that requires. */
function toldOnce(criteria: readonly Criterion[]): Criterion[] {
  const tellers = new Map<string, { readonly criterion: Criterion; readonly force: Clause['force'] }>();
  const result: Criterion[] = [];
  for (const criterion of criteria.toReversed()) {
    const applying = criterion.clauses.filter(({ state }) => state !== 'does not apply');
    const keyed = applying.map(({ clause }) => ({ key: clauseKey(clause), force: clause.force }));
    const told = keyed.map(({ key }) => (key === undefined ? undefined : tellers.get(key)));
    const toldBy = told[0]?.criterion;
    const isTold = told.every(
      (teller, index) =>
        teller &&
        teller.criterion.asker !== criterion.asker &&
        (teller.force === 'require' || keyed[index]?.force === 'recommend'),
    );
    result.push(toldBy && isTold ? { ...criterion, toldBy } : criterion);
    if (toldBy && isTold) continue;
    for (const { key, force } of keyed)
      if (key !== undefined && !tellers.has(key)) tellers.set(key, { criterion, force });
  }
  return result.reverse();
}
