import { lineAt, linesOf } from '../language/lines.js';
import type { DateStyle } from '../knowledge/dates.js';
import { pronounFor } from '../knowledge/pronouns.js';
import { capitalize, startsSentence } from '../knowledge/sentences.js';
import { joinSeries } from '../knowledge/series.js';
import type { FieldDeclaration, RecordDeclaration } from '../language/declarations.js';
import { type NameTarget, resolveName, type Schema } from '../language/name-resolution.js';
import type { Bracket, ProseSource } from '../language/source-file.js';
import type { Piece, Span } from '../language/span.js';
import type { FactValue } from '../language/values.js';
import { append } from './append.js';
import { boxSign } from './box-sign.js';
import { choosable, isOneOf, readChoices } from './condition.js';
import { computeField, pronounsOf } from './derived-fields.js';
import type { MergedRecord } from './facts.js';
import { boxesFor, mustChoose, rowOfBoxes } from './fill-boxes.js';
import { fitPrint } from './fit-print.js';
import type { Gap, Inline, PlaceholderUse } from './letter.js';
import type { ProseInline } from './prose-tree.js';
import { derivedRun, printedText, valueRuns } from './runs.js';
import type { TrackedFacts } from './tracked-facts.js';

/** The one record or value that a repeated item or row is being filled for. */
export type Repeated =
  | { readonly kind: 'record'; readonly record: MergedRecord }
  | { readonly kind: 'value'; readonly field: FieldDeclaration; readonly value: FactValue };

/** What filling a section needs, and what it finds out on the way. */
export interface Filling {
  readonly schema: Schema;
  readonly facts: TrackedFacts;
  readonly dates: DateStyle;
  /** The heading, for gaps that name their section. */
  readonly section: string;
  readonly gaps: Gap[];
  readonly uses: PlaceholderUse[];
  /** `[template text]` that stand for nothing. */
  readonly nothingReplaced: Span[];
}

/** Where inline text is being filled. */
interface Place {
  readonly piece: Piece;
  readonly repeated: Repeated | undefined;
  readonly optional: boolean;
}

/** The last words printed in the block, for capitals at a sentence's start; and whether a blank in the optional text lacked its value. */
interface Progress {
  before: string;
  lacking: boolean;
}

/** What decides whether a sentence starts is among the last 40 characters; to keep all would take quadratic time. */
const remembered = 40;

function printedMore(progress: Progress, text: string): void {
  progress.before = text.length < remembered ? (progress.before + text).slice(-remembered) : text.slice(-remembered);
}

/**
 * Fills the placeholders of a block's inline text. Optional text that lacks a value, and lines that are left with nothing, are gone;
 * undefined when nothing at all is left of text that held something optional.
 */
export function fillInline(
  content: readonly ProseInline[],
  source: ProseSource,
  filling: Filling,
  repeated?: Repeated,
): readonly Inline[] | undefined {
  const progress: Progress = { before: '', lacking: false };
  const place: Place = { piece: source.piece, repeated, optional: false };
  const lines = splitLines(content);
  const filled: Inline[][] = [];
  for (const line of lines) {
    const printed = fillNodes(line, place, filling, progress);
    printedMore(progress, '\n');
    if (isEmpty(printed) && line.some((node) => node.kind !== 'text')) continue;
    filled.push(printed);
  }
  if (filled.length === 0 && lines.length > 0) return undefined;
  return fitPrint(joinLines(filled, source.piece, content));
}

function splitLines(content: readonly ProseInline[]): ProseInline[][] {
  const lines: ProseInline[][] = [[]];
  for (const node of content) {
    if (node.kind === 'break') lines.push([]);
    else lines.at(-1)?.push(node);
  }
  return content.length === 0 ? [] : lines;
}

function joinLines(lines: readonly (readonly Inline[])[], piece: Piece, content: readonly ProseInline[]): Inline[] {
  const at = content[0]?.start ?? 0;
  const joined: Inline[] = [];
  for (const [index, line] of lines.entries()) {
    const start = line[0]?.source.piece === piece ? line[0].source.start : at;
    if (index > 0) joined.push({ kind: 'break', source: { piece, start, end: start } });
    append(joined, line);
  }
  return joined;
}

