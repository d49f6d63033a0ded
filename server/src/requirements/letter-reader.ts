import type { Facts, MergedRecord } from '../letter/facts.js';
import type { FactValue, FieldDeclaration, RecordDeclaration, Schema } from '../letter/source.js';
import { TrackedFacts } from '../letter/tracked-facts.js';
import type { Rest } from './outcome.js';
import type { PrintedLetter } from './printed-values.js';

/** What a clause asks a letter: its facts, and what it prints of them. It remembers each answer, so that a clause is judged again only when one of them is another. */
export class LetterReader {
  readonly facts: TrackedFacts;
  private readonly prints = new Map<FactValue, { readonly field: FieldDeclaration; readonly answer: boolean }>();
  private readonly others = new Map<string, Other>();

  constructor(
    readonly schema: Schema,
    facts: Facts,
    private readonly printed: PrintedLetter,
  ) {
    this.facts = new TrackedFacts(facts);
  }

  /** The values of a field: of a record's, where one is given, else of the letter. */
  valuesOf(field: FieldDeclaration, record: MergedRecord | undefined): readonly FactValue[] {
    return record ? (record.values.get(field) ?? nothing) : this.facts.valuesOf(field);
  }

  recordsOf(declaration: RecordDeclaration): readonly MergedRecord[] {
    return this.facts.recordsOf(declaration);
  }

  /** The field of the letter's day. */
  get letterDate(): FieldDeclaration | undefined {
    return this.schema.vocabulary.letter.byName.get('date');
  }

  isPrinted({ value, field }: Rest): boolean {
    const known = this.prints.get(value);
    if (known) return known.answer;
    const answer = this.printed.hasValue(value, field);
    this.prints.set(value, { field, answer });
    return answer;
  }

  /** Whether a computed fact is printed as such. */
  isComputedPrinted(field: FieldDeclaration): boolean {
    return this.ask({ ask: (letter) => letter.hasComputed(field), id: `computed ${field.record ?? ''} ${field.norm}` });
  }

  says(words: string): boolean {
    return this.ask({ ask: (letter) => letter.says(words), id: `words ${words}` });
  }

  hasSection(name: string): boolean {
    return this.ask({ ask: (letter) => letter.hasSection(name), id: `section ${name}` });
  }

  hasBlock(name: string): boolean {
    return this.ask({ ask: (letter) => letter.hasBlock(name), id: `block ${name}` });
  }

  /** So many pages the letter has at least, by an estimate. */
  pagesAtLeast(): number {
    return this.ask({ ask: (letter) => letter.pagesAtLeast, id: 'pages' });
  }

  /** Remembers too what another one was asked of the same letter. */
  include(other: LetterReader): void {
    this.facts.include(other.facts);
    for (const [value, print] of other.prints) this.prints.set(value, print);
    for (const [id, one] of other.others) this.others.set(id, one);
  }

  private ask<T extends boolean | number>(question: {
    readonly ask: (letter: PrintedLetter) => T;
    readonly id: string;
  }): T {
    const known = this.others.get(question.id);
    // What one question is called, only that question is.
    if (known) return known.answer as T;
    const answer = question.ask(this.printed);
    this.others.set(question.id, { ask: question.ask, answer });
    return answer;
  }

  /** True when another version of the letter would answer every question so far as it was answered. */
  wouldAnswerAlike(facts: Facts, printed: PrintedLetter): boolean {
    if (!this.facts.wouldAnswerAlike(facts)) return false;
    for (const [value, { field, answer }] of this.prints) if (printed.hasValue(value, field) !== answer) return false;
    for (const { ask, answer } of this.others.values()) if (ask(printed) !== answer) return false;
    return true;
  }
}

interface Other {
  readonly ask: (letter: PrintedLetter) => boolean | number;
  readonly answer: boolean | number;
}

const nothing: readonly FactValue[] = [];
