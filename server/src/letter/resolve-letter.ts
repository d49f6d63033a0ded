import { type DateStyle, dateStyles } from '../knowledge/dates.js';
import { formatReference, type ReferenceField, type ReferenceRecord } from '../knowledge/ama.js';
import type { CaseFile } from '../language/case-file.js';
import { type FieldDeclaration, fieldOf, type RecordDeclaration } from '../language/declarations.js';
import type { ProseSource, SourceFile, Word } from '../language/source-file.js';
import type { Piece } from '../language/span.js';
import { valueText } from '../language/values.js';
import { Facts, type MergedRecord } from './facts.js';
import { leftWith } from './late-blocks.js';
import { listLacks, type Need } from './lacks.js';
import type { Gap, Inline, Reference, ResolvedLetter, ResolvedSection } from './letter.js';
import { sectionProblemsOf, sectionsMeant } from './match-sections.js';
import { type PlacedSections, placeSections, type SectionPlace } from './place-sections.js';
import {
  type LetterContext,
  printedBlocks,
  resolveEnd,
  resolveSection,
  resolveWords,
  sameMembers,
  SectionMemo,
  signingIn,
  type WordsPlace,
} from './resolve-section.js';
import { derivedRun } from './runs.js';
import { type TemplateLayout, templateLayout } from './template-layout.js';
import { sectionsIn } from './template-section.js';
import { remember } from '../remember.js';

/**
 * Makes the letter of a case: prose with every placeholder filled or shown as a gap. Never throws, whatever the case and the template hold.
 * With the `memo` of the letter's last version, sections that would come out alike are the same objects again.
 */
export function resolveLetter(read: CaseFile, memo: SectionMemo = new SectionMemo()): ResolvedLetter {
  const { file, schema } = read;
  const facts = new Facts(schema, read.head, read.templateHeads);
  const dates = dateStyleOf(read, facts);
  memo.turn();
  const layout = templateLayout(read);
  const meant = sectionsMeant(sectionsIn(layout), file.sections);
  const placed = placeSections(layout, file.sections, meant);
  const parts = partsOf(layout, placed, file.preamble);
  const resolveWith = (signing: ReadonlySet<string>) =>
    resolveParts(read, layout, parts, { schema, facts, dates, signing }, memo);
  let sections = resolveWith(memo.signing);
  const signing = signingIn(sections);
  // Who signs by a placeholder of its own is known only when all is filled; `[signature]` leaves them out.
  if (!sameMembers(signing, memo.signing)) sections = resolveWith(signing);
  memo.signing = signing;
  const references = referencesOf(sections);
  if (references.length === 0) sections = sections.flatMap((section) => withoutReferences(section) ?? []);
  const sectionProblems = sectionProblemsOf(layout, file.sections, meant, placed.doubles);
  return {
    case: read,
    dates,
    facts,
    sections,
    references,
    lacks: listLacks(needsOf(read, sections, facts), read, facts),
    sectionProblems,
  };
}

/** A letter of which some sections print otherwise than could be known before; what it lacks is listed anew. */
export function withSections(letter: ResolvedLetter, sections: readonly ResolvedSection[]): ResolvedLetter {
  const { case: read, facts } = letter;
  return { ...letter, sections, lacks: listLacks(needsOf(read, sections, facts), read, facts) };
}

function resolveParts(
  read: CaseFile,
  layout: TemplateLayout,
  parts: readonly LetterPart[],
  context: LetterContext,
  memo: SectionMemo,
): ResolvedSection[] {
  const written = parts.flatMap(({ key, place }): ResolvedSection[] => {
    const section = memo.resolve(key, place, context, (tracked) =>
      'proses' in place ? resolveWords(place, context, tracked) : resolveSection(place, context, tracked),
    );
    return section ? [section] : [];
  });
  return [...written, ...endOf(read, layout, written, context, memo)];
}

