import type { FactLack, Lack } from '../letter/lacks.js';
import type { ResolvedSection } from '../letter/letter.js';
import { lineAt, linesOf, placeholderOf, rangeOf, type Span, type Word } from '../letter/source.js';
import type { FileSubject } from '../letter/subjects.js';
import { missingFacts } from '../analysis/missing-facts.js';
import type { Fix } from '../lint/rule.js';
import { insertMissing } from './insert-missing.js';
import { addTemplateSections, templateTextIn } from './template-sections.js';
import { remember } from '../remember.js';

/** Where something that a letter lacks is to be written in its case. Offsets count in the file as it is, before the insertion. */
export interface WritingPlace {
  /** What is missing, as a person would call it. */
  readonly label: string;
  /** Where it stands, or where its line would be put in. */
  readonly start: number;
  readonly end: number;
  /** What has to be put in at `start` first; what is to be written is `select` of it. */
  readonly insert?: { readonly text: string; readonly select: { readonly start: number; readonly end: number } };
}

/** The places of one case's letter, worked out once. */
interface Places {
  readonly all: readonly WritingPlace[];
  readonly byLack: ReadonlyMap<Lack, WritingPlace>;
}

const none: Places = { all: [], byLack: new Map() };

/** All places where something is to be written, in the order of the case's text; at one place, facts first, and as the letter needs them. */
export function writingPlaces(subject: FileSubject): readonly WritingPlace[] {
  return placesIn(subject).all;
}

/** Where something that the subject's letter lacks is to be written; undefined where that is not in the case, or another finding explains it. */
export function writingPlaceOf(lack: Lack, subject: FileSubject): WritingPlace | undefined {
  return placesIn(subject).byLack.get(lack);
}

const placesIn = remember((subject: FileSubject): Places =>
  subject.letter ? findPlaces(subject, subject.letter) : none,
);

type Letter = NonNullable<FileSubject['letter']>;

function findPlaces(subject: FileSubject, letter: Letter): Places {
  const facts: WritingPlace[] = [];
  const prose: WritingPlace[] = [];
  const byLack = new Map<Lack, WritingPlace>();
  for (const lack of missingFacts(subject)) {
    const place = placeOfFact(lack, subject);
    if (!place) continue;
    facts.push(place);
    byLack.set(lack, place);
  }
  const sections = sectionPlaces(subject, letter);
  for (const lack of letter.lacks) {
    if (lack.kind === 'fact') continue;
    const own = lack.needs.flatMap(({ gap }) =>
      gap.needed.piece.uri === subject.file.uri ? [placeOn(labelOf(lack), gap.needed)] : [],
    );
    prose.push(...own);
    const place = own[0] ?? placeInSection(lack, sections);
    if (place) byLack.set(lack, place);
  }
  const all = [...facts, ...prose, ...sections.values()].sort((a, b) => a.start - b.start);
  return { all, byLack };
}

/** Where a fact is to be written in the case: on its line, else where its line would be put in. */
export function placeOfFact(lack: FactLack, subject: FileSubject): WritingPlace | undefined {
  const label = placeholderOf(lack.field);
  const { line } = lack;
  if (line) return placeOn(label, line.values[0]?.lines.length ? line.values[0].where : behindColon(line.name));
  return placeOfInsertion(label, insertMissing([lack], subject)?.edits);
}

/** Where the value of an empty line is written: the name must not be typed over. The name itself where its line has no colon. */
export function behindColon(name: Word): Span {
  const { piece } = name;
  const { contentEnd, end } = lineAt(linesOf(piece), name.end);
  if (piece.text[contentEnd - 1] !== ':') return name;
  const start = Math.min(contentEnd + 1, end);
  return { piece, start, end: start };
}

/** What a bracket or heading in the case's own prose lacks. */
function labelOf(lack: Exclude<Lack, FactLack>): string {
  switch (lack.kind) {
    case 'unwritten':
    case 'section':
      return `section ${lack.section}`;
    case 'unknown':
      return 'a blank that names no field';
    case 'condition':
      return 'words for a choice';
    case 'citation':
      return 'a source that is not given';
    case 'template':
      return 'the template';
  }
}

function placeInSection(lack: Lack, sections: ReadonlyMap<ResolvedSection, WritingPlace>): WritingPlace | undefined {
  if (lack.kind !== 'unwritten' && lack.kind !== 'section') return undefined;
  const section = lack.needs.find((need) => need.section && sections.has(need.section))?.section;
  return section && sections.get(section);
}

/**
 * The one place of each section that the template leaves to the writer: where the case lets it speak, else where the section is to be added.
 * What the case's own prose leaves open has places of its own.
 */
function sectionPlaces({ file }: FileSubject, letter: Letter): Map<ResolvedSection, WritingPlace> {
  const places = new Map<ResolvedSection, WritingPlace>();
  for (const section of letter.sections) {
    const { templateSection, caseSection, gaps, title } = section;
    const label = `section ${title}`;
    if (caseSection) {
      const isOpen = gaps.some((gap) => gap.kind === 'unwritten' && gap.needed.piece.uri !== file.uri);
      if (isOpen) places.set(section, placeOn(label, templateTextIn(caseSection) ?? caseSection.title));
    } else if (templateSection) {
      const open = gaps.find((gap) => gap.kind === 'unwritten' || gap.kind === 'section');
      if (!open) continue;
      const help = open.kind === 'unwritten' && open.help !== '' ? `[write: ${open.help}]` : '[write: this section]';
      const place = placeOfInsertion(
        label,
        addTemplateSections(letter, file, [templateSection], () => help),
      );
      if (place) places.set(section, place);
    }
  }
  return places;
}

function placeOn(label: string, span: Span): WritingPlace {
  const { start, end } = rangeOf(span);
  return { label, start, end };
}

/** An insertion, of which the bracket that says what to write is selected. */
export function placeOfInsertion(label: string, edits: Fix['edits'] | undefined): WritingPlace | undefined {
  const edit = edits?.[0];
  if (!edit) return undefined;
  const { start, end } = rangeOf(edit.where);
  const bracket = /\[[^\]]*\]/.exec(edit.text);
  const select = bracket
    ? { start: bracket.index, end: bracket.index + bracket[0].length }
    : { start: edit.text.length, end: edit.text.length };
  return { label, start, end, insert: { text: edit.text, select } };
}
