import type { FieldDeclaration, RecordDeclaration } from '../../language/declarations.js';
import { factsToGive } from '../../letter/lacks.js';
import type { ResolvedLetter } from '../../letter/letter.js';
import type { FileSubject } from '../../letter/subjects.js';
import { printedFields } from '../../analysis/printed-fields.js';
import { remember } from '../../remember.js';

/** What a case's letter lacks and what it prints: the order in which facts are proposed. */
export interface LetterNeeds {
  /** What is missing, in the order in which the letter needs it: facts of the letter, records, and their fields. */
  readonly missing: ReadonlyMap<FieldDeclaration | RecordDeclaration, number>;
  readonly printed: ReadonlySet<FieldDeclaration>;
}

const nothing: LetterNeeds = { missing: new Map(), printed: new Set() };

/** What a file's letter needs; a file that makes none needs nothing. */
export function needsOf({ letter }: FileSubject): LetterNeeds {
  return letter ? needsOfLetter(letter) : nothing;
}

const needsOfLetter = remember((letter: ResolvedLetter): LetterNeeds => {
  const missing = new Map<FieldDeclaration | RecordDeclaration, number>();
  for (const { of, field } of factsToGive(letter))
    for (const one of of ? [of, field] : [field]) if (!missing.has(one)) missing.set(one, missing.size);
  return { missing, printed: printedFields(letter) };
});

/** In the order of the ranks; what has the same rank stays in its order. */
export function byRank<T>(items: readonly T[], rankOf: (item: T) => number): T[] {
  const ranks = new Map(items.map((item) => [item, rankOf(item)]));
  return [...items].sort((a, b) => (ranks.get(a) ?? 0) - (ranks.get(b) ?? 0));
}

const printedRank = 1e6;
const otherRank = 2e6;
export const lastRank = 3e6;

/** What the letter lacks comes first, in its order; then what a declaration requires or the letter would print; then the rest. */
export function rankOfField(field: FieldDeclaration, { missing, printed }: LetterNeeds): number {
  return missing.get(field) ?? (field.required ? printedRank - 1 : printed.has(field) ? printedRank : otherRank);
}

export function rankOfRecord(record: RecordDeclaration, { missing, printed }: LetterNeeds): number {
  return missing.get(record) ?? (record.fields.some((field) => printed.has(field)) ? printedRank : otherRank);
}