function needsOf(read: CaseFile, sections: readonly ResolvedSection[], facts: Facts): Need[] {
  const without = (gap: Gap): Need => ({ gap, section: undefined });
  return [
    ...templateGaps(read).map(without),
    ...sections.flatMap((section) => section.gaps.map((gap) => ({ gap, section }))),
    ...requiredGaps(read, facts).map(without),
  ];
}

interface LetterPart {
  /** Stays its own while other parts come and go. */
  readonly key: string;
  readonly place: WordsPlace | SectionPlace;
}

/** The parts of a letter in their order: the beginning of the lowest template, what stands before the other files' first headings, the rest. */
function partsOf(
  { before, words }: TemplateLayout,
  { beginning, rest }: PlacedSections,
  own: ProseSource | undefined,
): LetterPart[] {
  const keyOf = sectionKeys();
  const parts = (places: readonly SectionPlace[]) => places.map((place) => ({ key: keyOf(place), place }));
  const wordsPart = (key: string, proses: readonly ProseSource[]) =>
    proses.length > 0 ? [{ key, place: { proses } }] : [];
  const after = own ? [...words, own] : words;
  if (beginning.length === 0) return [...wordsPart('opening', [...before, ...after]), ...parts(rest)];
  return [...wordsPart('opening', before), ...parts(beginning), ...wordsPart('words', after), ...parts(rest)];
}

/** Gives each section a key that stays its own while others come and go: its heading, and which of that heading it is. */
function sectionKeys(): (place: SectionPlace) => string {
  const seen = new Map<string, number>();
  return (place) => {
    const title = (place.template ?? place.own)?.title.text ?? '';
    const before = seen.get(title) ?? 0;
    seen.set(title, before + 1);
    return `section ${title} ${String(before)}`;
  };
}

/** Dates print with the month as a word unless asked otherwise: letters come back as faxes, where 03/04/25 is ambiguous for ever. */
function dateStyleOf(read: CaseFile, facts: Facts): DateStyle {
  const field = read.schema.vocabulary.letter.byName.get('dates');
  const value = field && facts.valuesOf(field)[0];
  const written = value && valueText(value).trim().toLowerCase();
  return dateStyles.find((style) => style === written) ?? 'long';
}

function endOf(
  read: CaseFile,
  layout: TemplateLayout,
  written: readonly ResolvedSection[],
  context: LetterContext,
  memo: SectionMemo,
): ResolvedSection[] {
  const printed = printedBlocks(written);
  const usual = written.some(namesCopies) ? ['signature', 'enclosures'] : ['signature', 'enclosures', 'copies'];
  const blocks = usual.filter((name) => !printed.has(name));
  if (!printed.has('references') && referencesOf(written).length > 0) blocks.push('references');
  if (blocks.length === 0 || written.length === 0) return [];
  const place = { blocks, source: endOfText(read, layout) };
  const end = memo.resolve('end', place, context, (tracked) => resolveEnd(place, context, tracked));
  return end && end.blocks.length > 0 ? [end] : [];
}

/** True where the prose says itself who gets a copy. Enclosures are listed even if it speaks of them: that is how a fax is checked. */
function namesCopies({ uses }: ResolvedSection): boolean {
  return uses.some(({ target, given }) => given && target?.kind === 'record field' && target.record.norm === 'copy');
}

/** Where the blocks at the end belong: after the last words of the template, else of the case. */
function endOfText({ file, template }: CaseFile, layout: TemplateLayout): Word {
  const prose = sectionsIn(layout).at(-1)?.section.piece ?? layout.words.at(-1)?.piece ?? layout.before.at(-1)?.piece;
  const last = prose ?? (template ? template.file.firstLine.piece : lastPieceOf(file));
  const end = last.text.trimEnd().length;
  return { piece: last, start: end, end, text: '' };
}

function lastPieceOf({ sections, preamble, firstLine }: SourceFile): Piece {
  return sections.at(-1)?.piece ?? preamble?.piece ?? firstLine.piece;
}

