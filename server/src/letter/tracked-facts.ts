import type { FieldDeclaration, RecordDeclaration } from '../language/declarations.js';
import type { FactValue } from '../language/values.js';
import type { Facts, MergedRecord } from './facts.js';

/** One question put to the facts, and what they answered. */
type Read =
  | { readonly kind: 'values'; readonly of: FieldDeclaration; readonly answer: readonly FactValue[] }
  | { readonly kind: 'records'; readonly of: RecordDeclaration; readonly answer: readonly MergedRecord[] }
  | { readonly kind: 'cited'; readonly of: string; readonly answer: MergedRecord | undefined };

/** What may be asked of facts. */
export type ReadableFacts = Pick<Facts, 'valuesOf' | 'recordsOf' | 'cited'>;

/**
 * Facts that remember what was asked of them: a section is resolved again only when an answer it was given has changed. So an edit to
 * one fact touches only the sections that print it.
 */
export class TrackedFacts implements ReadableFacts {
  private readonly reads = new Map<FieldDeclaration | RecordDeclaration | string, Read>();

  constructor(private readonly facts: Facts) {}

  valuesOf(field: FieldDeclaration): readonly FactValue[] {
    const answer = this.facts.valuesOf(field);
    this.reads.set(field, { kind: 'values', of: field, answer });
    return answer;
  }

  recordsOf(declaration: RecordDeclaration): readonly MergedRecord[] {
    const answer = this.facts.recordsOf(declaration);
    this.reads.set(declaration, { kind: 'records', of: declaration, answer });
    return answer;
  }

  cited(key: string): MergedRecord | undefined {
    const answer = this.facts.cited(key);
    this.reads.set(key, { kind: 'cited', of: key, answer });
    return answer;
  }

  /** True when `facts` would answer every question so far as it was answered. */
  wouldAnswerAlike(facts: Facts): boolean {
    for (const read of this.reads.values()) {
      if (read.kind === 'values' && !sameItems(facts.valuesOf(read.of), read.answer)) return false;
      if (read.kind === 'records' && !sameItems(facts.recordsOf(read.of), read.answer)) return false;
      if (read.kind === 'cited' && facts.cited(read.of) !== read.answer) return false;
    }
    return true;
  }
}

/** Whether two lists hold the same objects in the same order. */
export function sameItems(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((item, index) => item === b[index]);
}
