import { editDistance } from './edit-distance.js';

/** Names are shorter than this; a longer text is no misspelled name. */
const LONGEST_NAME = 100;
const LARGEST_DISTANCE = 4;

/**
 * The candidates that `name` was probably meant to be, best first, at most `limit` of them: those that differ in a few
 * letters, that have the same words in another order (*of* and *the* aside), of which one begins with the other, or whose words are all among
 * the other's. Case and the kind of space do not matter. Equally good ones keep the order of `candidates`, each is given
 * once, and a candidate equal to `name` comes first.
 */
export function nearest(name: string, candidates: Iterable<string>, limit = 3): string[] {
  if (name.length > LONGEST_NAME || limit < 1) return [];
  const wanted = foldName(name);
  if (wanted.text === '') return [];
  const scored = new Map<string, number>();
  for (const candidate of candidates) {
    if (scored.has(candidate) || candidate.length > LONGEST_NAME) continue;
    const score = scoreOf(wanted, foldName(candidate));
    if (score !== undefined) scored.set(candidate, score);
  }
  return [...scored]
    .sort(([, a], [, b]) => a - b)
    .slice(0, limit)
    .map(([candidate]) => candidate);
}

interface FoldedName {
  readonly text: string;
  readonly words: readonly string[];
}

function foldName(name: string): FoldedName {
  const words = name
    .toLowerCase()
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((word) => word !== '');
  return { text: words.join(' '), words };
}

/** Smaller is nearer. Whole letters rank the ways of being near, the fraction ranks within one. */
function scoreOf(wanted: FoldedName, candidate: FoldedName): number | undefined {
  if (candidate.text === '') return undefined;
  if (wanted.text === candidate.text) return 0;
  const distance = distanceBetween(wanted.text, candidate.text);
  if (distance === 1) return 1;
  if (sameWords(wanted.words, candidate.words)) return 1.5;
  if (distance !== undefined) return distance;
  const difference = Math.abs(wanted.text.length - candidate.text.length) / (2 * LONGEST_NAME);
  const [shorter, longer] = wanted.text.length < candidate.text.length ? [wanted, candidate] : [candidate, wanted];
  if (shorter.text.length >= 3 && longer.text.startsWith(shorter.text)) return LARGEST_DISTANCE + 1 + difference;
  const isPart = shorter.text.length >= 3 && shorter.words.every((word) => longer.words.includes(word));
  return isPart ? LARGEST_DISTANCE + 2 + difference : undefined;
}

/** Short names may differ in fewer letters, or everything would be near everything. */
function distanceBetween(a: string, b: string): number | undefined {
  const shorter = Math.min(a.length, b.length);
  const allowed = shorter < 3 ? 0 : Math.min(LARGEST_DISTANCE, Math.max(1, Math.floor(shorter / 4)));
  const distance = editDistance(a, b, allowed);
  return distance <= allowed ? distance : undefined;
}

/** *Name of the patient* has the words of *patient name*. */
const LITTLE_WORDS: ReadonlySet<string> = new Set(['of', 'the']);

function sameWords(a: readonly string[], b: readonly string[]): boolean {
  const words = bigWords(a);
  return words !== '' && words === bigWords(b);
}

function bigWords(words: readonly string[]): string {
  return words
    .filter((word) => !LITTLE_WORDS.has(word))
    .sort()
    .join(' ');
}
