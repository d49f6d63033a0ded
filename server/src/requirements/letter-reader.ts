import type { MergedRecord } from '../letter/facts.js';
import type { FactValue, FieldDeclaration, RecordDeclaration, Schema } from '../letter/source.js';
import type { ReadableFacts } from '../letter/tracked-facts.js';
import type { Kept, Source } from './kept.js';
import type { LetterQuestions, Question } from './letter-questions.js';
import type { Rest } from './outcome.js';

/** What a clause asks a letter: its facts, and what it prints of them. It remembers the questions, so that a clause is judged again only when one of them is answered otherwise. */
export class LetterReader implements ReadableFacts {
  private readonly all = new Set<Source>();

  constructor(private readonly letter: LetterQuestions) {}

  /** What has been asked so far, and what was found before. */
  get sources(): ReadonlySet<Source> {
    return this.all;
  }

  get schema(): Schema {
    return this.letter.schema;
  }

  /** The values of a field: of a record's, where one is given, else of the letter. */
  valuesOf(field: FieldDeclaration, record?: MergedRecord): readonly FactValue[] {
    return record ? (record.values.get(field) ?? nothing) : this.ask(this.letter.valuesOf(field));
  }

  recordsOf(declaration: RecordDeclaration): readonly MergedRecord[] {
    return this.ask(this.letter.recordsOf(declaration));
  }

  cited(key: string): MergedRecord | undefined {
    return this.ask(this.letter.citedBy(key));
  }

  /** The field of the letter's day. */
  get letterDate(): FieldDeclaration | undefined {
    return this.schema.vocabulary.letter.byName.get('date');
  }

  isPrinted({ value, field }: Rest): boolean {
    return this.ask(this.letter.isPrinted(value, field));
  }

  /** Whether a computed fact is printed as such. */
  isComputedPrinted(field: FieldDeclaration): boolean {
    return this.ask(
      this.letter.sees(`computed ${field.record ?? ''} ${field.norm}`, (printed) => printed.hasComputed(field)),
    );
  }

  says(words: string): boolean {
    return this.ask(this.letter.sees(`words ${words}`, (printed) => printed.says(words)));
  }

  hasSection(name: string): boolean {
    return this.ask(this.letter.sees(`section ${name}`, (printed) => printed.hasSection(name)));
  }

  hasBlock(name: string): boolean {
    return this.ask(this.letter.sees(`block ${name}`, (printed) => printed.hasBlock(name)));
  }

  /** So many pages the letter has at least, by an estimate. */
  pagesAtLeast(): number {
    return this.ask(this.letter.pages);
  }

  /** What was found of the same letter before. */
  foundBy<Result>(kept: Kept<Result>): Result {
    this.all.add(kept);
    return kept.result;
  }

  private ask<Answer>(question: Question<Answer>): Answer {
    this.all.add(question);
    return this.letter.answer(question);
  }
}

const nothing: readonly FactValue[] = [];
