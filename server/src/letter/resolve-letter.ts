import { type DateStyle, dateStyles } from '../knowledge/dates.js';
import { formatReference, type ReferenceField, type ReferenceRecord } from '../knowledge/ama.js';
import type { CaseFile } from '../language/case-file.js';
import { type FieldDeclaration, fieldOf, type RecordDeclaration } from '../language/declarations.js';
import type { Word } from '../language/source-file.js';
import { valueText } from '../language/values.js';
import { Facts, type MergedRecord } from './facts.js';
import { listLacks, type Need } from './lacks.js';
import type { Gap, Inline, Reference, ResolvedLetter, ResolvedSection, SectionProblem } from './letter.js';
import { hasTag, matchSections, type SectionPlace } from './match-sections.js';
import {
  type LetterContext,
  type OpeningPlace,
  printedBlocks,
  resolveEnd,
  resolveOpening,
  resolveSection,
  sameMembers,
  SectionMemo,
  signingIn,
} from './resolve-section.js';
import { derivedRun } from './runs.js';
import { remember } from '../remember.js';

/**
 * Makes the letter of a case: prose with every placeholder filled or shown as a gap. Never throws, whatever the case and the template hold.
 * With the `memo` of the letter's last version, sections that would come out alike are the same objects again.
 */
export function resolveLetter(read: CaseFile, memo: SectionMemo = new SectionMemo()): ResolvedLetter {
  const { file, template, schema } = read;
  const facts = new Facts(schema, read.head, template?.head);
  const dates = dateStyleOf(read, facts);
  memo.turn();
  const matched = matchSections(template?.file.sections ?? [], file.sections);
  const resolveWith = (signing: ReadonlySet<string>) =>
    resolveSections(read, matched.places, { schema, facts, dates, signing }, memo);
  let sections = resolveWith(memo.signing);
  const signing = signingIn(sections);
  // Who signs by a placeholder of its own is known only when all is filled; `[signature]` leaves them out.
  if (!sameMembers(signing, memo.signing)) sections = resolveWith(signing);
  memo.signing = signing;
  const sectionProblems = [...matched.problems, ...uselessOmissions(matched.places)];
  return {
    case: read,
    dates,
    facts,
    sections,
    references: referencesOf(sections),
    lacks: listLacks(needsOf(read, sections, facts), read, facts),
    sectionProblems,
  };
}

function resolveSections(
  read: CaseFile,
  places: readonly SectionPlace[],
  context: LetterContext,
  memo: SectionMemo,
): ResolvedSection[] {
  const openingAt = openingPlace(read);
  const opening = memo.resolve('opening', openingAt, context, (tracked) => resolveOpening(openingAt, context, tracked));
  const keyOf = sectionKeys();
  const written = opening ? [opening] : [];
  for (const place of places) {
    const section = memo.resolve(keyOf(place), place, context, (tracked) => resolveSection(place, context, tracked));
    if (section) written.push(section);
  }
  return [...written, ...endOf(read, written, context, memo)];
}

function needsOf(read: CaseFile, sections: readonly ResolvedSection[], facts: Facts): Need[] {
  const without = (gap: Gap): Need => ({ gap, section: undefined });
  return [
    ...templateGaps(read).map(without),
    ...sections.flatMap((section) => section.gaps.map((gap) => ({ gap, section }))),
    ...requiredGaps(read, facts).map(without),
  ];
}

function openingPlace(read: CaseFile): OpeningPlace {
  const templatePreamble = read.template?.file.preamble;
  const ownPreamble = read.file.preamble;
  return { ...(templatePreamble && { templatePreamble }), ...(ownPreamble && { ownPreamble }) };
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
  written: readonly ResolvedSection[],
  context: LetterContext,
  memo: SectionMemo,
): ResolvedSection[] {
  const printed = printedBlocks(written);
  const usual = written.some(namesCopies) ? ['signature', 'enclosures'] : ['signature', 'enclosures', 'copies'];
  const blocks = usual.filter((name) => !printed.has(name));
  if (!printed.has('references') && referencesOf(written).length > 0) blocks.push('references');
  if (blocks.length === 0 || written.length === 0) return [];
  const place = { blocks, source: endOfText(read) };
  const end = memo.resolve('end', place, context, (tracked) => resolveEnd(place, context, tracked));
  return end && end.blocks.length > 0 ? [end] : [];
}

/** True where the prose says itself who gets a copy. Enclosures are listed even if it speaks of them: that is how a fax is checked. */
function namesCopies({ uses }: ResolvedSection): boolean {
  return uses.some(({ target, given }) => given && target?.kind === 'record field' && target.record.norm === 'copy');
}

/** Where the blocks at the end belong: after the last words of the template, else of the case. */
function endOfText(read: CaseFile): Word {
  const file = read.template?.file ?? read.file;
  const last = file.sections.at(-1)?.piece ?? file.preamble?.piece ?? file.firstLine.piece;
  const end = last.text.trimEnd().length;
  return { piece: last, start: end, end, text: '' };
}

function uselessOmissions(places: readonly SectionPlace[]): SectionProblem[] {
  return places.flatMap(({ template, own }): SectionProblem[] =>
    own && !template && hasTag(own, 'omit') ? [{ kind: 'nothing to omit', section: own }] : [],
  );
}

function templateGaps(read: CaseFile): Gap[] {
  const { file, unknownTemplate } = read;
  if (unknownTemplate !== undefined)
    return [{ kind: 'template', name: unknownTemplate, needed: file.header?.name ?? file.firstLine }];
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
