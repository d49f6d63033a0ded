import type { DateStyle } from '../knowledge/dates.js';
import { normalizeName } from '../language/names.js';
import type { Schema } from '../language/name-resolution.js';
import type { ProseSource, SectionSource } from '../language/source-file.js';
import type { Facts } from './facts.js';
import { type BlockFilling, fillProse } from './fill-blocks.js';
import { fillInline } from './fill-inline.js';
import { citedIn } from './cited.js';
import { letterBlock } from './letter-blocks.js';
import { bracketIndex, readInline } from './inline.js';
import type { Block, Inline, ResolvedSection } from './letter.js';
import { isAllInBraces } from './braced-words.js';
import { hasTag, rolesOf } from './heading-tags.js';
import type { SectionPlace } from './place-sections.js';
import { areNone, standIns } from './stand-ins.js';
import { hasWords, type SectionWords, wordsOf } from './template-section.js';
import { TrackedFacts } from './tracked-facts.js';

/** What every section of a letter is resolved with. */
export interface LetterContext {
  readonly schema: Schema;
  readonly facts: Facts;
  readonly dates: DateStyle;
  readonly signing: ReadonlySet<string>;
}

interface Remembered {
  readonly place: SectionPlace | WordsPlace | EndPlace;
  readonly schema: Schema;
  readonly dates: DateStyle;
  readonly signing: ReadonlySet<string>;
  readonly tracked: TrackedFacts;
  readonly result: ResolvedSection | undefined;
}

/** Words that stand under no heading, of one or several files. */
export interface WordsPlace {
  readonly proses: readonly ProseSource[];
}

export interface EndPlace {
  readonly blocks: readonly string[];
  readonly source: { readonly piece: ProseSource['piece']; readonly start: number; readonly end: number };
}

/**
 * Sections of the last version of a letter. A section whose prose, names and printed facts are what they were is the same object again, so
 * that rules and the preview need not look at it.
 */
export class SectionMemo {
  private before = new Map<string, Remembered>();
  private now = new Map<string, Remembered>();
  /** Who signed by a placeholder of its own in the last version: most likely the same as in this one. */
  signing: ReadonlySet<string> = new Set();

  /** Call before each resolving: what the last one did not use is let go. */
  turn(): void {
    this.before = this.now;
    this.now = new Map();
  }

  resolve(
    key: string,
    place: SectionPlace | WordsPlace | EndPlace,
    context: LetterContext,
    build: (facts: TrackedFacts) => ResolvedSection | undefined,
  ): ResolvedSection | undefined {
    const known = this.before.get(key);
    const same =
      known?.schema === context.schema &&
      known.dates === context.dates &&
      sameMembers(known.signing, context.signing) &&
      samePlace(known.place, place) &&
      known.tracked.wouldAnswerAlike(context.facts);
    if (known && same) {
      this.now.set(key, known);
      return known.result;
    }
    const tracked = new TrackedFacts(context.facts);
    const result = build(tracked);
    const { schema, dates, signing } = context;
    this.now.set(key, { place, schema, dates, signing, tracked, result });
    return result;
  }
}

/** Whether two sets have the same members. */
export function sameMembers<T>(one: ReadonlySet<T>, other: ReadonlySet<T>): boolean {
  return one.size === other.size && [...one].every((member) => other.has(member));
}

function samePlace(a: object, b: object): boolean {
  const left = Object.entries(a);
  const right = new Map(Object.entries(b));
  return left.length === right.size && left.every(([key, value]) => sameValue(value, right.get(key)));
}

function sameValue(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((item, index) => item === b[index]);
  return isSpan(a) && isSpan(b) && a.piece === b.piece && a.start === b.start && a.end === b.end;
}

function isSpan(value: unknown): value is { piece: unknown; start: number; end: number } {
  return (
    typeof value === 'object' &&
    value !== null &&
    'piece' in value &&
    'start' in value &&
    'end' in value &&
    !('brackets' in value)
  );
}

function startFilling({ schema, dates, signing }: LetterContext, facts: TrackedFacts, section: string): BlockFilling {
  return { schema, facts, dates, signing, inItem: false, section, gaps: [], uses: [], nothingReplaced: [] };
}

/** What stands before the first heading. */
export function resolveWords({ proses }: WordsPlace, context: LetterContext, facts: TrackedFacts): ResolvedSection {
  const filling = startFilling(context, facts, 'the beginning');
  const blocks = proses.flatMap((source) => fillProse(source, filling));
  const { gaps, uses, nothingReplaced } = filling;
  return {
    kind: 'opening',
    title: '',
    roles: [],
    optional: false,
    blocks,
    cited: citedIn(undefined, blocks),
    gaps,
    uses,
    nothingReplaced,
  };
}

/** The blocks that no prose prints: signature, enclosures, copies, references. */
export function resolveEnd(place: EndPlace, context: LetterContext, facts: TrackedFacts): ResolvedSection | undefined {
  const filling = startFilling(context, facts, 'the end');
  const blocks = place.blocks.flatMap((name) => letterBlock(name, place.source, filling));
  const { gaps, uses, nothingReplaced } = filling;
  return { kind: 'end', title: '', roles: [], optional: false, blocks, cited: [], gaps, uses, nothingReplaced };
}

