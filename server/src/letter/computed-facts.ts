import { isDateProblem } from '../knowledge/dates.js';
import { type NoTime, timeBetween, timeUnits } from '../knowledge/elapsed.js';
import { changeBetween, type Quantity, readQuantity, sumOf } from '../knowledge/quantities.js';
import { seriesText } from '../knowledge/series.js';
import { parseWhen } from '../knowledge/when.js';
import type { ComputedTerm } from '../language/computed.js';
import type { FieldDeclaration, RecordDeclaration } from '../language/declarations.js';
import { type FieldTarget, operandsOf, recordOfTarget } from '../language/operands.js';
import { placeholderOf, type Schema } from '../language/name-resolution.js';
import { valueText } from '../language/values.js';
import type { Derived, Lacking } from './derived-fields.js';
import type { MergedRecord } from './facts.js';
import type { ReadableFacts } from './tracked-facts.js';

/** What computing a fact needs to know. */
interface Computing {
  readonly schema: Schema;
  readonly facts: ReadableFacts;
  /** The fields that are being computed, so that a circle ends. */
  readonly open: readonly FieldDeclaration[];
}

/**
 * Computes a fact as its declaration says: `time from … to …`, `change from … to …`, `sum of …`. Of a record that may repeat, `one` is the one that is asked for; without it the
 * series of all that have a value. Undefined where the declaration cannot be computed at all, which is found there.
 */
export function computeFact(
  target: FieldTarget,
  one: MergedRecord | undefined,
  schema: Schema,
  facts: ReadableFacts,
): Derived | undefined {
  const computing: Computing = { schema, facts, open: [] };
  const { field } = target;
  if (target.kind !== 'record field' || one || !target.record.many || field.computed?.measure === 'sum')
    return computeOne(target, one, computing);
  const each = facts.recordsOf(target.record).map((record) => computeOne(target, record, computing));
  const texts = each.flatMap((derived) => (derived?.kind === 'text' ? [derived.text] : []));
  if (texts.length === 0) return each[0] ?? computeOne(target, undefined, computing);
  return textOf(seriesText(texts));
}

function computeOne(target: FieldTarget, one: MergedRecord | undefined, computing: Computing): Derived | undefined {
  const { field } = target;
  const { computed } = field;
  if (!computed || computing.open.includes(field)) return undefined;
  const record = recordOfTarget(target);
  const targets = operandsOf(field, record, computing.schema).map((operand) => operand.target);
  const inner: Computing = { ...computing, open: [...computing.open, field] };
  const [first, second] = targets;
  if (computed.measure === 'sum') return first && sum(first, target, one, inner);
  if (!first || !second) return undefined;
  const values = [first, second].map((operand) => valueOf(operand, target, one, inner));
  const lacks = values.flatMap((value) => ('lacks' in value ? value.lacks : []));
  const [from, to] = values;
  if (isLacking(lacks)) return { kind: 'lacks', facts: lacks };
  if (!from || !to || 'lacks' in from || 'lacks' in to) return undefined;
  return computed.measure === 'change' ? change(from, to, field) : time(from, to, computed, field);
}

function textOf(text: string): Derived {
  return { kind: 'text', text, none: false };
}

function isLacking(facts: readonly Lacking[]): facts is [Lacking, ...Lacking[]] {
  return facts.length > 0;
}

/** A value to compute with, and the fact that it is, to name it where it cannot be used. */
interface Value {
  readonly text: string;
  readonly fact: Lacking;
}

function valueOf(
  operand: FieldTarget,
  asking: FieldTarget,
  one: MergedRecord | undefined,
  computing: Computing,
): Value | { readonly lacks: readonly Lacking[] } {
  const of = recordOfTarget(operand);
  const isOwn = of !== undefined && of === recordOfTarget(asking);
  const record = of && ((isOwn ? one : undefined) ?? computing.facts.recordsOf(of)[0]);
  return valueIn(operand, record, computing);
}

function valueIn(
  operand: FieldTarget,
  record: MergedRecord | undefined,
  computing: Computing,
): Value | { readonly lacks: readonly Lacking[] } {
  const { field } = operand;
  const fact: Lacking = { field, of: recordOfTarget(operand), record };
  if (field.computed) {
    const derived = computeOne(operand, record, computing);
    if (derived?.kind === 'lacks') return { lacks: derived.facts };
    return derived?.kind === 'text' ? { text: derived.text, fact } : { lacks: [fact] };
  }
  const value = (
    record ? record.values.get(field) : operand.kind === 'record field' ? [] : computing.facts.valuesOf(field)
  )?.[0];
  return value ? { text: valueText(value, ' '), fact } : { lacks: [fact] };
}

function unusable({ fact }: Value, why: string): Derived {
  return { kind: 'lacks', facts: [{ ...fact, unusable: why }] };
}

