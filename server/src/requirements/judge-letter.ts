import type { ResolvedLetter } from '../letter/letter.js';
import { rememberBoth } from '../remember.js';
import { type Criterion, judgeCriteria } from './criteria.js';
import { type Deadline, deadlinesOf } from './deadlines.js';
import { LetterReader } from './letter-reader.js';
import { PrintedLetter } from './printed-values.js';
import { type Library, whoAsks, type WhoAsks } from './who-asks.js';

/** What is asked of a letter, and how it stands to it. */
export interface Judged extends WhoAsks {
  readonly criteria: readonly Criterion[];
  readonly deadlines: readonly Deadline[];
}

/** Holds a letter against core, its kind and the policies that are for it. Asked once for each letter; a clause whose facts did not change since the last one is not judged again. */
export const judgeLetter = rememberBoth((letter: ResolvedLetter, library: Library): Judged => {
  const { facts, case: read } = letter;
  const { schema } = read;
  const printed = new PrintedLetter(letter);
  const reader = new LetterReader(schema, facts, printed);
  const who = whoAsks(library, reader);
  return {
    ...who,
    criteria: judgeCriteria(who.askers, { schema, facts, printed, kinds: who.kinds }),
    deadlines: deadlinesOf(who.askers, who.kinds, reader),
  };
});