/** True when nothing would be printed. */
export function isEmpty(content: readonly Inline[]): boolean {
  return content.every((node) => {
    if (node.kind === 'text') return node.text.trim() === '';
    return node.kind === 'break' || ('content' in node && isEmpty(node.content));
  });
}

function fillNodes(nodes: readonly ProseInline[], place: Place, filling: Filling, progress: Progress): Inline[] {
  const filled: Inline[] = [];
  for (const node of nodes) append(filled, fillNode(node, place, filling, progress));
  return filled;
}

function fillNode(node: ProseInline, place: Place, filling: Filling, progress: Progress): readonly Inline[] {
  const source: Span = { piece: place.piece, start: node.start, end: node.end };
  switch (node.kind) {
    case 'text': {
      const text = place.piece.text.slice(node.start, node.end);
      printedMore(progress, text);
      return [{ kind: 'text', text, source, origin: 'written', exact: true }];
    }
    case 'break':
      printedMore(progress, '\n');
      return [{ kind: 'break', source }];
    case 'strong':
    case 'emphasis': {
      const content = fillNodes(node.content, place, filling, progress);
      return isEmpty(content) ? [] : [{ kind: node.kind, source, content }];
    }
    case 'link':
      return [{ kind: 'link', source, href: node.href, content: fillNodes(node.content, place, filling, progress) }];
    case 'optional':
      return fillOptional(node, place, filling, progress);
    case 'when':
      return fillWhen(node, source, place, filling, progress);
    case 'boxes':
      return fillBoxes(node, source, place, filling, progress);
    case 'bracket':
      return fillBracket(node.bracket, source, place, filling, progress);
  }
}

function fillOptional(
  node: Extract<ProseInline, { kind: 'optional' }>,
  place: Place,
  filling: Filling,
  progress: Progress,
): Inline[] {
  const { gaps } = filling;
  const gapsBefore = gaps.length;
  const inside: Progress = { before: progress.before, lacking: false };
  const content = fillNodes(
    node.content,
    { piece: place.piece, repeated: place.repeated, optional: true },
    filling,
    inside,
  );
  if (inside.lacking) {
    gaps.length = gapsBefore;
    return [];
  }
  progress.before = inside.before;
  return content;
}

/** What prints for some choices only; its own blanks count as missing then, unlike those of optional text. */
function fillWhen(
  node: Extract<ProseInline, { kind: 'when' }>,
  source: Span,
  place: Place,
  filling: Filling,
  progress: Progress,
): readonly Inline[] {
  const { bracket, choices, hasColon } = node.condition;
  const chosen = choosable(resolveName(filling.schema, bracket.name.text));
  const named = chosen && readChoices(place.piece.text, choices, chosen.choices);
  // Whether these words belong into the letter cannot be told, so that it is not ready; the rule says what is wrong with the condition.
  if (!hasColon || !chosen || !named || named.unknown.length > 0 || named.choices.length === 0)
    return [gapAt({ kind: 'condition', needed: source }, filling, progress)];
  const { target } = chosen;
  const values = valuesAt(target, place, filling);
  filling.uses.push({
    name: bracket.name,
    target,
    given: values.length > 0,
    optional: true,
    repeated: isRepeated(target, place),
  });
  return isOneOf(values, named.choices) ? fillNodes(node.content, place, filling, progress) : [];
}

function fillBoxes(
  { bracket }: Extract<ProseInline, { kind: 'boxes' }>,
  source: Span,
  place: Place,
  filling: Filling,
  progress: Progress,
): readonly Inline[] {
  const chosen = choosable(resolveName(filling.schema, bracket.name.text));
  const values = chosen ? valuesAt(chosen.target, place, filling) : [];
  // What is lacking stands behind its boxes, which are all there for the reader of a draft.
  const isGap = !chosen || (values.length === 0 && mustChoose(chosen));
  const blank = isGap ? fillPlaceholder(bracket, { ...source, start: bracket.start }, place, filling, progress) : [];
  if (!chosen) return [{ kind: 'box', source, checked: false }, derivedRun(' ', source), ...blank];
  if (!isGap) {
    const { target } = chosen;
    const repeated = isRepeated(target, place);
    filling.uses.push({ name: bracket.name, target, given: values.length > 0, optional: place.optional, repeated });
  }
  const row = rowOfBoxes(boxesFor(chosen, values), chosen, source);
  printedMore(progress, plainText(row));
  return isGap ? [...row, derivedRun(' ', source), ...blank] : row;
}

