import type { ResolvedLetter } from '../letter/letter.js';
import type { Schema } from '../letter/source.js';
import { rememberBoth } from '../remember.js';
import { CriteriaJudge, type Criterion } from './criteria.js';
import { type Deadline, deadlinesOf, type Decision, decisionsOf, type Filing, filingsOf } from './deadlines.js';
import type { Kept } from './kept.js';
import { LetterQuestions } from './letter-questions.js';
import type { LetterReader } from './letter-reader.js';
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
 * Holds a letter against core, its kind and the policies that are for it. Asked once for each letter. Where everything that was asked of the last one is answered alike, the
 * result is the same object; else only those clauses are judged again of which an answer is another.
 */
export const judgeLetter = rememberBoth((letter: ResolvedLetter, library: Library): Judged => {
  let judge = judges.get(library);
  if (judge?.schema === letter.case.schema) judge.next(letter);
  else judges.set(library, (judge = new LetterJudge(letter, library)));
  return judge.judged;
});

/** Whoever held the last letter against a library. */
const judges = new WeakMap<Library, LetterJudge>();

class LetterJudge {
  readonly schema: Schema;
  private printed: PrintedLetter;
  private readonly questions: LetterQuestions;
  private readonly who: Kept<WhoAsks>;
  private readonly criteria: CriteriaJudge;
  private readonly all: Kept<Judged>;

  constructor(letter: ResolvedLetter, library: Library) {
    this.schema = letter.case.schema;
    this.printed = new PrintedLetter(letter);
    this.questions = new LetterQuestions(this.schema, letter.facts, this.printed);
    this.who = this.questions.kept((reader) => whoAsks(library, reader));
    this.criteria = new CriteriaJudge(this.questions);
    this.all = this.questions.kept((reader) => this.judge(reader));
  }

  /** From now on this version of the letter is judged. */
  next(letter: ResolvedLetter): void {
    this.printed = new PrintedLetter(letter, this.printed);
    this.questions.next(letter.facts, this.printed);
  }

  get judged(): Judged {
    return this.all.result;
  }

  private judge(reader: LetterReader): Judged {
    const who = reader.foundBy(this.who);
    const { askers, kinds } = who;
    const filings = filingsOf(askers, kinds, reader);
    return {
      ...who,
      criteria: this.criteria.judge(askers, kinds, reader),
      filings,
      deadlines: deadlinesOf(filings, reader),
      decisions: decisionsOf(askers, kinds, reader),
    };
  }
}
