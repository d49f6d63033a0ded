import { foldChoice } from '../knowledge/types.js';
import type { MergedRecord } from '../letter/facts.js';
import {
  type Clause,
  type FactValue,
  fieldOf,
  type FieldDeclaration,
  normalizeName,
  valueText,
} from '../letter/source.js';
import { remember } from '../remember.js';
import type { Asker } from './askers.js';
import type { ClauseOutcome } from './judge-clause.js';
import type { LetterReader } from './letter-reader.js';
import { given } from './test-field.js';

/** A `criterion` record of a case. */
export interface Answer {
  readonly record: MergedRecord;
  readonly field: FieldDeclaration;
  readonly value: FactValue;
  readonly does: 'meet' | 'waive';
}

/** What a `criterion` record of a case says, and of what. */
export interface WrittenAnswer {
  /** Its place among the records. */
  readonly place: number;
  /** The policy that it is for, where it says one. */
  readonly policy: string | undefined;
  readonly meets?: Answer;
  readonly waives?: Answer;
}

/** By the name of what is answered. */
export type WrittenAnswers = ReadonlyMap<string, readonly WrittenAnswer[]>;

export function answersIn(reader: LetterReader): WrittenAnswers {
  const answers = new Map<string, WrittenAnswer[]>();
  const criterion = reader.schema.vocabulary.byName.get('criterion');
  const [name] = criterion?.fields ?? [];
  if (!criterion || !name) return answers;
  const policy = fieldOf(criterion, 'policy');
  const text = (record: MergedRecord, field: FieldDeclaration | undefined) =>
    ((field && record.values.get(field)) ?? []).map((value) => valueText(value, ' '));
  reader.recordsOf(criterion).forEach((record, place) => {
    const answer = (does: Answer['does'], fieldName: string) => {
      const field = fieldOf(criterion, fieldName);
      const value = field && record.values.get(field)?.[0];
      return field && value && ({ record, field, value, does } as const);
    };
    const meets = answer('meet', 'met by');
    const waives = answer('waive', 'waived because');
    const written = { place, policy: text(record, policy)[0], ...(meets && { meets }), ...(waives && { waives }) };
    for (const label of text(record, name).map(foldLabel)) answers.set(label, [...(answers.get(label) ?? []), written]);
  });
  return answers;
}

/** The first record that has the label, handle or words of a criterion for its name, and that is for who asks. */
export function answerFor(
  answers: WrittenAnswers,
  asker: Asker,
  clauses: readonly Clause[],
): WrittenAnswer | undefined {
  if (answers.size === 0) return undefined;
  const found = [...namesOfRow(clauses)]
    .flatMap((name) => answers.get(name) ?? [])
    .filter(
      ({ policy }) =>
        policy === undefined || [asker.name, asker.title].some((name) => foldChoice(name) === foldChoice(policy)),
    );
  return found.sort((one, other) => one.place - other.place)[0];
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

/** A label as labels are compared. */
export function foldLabel(label: string): string {
  return normalizeName(label.replace(/[.\s]+$/, ''));
}

/** An answer meets clauses of words, and what is open or cannot be told; it never overrules a fact that says no. */
export function answeredBy(answer: Answer, outcome: ClauseOutcome, reader: LetterReader): ClauseOutcome {
  const { standing, state, clause } = outcome;
  if (state === 'damaged' || state === 'does not apply') return outcome;
  if (standing === 'met' || standing === 'not met') return outcome;
  const rest = { field: answer.field, value: answer.value, record: answer.record };
  const found = given([rest], 'the answer', reader, !reader.hasBlock('criteria'));
  return { ...found, clause, state: found.standing };
}
