import { choiceGiven, foldChoice } from '../knowledge/types.js';
import type { FieldDeclaration } from '../language/declarations.js';
import type { NameTarget } from '../language/name-resolution.js';
import type { Bracket } from '../language/source-file.js';
import type { FactValue } from '../language/values.js';
import { valueText } from '../language/values.js';
import { remember } from '../remember.js';

interface Extent {
  readonly start: number;
  readonly end: number;
}

/** `when [field] is a, b or c:` at the beginning of braces: for which of a field's choices the words behind it print. Offsets count within the piece. */
export interface Condition {
  readonly bracket: Extract<Bracket, { kind: 'placeholder' }>;
  /** What stands between `is` and the colon; without a colon, up to where it can no longer come. */
  readonly choices: Extent;
  readonly hasColon: boolean;
}

/** Reads a condition that begins at `at`, where braces have opened, and ends on that line, before `end`. Undefined where other words stand there. */
export function readCondition(
  text: string,
  at: number,
  end: number,
  bracketAt: (offset: number) => Bracket | undefined,
): Condition | undefined {
  const begins = /^\s*when\s+(?=\[)/.exec(text.slice(at, Math.min(end, at + longestSpace)));
  const bracket = begins ? bracketAt(at + begins[0].length) : undefined;
  if (bracket?.kind !== 'placeholder' || bracket.end > end) return undefined;
  const is = /^\s+is(?![\p{L}\p{N}])\s*/u.exec(text.slice(bracket.end, Math.min(end, bracket.end + longestSpace)));
  if (!is) return undefined;
  const start = bracket.end + is[0].length;
  // A choice holds neither bracket nor brace.
  const stop = /[:[\]{}]/.exec(text.slice(start, end));
  const choicesEnd = start + (stop ? stop.index : end - start);
  return { bracket, choices: { start, end: choicesEnd }, hasColon: stop?.[0] === ':' };
}

/** White space and *when* together; more of it is no condition. */
const longestSpace = 60;

/** The choices that a condition names, as the field declares them, and the stretches that are none of them. */
export interface NamedChoices {
  readonly choices: readonly string[];
  /** Where each of them is written. */
  readonly known: readonly Extent[];
  readonly unknown: readonly Extent[];
}

/** Reads `a, b or c`. Of two choices that begin alike the longer one is meant: `RN or LPN` before `RN`. */
export function readChoices(text: string, { start, end }: Extent, declared: readonly string[]): NamedChoices {
  const patterns = patternsOf(declared);
  const choices: string[] = [];
  const found: Extent[] = [];
  const unknown: Extent[] = [];
  for (let at = skip(text, start, end, /\s*/y); at < end;) {
    const known = patterns.find(({ pattern }) => lengthAt(pattern, text, at, end) > 0);
    const to = at + (known ? lengthAt(known.pattern, text, at, end) : lengthAt(otherWords, text, at, end));
    if (known) {
      choices.push(known.choice);
      found.push({ start: at, end: to });
    } else if (to > at) unknown.push({ start: at, end: to });
    const next = skip(text, to, end, separator);
    if (next === to && to < end) break;
    at = next;
  }
  return { choices, known: found, unknown };
}

const separator = /\s*,\s*(?:or\s+)?|\s+or\s+|\s*/iy;

/** Up to a comma or an *or*. */
const otherWords = /(?:(?!\s*,|\s+or\s)[^])+/iy;

function skip(text: string, from: number, end: number, pattern: RegExp): number {
  return from + lengthAt(pattern, text, from, end);
}

function lengthAt(pattern: RegExp, text: string, from: number, end: number): number {
  pattern.lastIndex = 0;
  return pattern.exec(text.slice(from, end))?.[0].length ?? 0;
}

const patternsOf = remember((declared: readonly string[]) =>
  [...declared]
    .sort((one, other) => other.length - one.length)
    .map((choice) => ({
      choice,
      pattern: new RegExp(`${foldChoice(choice).split(' ').map(escaped).join('\\s+')}(?=\\s*$|\\s*,|\\s+or\\s)`, 'iy'),
    })),
);

function escaped(word: string): string {
  return word.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&');
}

/** A field with its choices. */
export interface Choosable {
  readonly target: Extract<NameTarget, { readonly field: FieldDeclaration }>;
  readonly choices: readonly string[];
}

/** What a condition can depend on: a field with choices. */
export function choosable(target: NameTarget | undefined): Choosable | undefined {
  if (!target || !('field' in target)) return undefined;
  const { choices } = target.field.type;
  return choices && { target, choices };
}

/** Whether one of a field's values is one of the choices. */
export function isOneOf({ target }: Choosable, values: readonly FactValue[], choices: readonly string[]): boolean {
  const folded = new Set(choices.map(foldChoice));
  return values.some((value) => folded.has(choiceGiven(target.field.type, valueText(value, ' '))));
}
