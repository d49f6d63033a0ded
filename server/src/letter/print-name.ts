import { pronounFor } from '../knowledge/pronouns.js';
import { capitalize, startsSentence } from '../knowledge/sentences.js';
import { joinSeries } from '../knowledge/series.js';
import type { FieldDeclaration, RecordDeclaration } from '../language/declarations.js';
import { lineAt, linesOf } from '../language/lines.js';
import type { FieldTarget } from '../language/operands.js';
import type { Piece, Span } from '../language/span.js';
import type { FactValue } from '../language/values.js';
import { append } from './append.js';
import { computeFact, fieldsComputedFrom } from './computed-facts.js';
import { computeField, type Derived, type Lacking, pronounsOf } from './derived-fields.js';
import type { MergedRecord } from './facts.js';
import { type Filling, type Place, type Progress, repeatedRecord, repeatsValueOf } from './filling.js';
import type { Gap, Inline } from './letter.js';
import { derivedRun, printedText, valueRuns } from './runs.js';

/** What a name prints, or what it lacks. */
export type Printed =
  | { readonly kind: 'content'; readonly content: readonly Inline[] }
  /** `others`: what is lacking beside it. */
  | { readonly kind: 'gap'; readonly gap: Gap; readonly others?: readonly Gap[] };

function factGap(
  field: FieldDeclaration,
  of: RecordDeclaration | undefined,
  record: MergedRecord | undefined,
  needed: Span,
): Printed {
  return { kind: 'gap', gap: gapOf({ field, of, record }, needed) };
}

function gapOf({ field, of, record, unusable }: Lacking, needed: Span): Gap {
  const why = { ...(unusable !== undefined && { unusable }), needed, because: 'printed' } as const;
  return { kind: 'fact', field, ...(record && { record }), ...(of && { of }), ...why };
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
  const one = record && repeatedRecord(record, place.repeated);
  if (field.computed) return printComputed(target, one, source, filling);
  if (record && field.derived) return printDerived(field, record, one, source, place, filling);
  const values = valuesAt(target, place, filling);
  if (field.byHand && (values.length === 0 || field.type.name === 'image'))
    return printPenLine(target, source, place, filling);
  if (values.length > 0) return printValues(values, field, source, place, filling);
  return factGap(field, record, record && (one ?? filling.facts.recordsOf(record)[0]), source);
}

/** A line for a pen. In braces it counts as given once its record is. */
function printPenLine(target: FieldTarget, source: Span, place: Place, filling: Filling): Printed {
  const { field } = target;
  if (place.optional && !isThere(target, place, filling))
    return factGap(field, target.kind === 'record field' ? target.record : undefined, undefined, source);
  return { kind: 'content', content: [{ kind: 'pen line', source, field }] };
}

/** Whether the record of a field is given; facts of the letter always may be. */
export function isThere(target: FieldTarget, { repeated }: Place, filling: Filling): boolean {
  if (target.kind !== 'record field') return true;
  return repeatedRecord(target.record, repeated) !== undefined || filling.facts.recordsOf(target.record).length > 0;
}

/** The given values of a field that is not computed, at a place: within an item or row that is repeated, those of its record. */
export function valuesAt(target: FieldTarget, place: Place, filling: Filling): readonly FactValue[] {
  const { field } = target;
  const { repeated } = place;
  const value = repeatsValueOf(field, repeated);
  if (value) return [value];
  if (target.kind !== 'record field') return filling.facts.valuesOf(field);
  const { record } = target;
  const one = repeatedRecord(record, repeated);
  const records = one ? [one] : filling.facts.recordsOf(record);
  return valuesOf(record.many ? records : records.slice(0, 1), field);
}

const noValues: readonly FactValue[] = [];

function valuesOf(records: readonly MergedRecord[], field: FieldDeclaration): readonly FactValue[] {
  const [only] = records;
  if (only && records.length === 1) return only.values.get(field) ?? noValues;
  const values: FactValue[] = [];
  for (const record of records) append(values, record.values.get(field) ?? noValues);
  return values;
}

/** A computed fact. What is computed from something that identifies the patient identifies them too: it is masked as that is. */
function printComputed(
  target: FieldTarget,
  one: MergedRecord | undefined,
  source: Span,
  { schema, facts }: Filling,
): Printed {
  const derived = computeFact(target, one, schema, facts);
  const { field } = target;
  if (derived?.kind === 'lacks') return gapsOf(derived, source);
  if (derived?.kind !== 'text')
    return factGap(field, target.kind === 'record field' ? target.record : undefined, one, source);
  const identifying = [field, ...fieldsComputedFrom(target, schema)].find((each) => each.identifying);
  return { kind: 'content', content: [derivedRun(derived.text, source, identifying ?? field)] };
}

function gapsOf({ facts }: Extract<Derived, { kind: 'lacks' }>, source: Span): Printed {
  const [first, ...more] = facts;
  return { kind: 'gap', gap: gapOf(first, source), others: more.map((one) => gapOf(one, source)) };
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
  if (derived.kind === 'lacks') return gapsOf(derived, source);
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
