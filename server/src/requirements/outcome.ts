import type { Lacking } from '../letter/derived-fields.js';
import type { MergedRecord } from '../letter/facts.js';
import type { FactValue, FieldDeclaration, Span } from '../letter/source.js';

/**
 * How a letter stands to what is asked of it, the best first.
 * - `met`: its facts say yes, and it prints them
 * - `unclear`: cannot be told from what is given
 * - `unprinted`: its facts say yes, but the letter does not
 * - `open`: nothing is said
 * - `not met`: its facts say no
 */
export const standings = ['met', 'unclear', 'unprinted', 'open', 'not met'] as const;

export type Standing = (typeof standings)[number];

/** A value that something rests on, and whose it is. */
export interface Rest {
  readonly field: FieldDeclaration;
  readonly value: FactValue;
  /** Undefined for a fact of the letter. */
  readonly record: MergedRecord | undefined;
}

/** Why something is not met, and where to mend it. */
export interface Problem {
  /** A clause that follows a colon, without a full stop; repeats no value. */
  readonly words: string;
  /** What stands in the way: a value, or the name of a record. */
  readonly where?: Span;
  /** Facts that would have to be given. */
  readonly lacks: readonly Lacking[];
  /** Values that would have to be printed. */
  readonly unprinted: readonly Rest[];
}

export interface Outcome {
  readonly standing: Standing;
  readonly rests: readonly Rest[];
  /** Undefined where it is met. */
  readonly problem?: Problem;
}

const met: Outcome = { standing: 'met', rests: [] };

export function isMet({ standing }: Outcome): boolean {
  return standing === 'met';
}

/** Negative where the first stands better. */
export function compareStandings(one: Standing, other: Standing): number {
  return standings.indexOf(one) - standings.indexOf(other);
}

/** All must hold: as good as the worst of them, and with what each of that standing lacks. */
export function allOf(outcomes: readonly Outcome[]): Outcome {
  const [only] = outcomes;
  if (only && outcomes.length === 1) return only;
  const worst = outcomes.reduce((bad, one) => (compareStandings(one.standing, bad.standing) > 0 ? one : bad), met);
  const rests = outcomes.flatMap((one) => one.rests);
  if (!worst.problem) return { standing: worst.standing, rests };
  const alike = outcomes.flatMap(({ standing, problem }) => (standing === worst.standing && problem ? [problem] : []));
  return { standing: worst.standing, rests, problem: joined(alike, worst.problem) };
}

function joined(problems: readonly Problem[], first: Problem): Problem {
  if (problems.length < 2) return first;
  return {
    ...first,
    words: [...new Set(problems.map(({ words }) => words))].join('; '),
    lacks: problems.flatMap(({ lacks }) => lacks),
    unprinted: problems.flatMap(({ unprinted }) => unprinted),
  };
}

/** One is enough: the first of those that stand best. Undefined where there is none. */
export function bestOf(outcomes: readonly Outcome[]): Outcome | undefined {
  let best: Outcome | undefined;
  for (const one of outcomes) if (!best || compareStandings(one.standing, best.standing) < 0) best = one;
  return best;
}

/**
 * So many must hold: the best of them, as far as the last one that counts. Fewer than are asked for are `open`, unless one that is there says no, and no other
 * could be meant.
 */
export function someOf(outcomes: readonly Outcome[], count: number, tooFew: (there: number) => Problem): Outcome {
  const sorted = [...outcomes].sort((a, b) => compareStandings(a.standing, b.standing));
  const best = sorted.slice(0, count);
  if (best.length === count) return allOf(best);
  const no = sorted.find(({ standing }) => standing === 'not met');
  if (no) return allOf([no]);
  const there = sorted.filter((one) => isMet(one)).length;
  return { standing: 'open', rests: best.flatMap((one) => one.rests), problem: tooFew(there) };
}

export function problem(words: string, details: Partial<Omit<Problem, 'words'>> = {}): Problem {
  return { lacks: [], unprinted: [], ...details, words };
}