/** Of a value that is none of its type another rule says so. */
function wrong({ fact }: Value): Derived {
  return { kind: 'lacks', facts: [fact] };
}

function time(from: Value, to: Value, { measure }: ComputedTerm, field: FieldDeclaration): Derived {
  const start = parseWhen(from.text);
  const end = parseWhen(to.text);
  if (isDateProblem(start)) return wrong(from);
  if (isDateProblem(end)) return wrong(to);
  const between = timeBetween(
    start,
    end,
    timeUnits.find((unit) => unit === measure),
  );
  if (typeof between === 'object') return textOf(between.text);
  const why = whyNoTime[between](from.fact.field.name);
  return unusable(between === 'said start' ? from : to, `${why}, so that [${placeholderOf(field)}] has no value`);
}

const whyNoTime: Readonly<Record<NoTime, (from: string) => string>> = {
  'said start': () => 'said in words that cannot be counted from',
  'said end': () => 'said in words that cannot be counted to',
  'no end': () => 'still goes on',
  backwards: (from) => `comes before ${from}`,
  'too short': (from) => `less than one unit of time after ${from}`,
  'too coarse': (from) => `not known precisely enough, or ${from} is not`,
};

function change(from: Value, to: Value, field: FieldDeclaration): Derived {
  const before = readQuantity(from.text);
  const after = readQuantity(to.text);
  const noValue = `so that [${placeholderOf(field)}] has no value`;
  if (!before) return unusable(from, `begins with no number, or holds several, ${noValue}`);
  if (!after) return unusable(to, `begins with no number, or holds several, ${noValue}`);
  const text = changeBetween(before, after);
  return text === undefined ? unusable(to, `in another unit than ${from.fact.field.name}, ${noValue}`) : textOf(text);
}

/** Over all records of the summand's kind; of a field that takes several values, over those of one record. */
function sum(
  summand: FieldTarget,
  asking: FieldTarget,
  one: MergedRecord | undefined,
  computing: Computing,
): Derived | undefined {
  const of = recordOfTarget(summand);
  const { field } = summand;
  const records = of
    ? one && field.many && of === recordOfTarget(asking)
      ? [one]
      : computing.facts.recordsOf(of)
    : [];
  const values = of
    ? records.flatMap((record) => valuesIn(summand, record, computing))
    : valuesIn(summand, undefined, computing);
  if (values.length === 0) return { kind: 'lacks', facts: [{ field, of, record: undefined }] };
  const lacks = values.flatMap((value) => ('lacks' in value ? value.lacks : []));
  if (isLacking(lacks)) return { kind: 'lacks', facts: lacks };
  const given = values.flatMap((value) => ('lacks' in value ? [] : [value]));
  const noValue = `so that [${placeholderOf(asking.field)}] has no value`;
  const quantities: Quantity[] = [];
  for (const value of given) {
    const quantity = readQuantity(value.text);
    if (!quantity) return unusable(value, `no number by itself, ${noValue}`);
    quantities.push(quantity);
  }
  const text = sumOf(quantities);
  const [first] = given;
  return text === undefined && first ? unusable(first, `not all in one unit, ${noValue}`) : textOf(text ?? '');
}

function valuesIn(
  operand: FieldTarget,
  record: MergedRecord | undefined,
  computing: Computing,
): readonly (Value | { readonly lacks: readonly Lacking[] })[] {
  const { field } = operand;
  const fact: Lacking = { field, of: recordOfTarget(operand), record };
  const values = field.computed ? [] : ((record ? record.values.get(field) : computing.facts.valuesOf(field)) ?? []);
  if (values.length < 2) return [valueIn(operand, record, computing)];
  return values.map((value) => ({ text: valueText(value, ' '), fact }));
}

/** True where a declared fact is computed from itself, also by way of others. */
export function computedCircle(
  field: FieldDeclaration,
  record: RecordDeclaration | undefined,
  schema: Schema,
): boolean {
  const target: FieldTarget =
    record && record !== schema.vocabulary.letter
      ? { kind: 'record field', record, field, recordWords: 0, alone: false }
      : { kind: 'letter field', field };
  return fieldsComputedFrom(target, schema).has(field);
}

/** All fields that a fact is computed from, also by way of others that are computed. */
export function fieldsComputedFrom(target: FieldTarget, schema: Schema): ReadonlySet<FieldDeclaration> {
  const found = new Set<FieldDeclaration>();
  const follow = (one: FieldTarget) => {
    for (const { target: operand } of operandsOf(one.field, recordOfTarget(one), schema)) {
      if (!operand || found.has(operand.field)) continue;
      found.add(operand.field);
      follow(operand);
    }
  };
  follow(target);
  return found;
}
