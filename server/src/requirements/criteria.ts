import type { Clause } from '../letter/source.js';
import { sameItems } from '../letter/tracked-facts.js';
import { remember } from '../remember.js';
import {
  type Answer,
  answeredBy,
  answerFor,
  answersIn,
  foldLabel,
  type WrittenAnswer,
  type WrittenAnswers,
} from './answers.js';
import type { Asker } from './askers.js';
import { outcomeKey } from './clause-keys.js';
import { isPicked } from './conditions.js';
import { type ClauseOutcome, judgeClause } from './judge-clause.js';
import type { Kept } from './kept.js';
import type { LetterQuestions } from './letter-questions.js';
import type { LetterReader } from './letter-reader.js';
import { compareStandings, type Standing } from './outcome.js';
import { AskNumbers, JudgedRow, toldOnce } from './told-once.js';

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

/** A clause with what is found of all clauses that ask alike. */
interface Part {
  readonly clause: Clause;
  readonly judged: Kept<ClauseOutcome>;
}

/** All rows of who asks, of a letter of certain kinds. */
interface OfAsker {
  readonly kinds: readonly string[];
  readonly rows: Kept<readonly JudgedRow[]>;
}

/**
 * Judges all that is asked of the versions of one letter, one after another. What asks alike is judged once, and again only when an answer of the letter is another; so is a row. Else it is
 * the same object.
 */
export class CriteriaJudge {
  private readonly alike = new Map<string, Kept<ClauseOutcome>>();
  private readonly ofAskers = new WeakMap<Asker, OfAsker>();
  private readonly answers: Kept<WrittenAnswers>;
  private readonly numbers = new AskNumbers();

  constructor(private readonly letter: LetterQuestions) {
    this.answers = letter.kept(answersIn);
  }

  /** In the order of the askers and their files: the payer's own words are to come last, and win where the same is asked twice. */
  judge(askers: readonly Asker[], kinds: readonly string[], reader: LetterReader): readonly Criterion[] {
    return toldOnce(askers.map((asker) => reader.foundBy(this.rowsFor(asker, kinds))));
  }

  private rowsFor(asker: Asker, kinds: readonly string[]): Kept<readonly JudgedRow[]> {
    const known = this.ofAskers.get(asker);
    if (known && sameItems(known.kinds, kinds)) return known.rows;
    const all = rowsOf(asker).map((clauses) => {
      const own = clauses
        .filter((clause) => isPicked(clause.kinds, kinds))
        .map((clause) => ({ clause, judged: this.judgedAlike(clause) }));
      return this.letter.kept((reader) => this.judgeRow(asker, clauses, own, reader));
    });
    const rows = this.letter.kept((reader) => all.map((row) => reader.foundBy(row)));
    this.ofAskers.set(asker, { kinds, rows });
    return rows;
  }

  private judgedAlike(clause: Clause): Kept<ClauseOutcome> {
    const key = outcomeKey(clause);
    let judged = this.alike.get(key);
    if (!judged) this.alike.set(key, (judged = this.letter.kept((reader) => judgeClause(clause, reader))));
    return judged;
  }

  private judgeRow(asker: Asker, clauses: readonly Clause[], own: readonly Part[], reader: LetterReader): JudgedRow {
    const outcomes = own.map(({ clause, judged }) => ({ ...reader.foundBy(judged), clause }));
    const written = asker.level === 'core' ? undefined : answerFor(reader.foundBy(this.answers), asker, clauses);
    return new JudgedRow(criterionOf(asker, clauses, outcomes, written, reader), this.numbers);
  }
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

function criterionOf(
  asker: Asker,
  clauses: readonly Clause[],
  outcomes: readonly ClauseOutcome[],
  written: WrittenAnswer | undefined,
  reader: LetterReader,
): Criterion {
  const [first] = clauses;
  const name = first?.label?.text ?? first?.handle ?? '';
  const { waives, meets } = written ?? {};
  const answer = waives ?? meets;
  const answered = meets && !waives ? outcomes.map((outcome) => answeredBy(meets, outcome, reader)) : outcomes;
  const required = answered.filter(({ clause }) => clause.force === 'require');
  const force = required.length > 0 || clauses.some((clause) => clause.force === 'require') ? 'require' : 'recommend';
  const state = rowState(required.length > 0 ? required : answered);
  const isOpen = state !== 'met' && state !== 'nothing against it' && state !== 'does not apply';
  return {
    asker,
    name,
    force,
    clauses: answered,
    row: clauses,
    state: waives && isOpen ? 'waived' : state,
    ...(answer && { answer }),
  };
}

/** As good as its worst line. */
function rowState(outcomes: readonly ClauseOutcome[]): CriterionState {
  const applying = outcomes.filter(({ state }) => state !== 'does not apply');
  if (applying.length === 0) return 'does not apply';
  const worst = applying.reduce((bad, one) => (compareStandings(one.standing, bad.standing) > 0 ? one : bad));
  if (worst.standing !== 'met') return worst.standing;
  return applying.every(({ state }) => state === 'nothing against it') ? 'nothing against it' : 'met';
}
