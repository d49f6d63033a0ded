import type { Facts, MergedRecord } from '../letter/facts.js';
import type { FactValue, FieldDeclaration, RecordDeclaration, Schema } from '../letter/source.js';
import { sameItems } from '../letter/tracked-facts.js';
import { Kept, Source } from './kept.js';
import { LetterReader } from './letter-reader.js';
import type { PrintedLetter } from './printed-values.js';

/** A letter as it stands now. */
interface Version {
  readonly facts: Facts;
  readonly printed: PrintedLetter;
}

/** Something that is asked of a letter, with its answer. */
export class Question<Answer> extends Source {
  private known: { readonly answer: Answer } | undefined;

  constructor(
    private readonly ask: (letter: Version) => Answer,
    private readonly alike: (one: Answer, other: Answer) => boolean,
    private readonly live: Set<AnyQuestion>,
  ) {
    super();
  }

  answerOf(letter: Version): Answer {
    if (!this.known) {
      this.known = { answer: this.ask(letter) };
      this.live.add(this);
    }
    return this.known.answer;
  }

  /** Asks another version. */
  askAgain(letter: Version): void {
    const answer = this.ask(letter);
    if (this.known && this.alike(answer, this.known.answer)) return;
    this.known = { answer };
    this.outdateDependents();
  }

  protected release(): void {
    this.known = undefined;
    this.live.delete(this);
  }
}

type AnyQuestion = Pick<Question<unknown>, 'askAgain'>;

/**
 * What is asked of the versions of one letter, one after another. Each question is put to a version once, whoever asks it, and what rests on an answer that has changed is found again.
 */
export class LetterQuestions {
  private letter: Version;
  /** Those on whose answers something rests. */
  private readonly live = new Set<AnyQuestion>();
  private readonly values = new Map<FieldDeclaration, Question<readonly FactValue[]>>();
  private readonly records = new Map<RecordDeclaration, Question<readonly MergedRecord[]>>();
  private readonly cited = new Map<string, Question<MergedRecord | undefined>>();
  private readonly prints = new WeakMap<FactValue, Question<boolean>>();
  private readonly seen = new Map<string, Question<boolean>>();
  readonly pages = this.question(({ printed }) => printed.pagesAtLeast);

  constructor(
    readonly schema: Schema,
    facts: Facts,
    printed: PrintedLetter,
  ) {
    this.letter = { facts, printed };
  }

  /** From now on another version is asked. */
  next(facts: Facts, printed: PrintedLetter): void {
    this.letter = { facts, printed };
    for (const question of this.live) question.askAgain(this.letter);
  }

  /** Something to be found by what the letter answers, as often as an answer changes. */
  kept<Result>(find: (reader: LetterReader) => Result): Kept<Result> {
    return new Kept(() => {
      const reader = new LetterReader(this);
      return { result: find(reader), sources: reader.sources };
    });
  }

  answer<Answer>(question: Question<Answer>): Answer {
    return question.answerOf(this.letter);
  }

  valuesOf(field: FieldDeclaration): Question<readonly FactValue[]> {
    return entryOf(this.values, field, () => this.question(({ facts }) => facts.valuesOf(field), sameItems));
  }

  recordsOf(of: RecordDeclaration): Question<readonly MergedRecord[]> {
    return entryOf(this.records, of, () => this.question(({ facts }) => facts.recordsOf(of), sameItems));
  }

  citedBy(key: string): Question<MergedRecord | undefined> {
    return entryOf(this.cited, key, () => this.question(({ facts }) => facts.cited(key)));
  }

  isPrinted(value: FactValue, field: FieldDeclaration): Question<boolean> {
    return entryOf(this.prints, value, () => this.question(({ printed }) => printed.hasValue(value, field)));
  }

  /** Anything else that a reader of the paper sees; what one question is called, only that question is. */
  sees(id: string, ask: (letter: PrintedLetter) => boolean): Question<boolean> {
    return entryOf(this.seen, id, () => this.question(({ printed }) => ask(printed)));
  }

  private question<Answer>(
    ask: (letter: Version) => Answer,
    alike: (one: Answer, other: Answer) => boolean = Object.is,
  ): Question<Answer> {
    return new Question(ask, alike, this.live);
  }
}

interface Entries<Key, Value> {
  get(key: Key): Value | undefined;
  set(key: Key, value: Value): unknown;
}

function entryOf<Key, Value>(entries: Entries<Key, Value>, key: Key, make: () => Value): Value {
  let value = entries.get(key);
  if (value === undefined) entries.set(key, (value = make()));
  return value;
}