function templateGaps(read: CaseFile): Gap[] {
  const { file, unknownTemplate } = read;
  if (unknownTemplate !== undefined)
    return [{ kind: 'template', name: unknownTemplate, needed: file.header?.name ?? file.firstLine }];
  const broken = read.standing?.broken;
  if (broken) return [{ kind: 'template', name: broken.name.text, needed: broken.name }];
  if (!read.template && file.sections.length === 0 && !file.preamble)
    return [{ kind: 'template', name: '', needed: file.firstLine }];
  return [];
}

/** Facts that are required whether or not anything prints them: a record's once the record is there, a record itself always. */
function requiredGaps(read: CaseFile, facts: Facts): Gap[] {
  const { vocabulary, template } = read.schema;
  const gaps: Gap[] = [];
  const need = (field: FieldDeclaration, of?: RecordDeclaration, record?: MergedRecord) => {
    const needed = field.source;
    gaps.push({ kind: 'fact', field, ...(of && { of }), ...(record && { record }), needed, because: 'required' });
  };
  for (const field of [...vocabulary.letter.fields, ...(template?.byName.values() ?? [])]) {
    if (field.required && !field.derived && facts.valuesOf(field).length === 0) need(field);
  }
  for (const declaration of vocabulary.records) {
    const records = facts.recordsOf(declaration);
    const first = declaration.fields[0];
    if (declaration.required && records.length === 0 && first) need(first, declaration);
    for (const record of records) {
      for (const field of declaration.fields)
        if (field.required && !field.derived && !record.values.has(field)) need(field, declaration, record);
    }
  }
  return gaps;
}

// ---- references ----

function referencesOf(sections: readonly ResolvedSection[]): Reference[] {
  const cited = new Set<MergedRecord>();
  for (const section of sections) for (const record of section.cited) cited.add(record);
  return [...cited].map((record, index) => ({ number: index + 1, cited: record, content: referenceContent(record) }));
}

const withoutReferences = remember((section: ResolvedSection): ResolvedSection | undefined => {
  const blocks = section.blocks.filter(({ kind }) => kind !== 'references');
  return blocks.length < section.blocks.length ? leftWith(section, blocks) : section;
});

/** The field of a guideline that AMA style prints as another: a guideline's name is its title, its year may stand in its date. */
const asReference: Readonly<Record<string, ReferenceField>> = { name: 'title' };

export const referenceContent = remember((record: MergedRecord): Inline[] => {
  const fields = new Map<ReferenceField, FieldDeclaration>();
  const written: Partial<Record<ReferenceField, string>> = {};
  for (const [field, values] of record.values) {
    const as = asReference[field.norm] ?? (field.norm as ReferenceField);
    const value = values[0];
    if (!value || fields.has(as)) continue;
    fields.set(as, field);
    // AMA style has its dates with the month as a word, however the letter prints its own
    written[as] = values.map((one) => field.type.print(valueText(one, ' '), { dates: 'long' })).join('; ');
  }
  return formatReference(written satisfies ReferenceRecord).map((part): Inline => {
    const field = part.field && fields.get(part.field);
    const value = field && record.values.get(field)?.[0];
    const { piece, start, end } = value?.where ?? record.name;
    const source = { piece, start, end };
    const exact = value !== undefined && piece.text.slice(start, end) === part.text;
    const run: Inline = field
      ? { kind: 'text', text: part.text, source, origin: exact ? 'value' : 'derived', exact, field }
      : derivedRun(part.text, source);
    const styled: Inline = part.style === 'italic' ? { kind: 'emphasis', source, content: [run] } : run;
    return part.link === undefined ? styled : { kind: 'link', source, href: part.link, content: [styled] };
  });
});

/** The field of a record by name, for callers that know the standard vocabulary. */
export function standardField(read: CaseFile, recordName: string, fieldName: string): FieldDeclaration | undefined {
  const { vocabulary } = read.schema;
  const record = recordName === 'letter' ? vocabulary.letter : vocabulary.byName.get(recordName);
  return record && fieldOf(record, fieldName);
}
