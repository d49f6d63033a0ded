import type { Gap } from '../letter/letter.js';
import { placeholderOf, rangeOf, type Span } from '../letter/source.js';
import type { FileSubject } from '../letter/subjects.js';
import { insertMissing } from './insert-missing.js';
import { type MissingFact, missingFacts } from '../analysis/missing-facts.js';
import type { Fix } from '../lint/rule.js';
import { addTemplateSections, templateTextIn } from './template-sections.js';

/** Where something that a letter lacks is to be written in its case. Offsets count in the file as it is, before the insertion. */
export interface OpenPlace {
  /** What is missing, as a person would call it. */
  readonly label: string;
  /** Where it stands, or where its line would be put in. */
  readonly start: number;
  readonly end: number;
  /** What has to be put in at `start` first; what is to be written is `select` of it. */
  readonly insert?: { readonly text: string; readonly select: { readonly start: number; readonly end: number } };
  /** What is missing: a fact, or what a gap of the letter says. */
  readonly lacks: MissingFact | Gap;
}

/** Where one of a letter's gaps is to be filled; undefined where that is not in the case. */
export function placeOfGap(gap: Gap, subject: FileSubject): OpenPlace | undefined {
  return placesOfGaps(subject)(gap);
}

/** The same for many gaps of one letter: its places are looked for once. */
export function placesOfGaps(subject: FileSubject): (gap: Gap) => OpenPlace | undefined {
  const places = openPlaces(subject);
  return (gap) => places.find(({ lacks }) => lacks === gap) ?? places.find(({ lacks }) => isSameLack(lacks, gap));
}

function isSameLack(lacks: OpenPlace['lacks'], gap: Gap): boolean {
  if (gap.kind === 'fact') {
    if ('kind' in lacks || lacks.field !== gap.field) return false;
    return lacks.record === gap.record || (lacks.record === undefined && lacks.of === gap.of);
  }
  if (gap.kind !== 'unwritten' && gap.kind !== 'section') return false;
  return 'kind' in lacks && (lacks.kind === 'unwritten' || lacks.kind === 'section') && lacks.section === gap.section;
}

/** All that a case's letter lacks, in the order of the case's text; at one place, in the order in which the letter needs it. */
export function openPlaces(subject: FileSubject): OpenPlace[] {
  const { letter } = subject;
  if (!letter) return [];
  const facts = missingFacts(subject).flatMap((fact) => factPlace(fact, subject));
  return [...facts, ...prosePlaces(subject), ...openTemplateText(subject), ...absentSections(subject)].sort(
    (a, b) => a.start - b.start,
  );
}

function factPlace(fact: MissingFact, subject: FileSubject): OpenPlace[] {
  const label = placeholderOf(fact.field);
  if (fact.isBlank) {
    const own = fact.record?.layers[0]?.fields ?? subject.head?.facts ?? [];
    const line = own.find(({ declaration }) => declaration === fact.field);
    return line ? [placeOf(label, line.values[0]?.where ?? line.name, fact)] : [];
  }
  return inserted(label, insertMissing([fact], subject), fact);
}

/** Blanks in the case's own prose. */
function prosePlaces({ letter, file }: FileSubject): OpenPlace[] {
  return (letter?.gaps ?? []).flatMap((gap): OpenPlace[] => {
    if (gap.kind === 'fact' || gap.needed.piece.uri !== file.uri) return [];
    switch (gap.kind) {
      case 'unwritten':
      case 'section':
        return [placeOf(`section ${gap.section}`, gap.needed, gap)];
      case 'unknown':
        return [placeOf('a blank that names no field', gap.needed, gap)];
      case 'citation':
        return [placeOf('a source that is not given', gap.needed, gap)];
      case 'template':
        return [placeOf('the template', gap.needed, gap)];
    }
  });
}

/** Sections of the case that let the template speak, which leaves them to the writer. */
function openTemplateText({ letter, file }: FileSubject): OpenPlace[] {
  return (letter?.sections ?? []).flatMap(({ caseSection, title, gaps }): OpenPlace[] => {
    const open = gaps.find((gap) => gap.kind === 'unwritten' && gap.needed.piece.uri !== file.uri);
    if (!caseSection || !open) return [];
    return [placeOf(`section ${title}`, templateTextIn(caseSection) ?? caseSection.title, open)];
  });
}

/** Sections that only the writer can write and that the case does not have yet. */
function absentSections({ letter, file }: FileSubject): OpenPlace[] {
  if (!letter) return [];
  return letter.sections.flatMap((section): OpenPlace[] => {
    const { templateSection, caseSection } = section;
    const open = section.gaps.find((gap) => gap.kind === 'unwritten' || gap.kind === 'section');
    if (!templateSection || caseSection || !open) return [];
    const help = open.kind === 'unwritten' && open.help !== '' ? `[write: ${open.help}]` : '[write: this section]';
    const edits = addTemplateSections(letter, file, [templateSection], () => help);
    return inserted(`section ${section.title}`, { title: '', edits }, open);
  });
}

function placeOf(label: string, span: Span, lacks: OpenPlace['lacks']): OpenPlace {
  const { start, end } = rangeOf(span);
  return { label, start, end, lacks };
}

/** An insertion, of which the bracket that says what to write is selected. */
function inserted(label: string, fix: Fix | undefined, lacks: OpenPlace['lacks']): OpenPlace[] {
  const edit = fix?.edits[0];
  if (!edit) return [];
  const { start, end } = rangeOf(edit.where);
  const bracket = /\[[^\]]*\]/.exec(edit.text);
  const select = bracket
    ? { start: bracket.index, end: bracket.index + bracket[0].length }
    : { start: edit.text.length, end: edit.text.length };
  return [{ label, start, end, insert: { text: edit.text, select }, lacks }];
}
