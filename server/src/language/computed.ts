import type { TimeUnit } from '../knowledge/elapsed.js';
import { nearest } from '../spelling/nearest.js';
import { normalizeName } from './names.js';
import type { Term, Word } from './source-file.js';

/** What a fact can be computed as: time in units that fit or in those that are named, a change, a sum. */
export type Measure = 'time' | TimeUnit | 'change' | 'sum';

/** The words that begin a computed fact in a declaration's parentheses, in the order in which completion offers them. */
export const MEASURES: Readonly<
  Record<Measure, { readonly begins: string; readonly example: string; readonly help: string }>
> = {
  time: {
    begins: 'time from',
    example: 'time from start of care to date',
    help: 'The time from one date to another, in whole units: days, weeks, months, then years. Nobody writes it.',
  },
  days: timed('days'),
  weeks: timed('weeks'),
  months: timed('months'),
  years: timed('years'),
  change: {
    begins: 'change from',
    example: 'change from baseline to current',
    help: 'By how much a number has moved, with its sign. Nobody writes it.',
  },
  sum: {
    begins: 'sum of',
    example: 'sum of service line hours per week',
    help: 'The exact sum of a number over all such records. Nobody writes it.',
  },
};

function timed(unit: TimeUnit) {
  return {
    begins: `${unit} from`,
    example: `${unit} from start to stop`,
    help: `The whole ${unit} from one date to another. Nobody writes it.`,
  };
}

/** What a fact is computed from, as its declaration says it: `time from start to stop`. */
export interface ComputedTerm {
  readonly measure: Measure;
  readonly whole: Word;
  /** The words between the names: `time from` and `to`. */
  readonly keywords: readonly Word[];
  /**
   * The names, in each way in which they can be parted: one reading for each *to*, as a name may hold one itself. Two names in each, one for a sum; no reading
   * where a name is still to be written.
   */
  readonly readings: readonly (readonly NamedOperand[])[];
}

/** A name that a fact is computed from. */
export interface NamedOperand extends Word {
  /** The form in which names are compared. */
  readonly norm: string;
}

/** Longer than any two names with what stands between them. */
export const longestTerm = 300;

const begins = /^(?:(time|days|weeks|months|years|change)\s+from|(sum)\s+of)(?=\s|$)/i;

/** Reads a term as a computed fact; undefined where it begins otherwise. */
export function readComputed(term: Term): ComputedTerm | undefined {
  const found = term.kind === 'word' && term.text.length <= longestTerm ? begins.exec(term.text) : null;
  const written = (found?.[1] ?? found?.[2])?.toLowerCase();
  const measure = measures.find((one) => one === written);
  if (!found || !measure) return undefined;
  const first = part(term, 0, found[0].length);
  const rest = trimmed(term, found[0].length, term.text.length);
  if (measure === 'sum')
    return { measure, whole: term, keywords: [first], readings: rest.text === '' ? [] : [[named(rest)]] };
  const joints = [...term.text.matchAll(/(?<=\s)to(?=\s)/gi)].filter(({ index }) => index > found[0].length);
  const readings = joints.flatMap(({ index }) => {
    const from = trimmed(term, found[0].length, index);
    const to = trimmed(term, index + 2, term.text.length);
    return from.text === '' || to.text === '' ? [] : [[named(from), named(to)]];
  });
  return {
    measure,
    whole: term,
    keywords: [first, ...joints.map(({ index }) => part(term, index, index + 2))],
    readings,
  };
}

const measures = Object.keys(MEASURES) as readonly Measure[];

function part(term: Term, from: number, to: number): Word {
  const { piece, start } = term;
  return { piece, start: start + from, end: start + to, text: term.text.slice(from, to) };
}

function trimmed(term: Term, from: number, to: number): Word {
  const text = term.text.slice(from, to);
  const before = text.length - text.trimStart().length;
  return part(term, from + before, from + Math.max(before, text.trimEnd().length));
}

function named(word: Word): NamedOperand {
  return { ...word, norm: normalizeName(word.text) };
}

/** How a term was probably meant that begins nearly as a computed fact does: `tiem from start to stop`, `days between start and stop`. */
export function computedMeant(text: string): string | undefined {
  if (text.length > longestTerm) return undefined;
  const between = /^(\S+)\s+between\s+(\S.*?)\s+and\s+(\S.*)$/is.exec(text);
  const plain = between ? `${between[1] ?? ''} from ${between[2] ?? ''} to ${between[3] ?? ''}` : text;
  const [, word = '', rest = ''] = /^(\S+)\s+((?:from|of)\s.*)$/is.exec(plain) ?? [];
  const isSum = /^of\s/i.test(rest);
  if (word === '' || (!isSum && !/\sto\s/i.test(rest))) return undefined;
  const [near] = nearest(word, isSum ? ['sum'] : measures.filter((one) => one !== 'sum'), 1);
  return near === undefined ? undefined : `${near} ${rest}`;
}