/** A section as it prints; undefined when it is optional and does not. */
export function resolveSection(
  place: SectionPlace,
  context: LetterContext,
  facts: TrackedFacts,
): ResolvedSection | undefined {
  const { template, own } = place;
  const heading = template ?? own;
  if (!heading) return undefined;
  const title = heading.title.text;
  const optional = hasTag(template, 'optional');
  const omitted = hasTag(own, 'omit');
  if (omitted && (optional || !template)) return undefined;
  const filling = startFilling(context, facts, title);
  const inherited = template && wordsOf(template);
  const ownProse = own && hasWords(own) ? own.prose : undefined;
  if (template && !inherited && !ownProse) return undefined; // the template takes it out
  const words = ownProse ? { prose: ownProse, ...(inherited && { under: inherited }) } : inherited;
  const isTitled = !hasTag(heading, 'untitled') && !hasTag(heading, 'beginning');
  const printed = isTitled ? fillHeading(heading, filling) : undefined;
  const blocks = words && !omitted ? fillWords(words, filling, ownProse ? 'case' : 'template') : [];
  if (!own && (optional ? !earnsItsPlace(filling) : isStoodInFor(filling))) return undefined;
  const needed = own?.title ?? heading.title;
  if (omitted) filling.gaps.push({ kind: 'section', section: title, needed, because: 'omitted' });
  else if (blocks.length === 0 && !optional) {
    // Choices that were not made ask for no words, nor do parts of which there is nothing, such as enclosures: nothing of it prints, its heading neither.
    if (!own && words && (isAllInBraces(words.prose, ['when']) || isAllBlocks(filling))) return undefined;
    if (!isSignedElsewhere(filling))
      filling.gaps.push({ kind: 'section', section: title, needed, because: own ? 'empty' : 'absent' });
  }
  const { gaps, uses, nothingReplaced } = filling;
  return {
    kind: 'section',
    title,
    roles: rolesOf(heading),
    optional,
    blocks,
    cited: citedIn(printed, blocks),
    gaps,
    uses,
    nothingReplaced,
    ...(printed && { heading: printed }),
    ...(template && { templateSection: template }),
    ...(own && { caseSection: own }),
  };
}

/**
 * Fills the words of a section; what `[template text]` in them stands for is filled once, however often it is asked for. Words of a `template` print it once
 * too: a hundred that stand on each other and each print theirs twice would make more words than there is room for.
 */
function fillWords({ prose, under }: SectionWords, filling: BlockFilling, of: 'case' | 'template'): Block[] {
  if (!under) return fillProse(prose, filling);
  let blocks: readonly Block[] | undefined;
  const templateText = () => {
    if (blocks && of === 'template') return [];
    return (blocks ??= fillWords(under, filling, 'template'));
  };
  return fillProse(prose, { ...filling, templateText });
}

/**
 * An optional section prints when its placeholders outside `{…}` have values; with none, it takes the case's heading. In an item or row
 * that is printed for each of several records it is enough that they are there: what one of them lacks shows as a gap, for if one treatment
 * without an outcome took the whole history away, nobody would see why.
 */
function earnsItsPlace({ uses, gaps }: BlockFilling): boolean {
  const deciding = uses.filter((use) => !use.optional);
  const repeated = deciding.filter((use) => use.repeated);
  const given =
    deciding.every((use) => use.given || use.repeated) && (repeated.length === 0 || repeated.some((use) => use.given));
  return deciding.length > 0 && given && gaps.every((gap) => gap.kind === 'fact');
}

/** True where all that a section prints of the facts are records in whose place another fact stands: why nothing was tried, say. */
function isStoodInFor({ uses, gaps, facts, schema }: BlockFilling): boolean {
  if (gaps.length === 0 || uses.some((use) => use.given && !use.optional)) return false;
  return gaps.every(
    (gap) =>
      gap.kind === 'fact' &&
      gap.of !== undefined &&
      areNone(facts.recordsOf(gap.of)) &&
      (standIns(schema.vocabulary).get(gap.of.norm) ?? []).some((field) => facts.valuesOf(field).length > 0),
  );
}

/** Whether all that a section prints are parts that the letter puts together. */
function isAllBlocks({ uses }: BlockFilling): boolean {
  return uses.length > 0 && uses.every(({ target }) => target?.kind === 'block');
}

/** Whether a section asked for the signature of those who have all signed where a placeholder of their own stands: then it prints nothing, and lacks nothing. */
function isSignedElsewhere({ signing, uses }: BlockFilling): boolean {
  return signing.size > 0 && uses.some(({ target }) => target?.kind === 'block' && target.block === 'signature');
}

function fillHeading(
  { title, titleBrackets }: Pick<SectionSource, 'title' | 'titleBrackets'>,
  filling: BlockFilling,
): readonly Inline[] | undefined {
  const { piece, start, end } = title;
  if (end <= start) return undefined;
  const content = readInline(piece.text, [{ start, end }], bracketIndex(titleBrackets)).content;
  return fillInline(content, { piece, start, end, brackets: titleBrackets }, filling);
}

/** The records, as names are compared, whose signatures print because a placeholder of their own asks for them. */
export function signingIn(sections: readonly ResolvedSection[]): Set<string> {
  const found = new Set<string>();
  const visit = (blocks: readonly Block[]) => {
    for (const block of blocks) {
      if (block.kind === 'signature' && block.isOwn)
        for (const { field } of block.signers) found.add(normalizeName(field?.record ?? ''));
      if (block.kind === 'quote') visit(block.blocks);
      if (block.kind === 'list') for (const item of block.items) visit(item.blocks);
    }
  };
  for (const section of sections) visit(section.blocks);
  return found;
}

/** The names of the blocks that are printed somewhere, in a list or quotation too. */
export function printedBlocks(sections: readonly ResolvedSection[]): Set<string> {
  const printed = new Set<string>();
  const visit = (blocks: readonly Block[]) => {
    for (const block of blocks) {
      if (block.kind !== 'signature' || !block.isOwn) printed.add(block.kind);
      if (block.kind === 'quote') visit(block.blocks);
      if (block.kind === 'list') for (const item of block.items) visit(item.blocks);
    }
  };
  for (const section of sections) visit(section.blocks);
  return printed;
}
