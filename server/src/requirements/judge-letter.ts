import type { ResolvedLetter } from '../letter/letter.js';
import { rememberBoth } from '../remember.js';
import { type Criterion, judgeCriteria } from './criteria.js';
import { type Deadline, deadlinesOf, type Decision, decisionsOf, type Filing, filingsOf } from './deadlines.js';
import { LetterReader } from './letter-reader.js';
import { PrintedLetter } from './printed-values.js';
import { type Library, whoAsks, type WhoAsks } from './who-asks.js';

/** What is asked of a letter, and how it stands to it. */
export interface Judged extends WhoAsks {
  readonly criteria: readonly Criterion[];
  readonly filings: readonly Filing[];
  /** Of those with the letter's day. */
  readonly deadlines: readonly Deadline[];
  readonly decisions: readonly Decision[];
}

/**
 * Holds a letter against core, its kind and the policies that are for it. Asked once for each letter. Where everything that was asked of the last one would be answered alike, the
 * result is the same object; else only those clauses are judged again of which an answer is another.
 */
export const judgeLetter = rememberBoth((letter: ResolvedLetter, library: Library): Judged => {
  const { facts, case: read } = letter;
  const { schema } = read;
  const printed = new PrintedLetter(letter);
  const before = last.get(library);
  if (before?.reader.schema === schema && before.reader.wouldAnswerAlike(facts, printed)) return before.judged;
  const reader = new LetterReader(schema, facts, printed);
  const who = whoAsks(library, reader);
  const filings = filingsOf(who.askers, who.kinds, reader);
  const judged = {
    ...who,
    criteria: judgeCriteria(who.askers, { schema, facts, printed, kinds: who.kinds, reader }),
    filings,
    deadlines: deadlinesOf(filings, reader),
    decisions: decisionsOf(who.askers, who.kinds, reader),
  };
  last.set(library, { reader, judged });
  return judged;
});

/** The last letter that was held against a library, and all that it was asked. */
const last = new WeakMap<Library, { readonly reader: LetterReader; readonly judged: Judged }>();
