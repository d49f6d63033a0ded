import { seriesText } from '../knowledge/series.js';
import type { FactLack, Lack } from '../letter/lacks.js';
import type { ResolvedLetter, ResolvedSection } from '../letter/letter.js';
import { type FileRange, placeholderOf, rangeOf } from '../letter/source.js';
import { quoted } from './gap-label.js';

/** What a letter lacks, in words. They repeat no value. */
export interface LackWords {
  /** What is missing, without a dot at its end. */
  readonly what: string;
  /** Where it is needed, and why. */
  readonly why: string;
}

export function lackWords(lack: Lack, letter: ResolvedLetter): LackWords {
  return { what: whatLacks(lack, letter), why: whyNeeded(lack) };
}

/** One line: `patient name: not given. Printed in “Opening” and in “Closing”.` */
export function lackLine(lack: Lack, letter: ResolvedLetter): string {
  const { what, why } = lackWords(lack, letter);
  return `${what}. ${why}`;
}

/** Where it is needed, in the files: in the order of the letter, each range once. */
export function neededRanges({ needs }: Lack): FileRange[] {
  const ranges = new Map(
    needs.map(({ gap }) => {
      const range = rangeOf(gap.needed);
      return [`${range.uri} ${String(range.start)} ${String(range.end)}`, range];
    }),
  );
  return [...ranges.values()];
}

function whatLacks(lack: Lack, letter: ResolvedLetter): string {
  switch (lack.kind) {
    case 'fact':
      return `${placeholderOf(lack.field)}: ${lack.unusable ?? (lack.isUnreadable ? 'wrong as it stands' : 'not given')}${whichRecord(lack, letter)}`;
    case 'unwritten':
      return `Section ${quoted(lack.section)}: not written yet${lack.help === '' ? '' : ` (${withoutDot(lack.help)})`}`;
    case 'section':
      return `Section ${quoted(lack.section)}: ${lack.because === 'omitted' ? 'left out' : 'not written yet'}`;
    case 'unknown':
      return `[${lack.name.text}]: no field has this name`;
    case 'condition':
      return '{when …}: for which choice its words print cannot be told';
    case 'citation':
      return `[@${lack.key.text}]: no source has this key`;
    case 'template':
      return lack.name === '' ? 'The letter has no text' : `Template ${lack.name}: there is none of this name`;
  }
}

/** Says of several records which one is meant, by its place: its name may be a patient's fact. */
function whichRecord({ of, number = 0 }: FactLack, letter: ResolvedLetter): string {
  const count = of ? letter.facts.recordsOf(of).length : 0;
  return of && count > 1 ? ` for ${of.name} ${String(number)} of ${String(count)}` : '';
}

function whyNeeded(lack: Lack): string {
  switch (lack.kind) {
    case 'fact': {
      const places = placesOf(lack);
      const printed = places.length > 0 ? [`Printed ${listed(places)}.`] : [];
      const required = lack.needs.some(({ gap }) => gap.kind === 'fact' && gap.because === 'required');
      return [...printed, ...(required ? [whyRequired(lack)] : [])].join(' ');
    }
    case 'section':
      return lack.because === 'omitted'
        ? 'The template does not mark it #optional.'
        : 'Its heading stands in the letter with nothing below it.';
    case 'template':
      return lack.name === '' ? 'The case names no template and has no prose of its own.' : 'The first line names it.';
    case 'unwritten':
      return 'The template leaves it to the writer.';
    case 'unknown':
    case 'condition':
    case 'citation':
      return `It stands ${listed(placesOf(lack))}.`;
  }
}

function whyRequired({ of, record }: FactLack): string {
  if (!of || !record) return 'Every letter must have it.';
  return `${of.many ? 'Each' : 'The'} ${of.name} must have it.`;
}

/** The places of the letter that print it, each once. */
function placesOf({ needs }: Lack): string[] {
  return [...new Set(needs.flatMap(({ section }) => (section ? [placeName(section)] : [])))];
}

function placeName(section: ResolvedSection): string {
  if (section.kind === 'opening') return 'at the beginning';
  return section.kind === 'end' ? 'at the end' : `in ${quoted(section.title)}`;
}

const mostPlaces = 3;

function listed(places: readonly string[]): string {
  if (places.length > mostPlaces)
    return `${places.slice(0, mostPlaces).join(', ')} and ${String(places.length - mostPlaces)} more`;
  return places.length > 0 ? seriesText(places) : 'in the letter';
}

function withoutDot(text: string): string {
  return text.endsWith('.') && !text.endsWith('..') ? text.slice(0, -1) : text;
}