function fillBracket(
  bracket: Bracket,
  source: Span,
  place: Place,
  filling: Filling,
  progress: Progress,
): readonly Inline[] {
  if (bracket.kind === 'placeholder') return fillPlaceholder(bracket, source, place, filling, progress);
  if (bracket.kind === 'citation') return fillCitation(bracket, source, filling, progress);
  if (bracket.kind === 'help')
    return [
      gapAt({ kind: 'unwritten', help: bracket.text, needed: source, section: filling.section }, filling, progress),
    ];
  // Replaced block by block in fill-blocks.ts: blocks cannot stand within other words.
  if (bracket.kind === 'template text') filling.nothingReplaced.push(source);
  return [];
}

function gapAt(gap: Gap, filling: Filling, progress: Progress): Inline {
  filling.gaps.push(gap);
  progress.lacking = true;
  printedMore(progress, '…');
  return { kind: 'gap', source: gap.needed, gap };
}

function fillCitation(
  bracket: Extract<Bracket, { kind: 'citation' }>,
  source: Span,
  filling: Filling,
  progress: Progress,
): Inline[] {
  const cited: MergedRecord[] = [];
  const missing: Inline[] = [];
  for (const key of bracket.keys) {
    const record = filling.facts.cited(key.text);
    if (record) cited.push(record);
    else missing.push(gapAt({ kind: 'citation', key, needed: source }, filling, progress));
  }
  return cited.length > 0 ? [{ kind: 'citation', source, cited }, ...missing] : missing;
}

function fillPlaceholder(
  bracket: Extract<Bracket, { kind: 'placeholder' }>,
  source: Span,
  place: Place,
  filling: Filling,
  progress: Progress,
): readonly Inline[] {
  const target = resolveName(filling.schema, bracket.name.text);
  const { optional } = place;
  const repeated = isRepeated(target, place);
  const use = (given: boolean) => filling.uses.push({ name: bracket.name, target, given, optional, repeated });
  if (!target) {
    use(false);
    return [gapAt({ kind: 'unknown', name: bracket.name, needed: source }, filling, progress)];
  }
  if (target.kind === 'block') {
    use(true);
    return []; // blocks are put together in fill-blocks.ts
  }
  const printed =
    target.kind === 'pronoun'
      ? printPronoun(target.word, bracket.name.text, source, filling, progress)
      : printTarget(target, source, place, filling);
  if (printed.kind === 'gap') {
    use(false);
    return [gapAt(printed.gap, filling, progress)];
  }
  use(true);
  printedMore(progress, plainText(printed.content));
  return printed.content;
}

function isRepeated(target: NameTarget | undefined, { repeated }: Place): boolean {
  return (
    target?.kind === 'record field' && repeated?.kind === 'record' && repeated.record.declaration === target.record
  );
}

type Printed =
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

function printPronoun(word: string, written: string, source: Span, filling: Filling, progress: Progress): Printed {
  const pronouns = pronounsOf(filling.facts, filling.schema.vocabulary);
  if (typeof pronouns === 'object') return factGap(pronouns.field, pronouns.of, pronouns.record, source);
  const form = pronouns && pronounFor(word, pronouns);
  if (form === undefined) return { kind: 'content', content: [derivedRun(written, source)] };
  const capital = /^\p{Lu}/u.test(written) || startsSentence(progress.before);
  return { kind: 'content', content: [derivedRun(capital ? capitalize(form) : form, source)] };
}

function printTarget(target: FieldTarget, source: Span, place: Place, filling: Filling): Printed {
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
function valuesAt(target: FieldTarget, place: Place, filling: Filling): readonly FactValue[] {
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

/** What inline content comes to as plain words; a gap counts as three dots. */
export function plainText(content: readonly Inline[]): string {
  let text = '';
  for (const node of content) {
    if (node.kind === 'text') text += node.text;
    else if (node.kind === 'break') text += '\n';
    else if (node.kind === 'gap') text += '…';
    else if (node.kind === 'box') text += boxSign(node.checked);
    else if ('content' in node) text += plainText(node.content);
  }
  return text;
}
