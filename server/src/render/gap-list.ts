import type { Gap, ResolvedLetter, ResolvedSection } from '../letter/letter.js';
import { type FileRange, normalizeName, placeholderOf, rangeOf } from '../letter/source.js';
import { quoted } from './gap-label.js';

/** Something the letter lacks, however many places need it. */
export interface OpenGap {
  /** The same for the same missing thing as long as the records before it stay; holds no value. */
  readonly key: string;
  /** Each place that needs it, in the order of the letter. */
  readonly gaps: readonly Gap[];
  /** What is missing. */
  readonly what: string;
  /** Where it is needed, and why. */
  readonly why: string;
  /** Where it is needed, in the files: in the order of the letter, each range once. */
  readonly ranges: readonly FileRange[];
}

/** All that a letter lacks, in the order of the letter, a fact that several places need only once. Repeats no value. */
export function gapList(letter: ResolvedLetter): OpenGap[] {
  const places = placesOf(letter);
  const found = new Map<string, Gap[]>();
  for (const gap of letter.gaps) {
    const key = gapKey(gap, letter);
    const same = found.get(key);
    if (same) same.push(gap);
    else found.set(key, [gap]);
  }
  return [...found].map(([key, gaps]): OpenGap => {
    const [first] = gaps;
    const needed = [...new Set(gaps.flatMap((gap) => places.get(gap) ?? []))];
    return {
      key,
      gaps,
      what: first ? whatLacks(first, letter) : '',
      why: whyNeeded(gaps, needed),
      ranges: rangesOf(gaps),
    };
  });
}

/** One line for one gap: `patient name: not given. Printed in “Opening” and in “Closing”.` */
export function gapLine(open: OpenGap): string {
  return `${open.what}. ${open.why}`;
}

/** What makes two gaps the same: the fact and the record that lacks it, the section, or the place of a bracket. */
export function gapKey(gap: Gap, letter: ResolvedLetter): string {
  switch (gap.kind) {
    case 'fact': {
      const { field, of } = gap;
      return `fact ${of ? `${of.norm} ${String(recordNumber(gap, letter))} ` : ''}${field.norm}`;
    }
    case 'unwritten':
      return `unwritten ${gap.section} ${gap.help}`;
    case 'section':
      return `section ${gap.section} ${gap.because}`;
    case 'unknown':
      return `unknown ${normalizeName(gap.name.text)}`;
    case 'citation':
      return `citation ${gap.key.text}`;
    case 'template':
      return 'template';
  }
}

type FactGap = Extract<Gap, { kind: 'fact' }>;

/** Which of its kind the record is that lacks the fact, from 1; 0 where no such record is given. */
function recordNumber(gap: FactGap, letter: ResolvedLetter): number {
  const { of, record } = gap;
  return of && record ? letter.facts.recordsOf(of).indexOf(record) + 1 : 0;
}

function whatLacks(gap: Gap, letter: ResolvedLetter): string {
  switch (gap.kind) {
    case 'fact':
      return `${placeholderOf(gap.field)}: not given${whichRecord(gap, letter)}`;
    case 'unwritten':
      return `Section ${quoted(gap.section)}: not written yet${gap.help === '' ? '' : ` (${withoutDot(gap.help)})`}`;
    case 'section':
      return `Section ${quoted(gap.section)}: ${gap.because === 'omitted' ? 'left out' : 'not written yet'}`;
    case 'unknown':
      return `[${gap.name.text}]: no field has this name`;
    case 'citation':
      return `[@${gap.key.text}]: no source has this key`;
    case 'template':
      return gap.name === '' ? 'The letter has no text' : `Template ${gap.name}: there is none of this name`;
  }
}

/** Says of several records which one is meant, by its place: its name may be a patient's fact. */
function whichRecord(gap: FactGap, letter: ResolvedLetter): string {
  const { of } = gap;
  const count = of ? letter.facts.recordsOf(of).length : 0;
  return of && count > 1 ? ` for ${of.name} ${String(recordNumber(gap, letter))} of ${String(count)}` : '';
}

function whyNeeded(gaps: readonly Gap[], places: readonly string[]): string {
  const [first] = gaps;
  switch (first?.kind) {
    case 'fact': {
      const printed = places.length > 0 ? [`Printed ${listed(places)}.`] : [];
      const required = gaps.some((gap) => gap.kind === 'fact' && gap.because === 'required');
      return [...printed, ...(required ? [whyRequired(first)] : [])].join(' ');
    }
    case 'section':
      return first.because === 'omitted'
        ? 'The template does not mark it #optional.'
        : 'Its heading stands in the letter with nothing below it.';
    case 'template':
      return first.name === '' ? 'The case names no template and has no prose of its own.' : 'The first line names it.';
    case 'unwritten':
      return 'The template leaves it to the writer.';
    case 'unknown':
    case 'citation':
      return `It stands ${listed(places)}.`;
    case undefined:
      return '';
  }
}

function whyRequired({ of, record }: FactGap): string {
  if (!of || !record) return 'Every letter must have it.';
  return `${of.many ? 'Each' : 'The'} ${of.name} must have it.`;
}

function placesOf(letter: ResolvedLetter): Map<Gap, string> {
  const places = new Map<Gap, string>();
  for (const section of letter.sections) for (const gap of section.gaps) places.set(gap, placeName(section));
  return places;
}

function placeName(section: ResolvedSection): string {
  if (section.kind === 'opening') return 'at the beginning';
  return section.kind === 'end' ? 'at the end' : `in ${quoted(section.title)}`;
}

const mostPlaces = 3;

function listed(places: readonly string[]): string {
  if (places.length > mostPlaces)
    return `${places.slice(0, mostPlaces).join(', ')} and ${String(places.length - mostPlaces)} more`;
  const last = places.at(-1) ?? 'in the letter';
  return places.length > 1 ? `${places.slice(0, -1).join(', ')} and ${last}` : last;
}

function rangesOf(gaps: readonly Gap[]): FileRange[] {
  const ranges = new Map(
    gaps
      .map((gap) => rangeOf(gap.needed))
      .map((range) => [`${range.uri} ${String(range.start)} ${String(range.end)}`, range]),
  );
  return [...ranges.values()];
}

function withoutDot(text: string): string {
  return text.endsWith('.') && !text.endsWith('..') ? text.slice(0, -1) : text;
}
