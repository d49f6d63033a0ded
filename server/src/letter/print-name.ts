import { pronounFor } from '../knowledge/pronouns.js';
import { capitalize, startsSentence } from '../knowledge/sentences.js';
import { joinSeries } from '../knowledge/series.js';
import type { FieldDeclaration, RecordDeclaration } from '../language/declarations.js';
import { lineAt, linesOf } from '../language/lines.js';
import type { NameTarget } from '../language/name-resolution.js';
import type { Piece, Span } from '../language/span.js';
import type { FactValue } from '../language/values.js';
import { append } from './append.js';
import { computeField, pronounsOf } from './derived-fields.js';
import type { MergedRecord } from './facts.js';
import type { Filling, Place, Progress } from './filling.js';
import type { Gap, Inline } from './letter.js';
import { derivedRun, printedText, valueRuns } from './runs.js';

/** What a name prints, or what it lacks. */
export type Printed =
  { readonly kind: 'content'; readonly content: readonly Inline[] } | { readonly kind: 'gap'; readonly gap: Gap };

function factGap(
  field: FieldDeclaration,
  of: RecordDeclaration | undefined,
  record: MergedRecord | undefined,
  needed: Span,
): Printed {
  const gap: Gap = { kind: 'fact', field, ...(record && { record }), ...(of && { of }), needed, because: 'printed' };
  return { kind: 'gap', gap };
}

/** `[she]` in the form that the patient's pronouns give it; with a capital where a sentence begins. */
export function printPronoun(
  word: string,
  written: string,
  source: Span,
  filling: Filling,
  progress: Progress,
): Printed {
  const pronouns = pronounsOf(filling.facts, filling.schema.vocabulary);
  if (typeof pronouns === 'object') return factGap(pronouns.field, pronouns.of, pronouns.record, source);
  const form = pronouns && pronounFor(word, pronouns);
  if (form === undefined) return { kind: 'content', content: [derivedRun(written, source)] };
  const capital = /^\p{Lu}/u.test(written) || startsSentence(progress.before);
  return { kind: 'content', content: [derivedRun(capital ? capitalize(form) : form, source)] };
}

/** The value or values of a fact, at the place that asks for it. */
export function printTarget(target: FieldTarget, source: Span, place: Place, filling: Filling): Printed {
  const { field } = target;
  const record = target.kind === 'record field' ? target.record : undefined;
  const one = record && repeatedOf(record, place);
  if (record && field.derived) return printDerived(field, record, one, source, place, filling);
  const values = valuesAt(target, place, filling);
  if (values.length > 0) return printValues(values, field, source, place, filling);
  return factGap(field, record, record && (one ?? filling.facts.recordsOf(record)[0]), source);
}

type FieldTarget = Exclude<NameTarget, { kind: 'block' } | { kind: 'pronoun' }>;

/** The given values of a field that is not computed, at a place: within an item or row that is repeated, those of its record. */
export function valuesAt(target: FieldTarget, place: Place, filling: Filling): readonly FactValue[] {
  const { field } = target;
  const { repeated } = place;
  if (repeated?.kind === 'value' && repeated.field === field) return [repeated.value];
  if (target.kind !== 'record field') return filling.facts.valuesOf(field);
  const { record } = target;
  const one = repeatedOf(record, place);
  const records = one ? [one] : filling.facts.recordsOf(record);
  return valuesOf(record.many ? records : records.slice(0, 1), field);
}

/** The record of this kind that an item or row is being repeated for. */
function repeatedOf(record: RecordDeclaration, { repeated }: Place): MergedRecord | undefined {
  return repeated?.kind === 'record' && repeated.record.declaration === record ? repeated.record : undefined;
}

const noValues: readonly FactValue[] = [];

function valuesOf(records: readonly MergedRecord[], field: FieldDeclaration): readonly FactValue[] {
  const [only] = records;
  if (only && records.length === 1) return only.values.get(field) ?? noValues;
  const values: FactValue[] = [];
  for (const record of records) append(values, record.values.get(field) ?? noValues);
  return values;
}

function printDerived(
  field: FieldDeclaration,
  declaration: RecordDeclaration,
  one: MergedRecord | undefined,
  source: Span,
  place: Place,
  filling: Filling,
): Printed {
  const derived = computeField(field, declaration, filling.facts, filling.schema.vocabulary, one);
  // "We enclose 0 documents" is not said: what is optional goes when there is nothing to count.
  if (!derived || (derived.kind === 'text' && derived.none && place.optional))
    return factGap(field, declaration, one, source);
  if (derived.kind === 'lacks') return factGap(derived.field, derived.of, derived.record, source);
  if (derived.kind === 'citation')
    return { kind: 'content', content: [{ kind: 'citation', source, cited: derived.cited }] };
  if (derived.kind === 'words') {
    const { dates } = filling;
    const content = derived.words.flatMap((word): Inline[] =>
      'text' in word ? [derivedRun(word.text, source)] : valueRuns(word.value, word.field, dates, false),
    );
    return { kind: 'content', content };
  }
  return { kind: 'content', content: [derivedRun(derived.text, source, field)] };
}

/** One value as written, or the series *a, b, and c*. */
function printValues(
  values: readonly FactValue[],
  field: FieldDeclaration,
  source: Span,
  place: Place,
  filling: Filling,
): Printed {
  const { dates } = filling;
  const [only] = values;
  if (only && values.length === 1)
    return { kind: 'content', content: valueRuns(only, field, dates, standsAlone(place.piece, source)) };
  const parts = joinSeries(values.map((value) => printedText(value, field, dates)));
  const content = parts.flatMap((part): Inline[] => {
    if ('text' in part) return [derivedRun(part.text, source)];
    const value = values[part.value];
    return value ? valueRuns(value, field, dates, false) : [];
  });
  return { kind: 'content', content };
}

/** True when nothing but space, stars and braces stands on the placeholder's line: then a value's own line breaks print. */
function standsAlone(piece: Piece, source: Span): boolean {
  const { start, end } = lineAt(linesOf(piece), source.start);
  const onlyMarks = /^[\s*{}]*$/;
  return onlyMarks.test(piece.text.slice(start, source.start)) && onlyMarks.test(piece.text.slice(source.end, end));
}
