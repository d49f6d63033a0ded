import type { DateStyle } from '../knowledge/dates.js';
import type { FieldDeclaration, RecordDeclaration } from '../language/declarations.js';
import type { Schema } from '../language/name-resolution.js';
import type { Piece, Span } from '../language/span.js';
import type { FactValue } from '../language/values.js';
import type { MergedRecord } from './facts.js';
import type { Gap, PlaceholderUse } from './letter.js';
import type { TrackedFacts } from './tracked-facts.js';

/** The one record or value that an item, a row or a part is being filled for; and what the one around it is filled for. */
export type Repeated = { readonly within?: Repeated } & (
  | { readonly kind: 'record'; readonly record: MergedRecord }
  | { readonly kind: 'value'; readonly field: FieldDeclaration; readonly value: FactValue }
);

/** The record of this kind that is being filled for. */
export function repeatedRecord(of: RecordDeclaration, repeated: Repeated | undefined): MergedRecord | undefined {
  for (let one = repeated; one; one = one.within)
    if (one.kind === 'record' && one.record.declaration === of) return one.record;
  return undefined;
}

/** The value of this field that is being filled for. */
export function repeatsValueOf(field: FieldDeclaration, repeated: Repeated | undefined): FactValue | undefined {
  for (let one = repeated; one; one = one.within) if (one.kind === 'value' && one.field === field) return one.value;
  return undefined;
}

/** What filling a section needs, and what it finds out on the way. */
export interface Filling {
  readonly schema: Schema;
  readonly facts: TrackedFacts;
  readonly dates: DateStyle;
  /** In an item or a cell, where words begin that need be no sentence. */
  readonly inItem: boolean;
  /** Records, as names are compared, whose signature prints where a placeholder of its own asks for it: `[signature]` leaves them out. */
  readonly signing: ReadonlySet<string>;
  /** The heading, for gaps that name their section. */
  readonly section: string;
  readonly gaps: Gap[];
  readonly uses: PlaceholderUse[];
  /** `[template text]` that stand for nothing. */
  readonly nothingReplaced: Span[];
}

/** Where inline text is being filled. */
export interface Place {
  readonly piece: Piece;
  readonly repeated: Repeated | undefined;
  readonly optional: boolean;
}

/** The last words printed in the block, for capitals at a sentence's start; and whether a blank in the optional text lacked its value. */
export interface Progress {
  before: string;
  lacking: boolean;
}

/** What decides whether a sentence starts is among the last 40 characters; to keep all would take quadratic time. */
export function lastWords(text: string): string {
  return text.length > 40 ? text.slice(-40) : text;
}

/** Words were printed: adds them to what is remembered. */
export function printedMore(progress: Progress, text: string): void {
  progress.before = lastWords(progress.before + lastWords(text));
}
