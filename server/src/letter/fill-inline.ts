import { resolveName, type NameTarget } from '../language/name-resolution.js';
import type { Bracket, ProseSource } from '../language/source-file.js';
import type { Piece, Span } from '../language/span.js';
import { append } from './append.js';
import { choosable, isOneOf, readChoices } from './condition.js';
import type { MergedRecord } from './facts.js';
import { boxesFor, mustChoose, rowOfBoxes } from './fill-boxes.js';
import { type Filling, type Place, printedMore, type Progress, type Repeated, repeatedRecord } from './filling.js';
import { fitPrint } from './fit-print.js';
import type { Gap, Inline } from './letter.js';
import { plainText } from './plain-text.js';
import { printPronoun, printTarget, valuesAt } from './print-name.js';
import type { ProseInline } from './prose-tree.js';
import { derivedRun } from './runs.js';

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
  const filled = fillBehind('', content, source, filling, repeated);
  return filled && fitPrint(filled, leadOf(filling));
}

/** What stands before the words of a block: of an item its mark, behind which no sentence begins. */
export function leadOf({ inItem }: Filling): string {
  return inItem ? '\u2022' : '';
}

/** The same behind words that the paragraph has printed already, and not fitted yet: that is for who puts the two together. */
export function fillBehind(
  before: string,
  content: readonly ProseInline[],
  source: ProseSource,
  filling: Filling,
  repeated?: Repeated,
): Inline[] | undefined {
  const progress: Progress = { before: '', lacking: false };
  printedMore(progress, before);
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
  return joinLines(filled, source.piece, content);
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
  noteUse(bracket, target, values.length > 0, { ...place, optional: true }, filling);
  return isOneOf(chosen, values, named.choices) ? fillNodes(node.content, place, filling, progress) : [];
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
  if (!isGap) noteUse(bracket, chosen.target, values.length > 0, place, filling);
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
  const use = (given: boolean) => {
    noteUse(bracket, target, given, place, filling);
  };
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
    const shown = gapAt(printed.gap, filling, progress);
    append(filling.gaps, printed.others ?? []);
    return [shown];
  }
  use(true);
  printedMore(progress, plainText(printed.content));
  return printed.content;
}

/** Writes down that a placeholder was filled, or could not be. */
function noteUse(
  { name }: Extract<Bracket, { kind: 'placeholder' }>,
  target: NameTarget | undefined,
  given: boolean,
  { optional, repeated: each }: Place,
  filling: Filling,
): void {
  const repeated = target?.kind === 'record field' && repeatedRecord(target.record, each) !== undefined;
  filling.uses.push({ name, target, given, optional, repeated });
}
