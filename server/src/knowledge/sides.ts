import { canonicalHcpcs } from './codes.js';
import { plainHyphens } from './shape.js';

/** A side of the body. */
export type Side = 'left' | 'right' | 'bilateral';

/** Whether two sides are each other's opposite: what is bilateral contradicts neither. */
export function areOpposite(one: Side | undefined, other: Side | undefined): boolean {
  return (one === 'left' && other === 'right') || (one === 'right' && other === 'left');
}

/** A word for one side of the body. */
export interface SideWord {
  readonly start: number;
  readonly end: number;
  readonly side: 'left' | 'right';
  /** The words behind it up to the next mark, three at most, in small letters. */
  readonly next: readonly string[];
}

/** Behind *left* and *right* that are no sides: *left the clinic*, *the right to*; and what of two there is only one: *left ventricle*, *right upper quadrant*. */
const NO_SIDE =
  /^(?:her|him|them|me|us|it|the|an?|this|that|with|without|to|in|on|at|by|of|off|out|over|for|from|after|before|because|when|where|and|or|away|now|here|there|then|dose|drug|treatment|medication|diagnosis|answer|choice|decision|time|untreated|unable|heart|ventric\w*|atri\w*|bundle|coronary|main|anterior|circumflex|cardiac|handed|hand-?dominant|dominant|upper|lower|quadrant|colon|colectomy|hemicolectomy|hand|lobe|hepatic|shift|lateral|decubitus)$/;

/** Before *left* that is what somebody did: *she left work*. */
const DID = /(?:^|\s)(?:I|s?he|they|we|who|which|that|it)\s$/i;

const WORD =
  /(?<![\p{L}\p{N}-])(left|right)(-?sided)?(?![\p{L}\p{N}'’-])(?=((?:\s[\p{L}\p{N}][\p{L}\p{N}'’/-]{0,30}){0,3}))/giu;

/** The words for a side in a text, but for those that may mean something else. */
export function sideWords(text: string): readonly SideWord[] {
  return [...text.matchAll(WORD)].flatMap(({ 0: whole, 1: word = '', 3: behind = '', index }): SideWord[] => {
    const next = behind.toLowerCase().split(/\s/).slice(1);
    if (NO_SIDE.test(next[0] ?? '')) return [];
    const side = word.toLowerCase() === 'left' ? 'left' : 'right';
    if (side === 'left' && DID.test(text.slice(Math.max(0, index - 8), index))) return [];
    return [{ start: index, end: index + whole.length, side, next }];
  });
}

/** *Both* may be of two diseases. */
const BILATERAL =
  /(?<!\p{L})(?:bilateral(?:ly)?|both (?:the |his |her |their )?(?:sides|knees|hips|shoulders|elbows|wrists|hands|thumbs|ankles|feet|heels|legs|arms|limbs|thighs|eyes|ears|breasts|kidneys|lungs))(?!\p{L})/iu;

/** The one side that words say: undefined for none, and for both of them named apart. */
export function sideOfWords(text: string): Side | undefined {
  if (BILATERAL.test(text)) return 'bilateral';
  const sides = new Set(sideWords(text).map(({ side }) => side));
  return sides.size === 1 ? [...sides][0] : undefined;
}

/**
 * The side that modifiers behind procedure codes say, of all of them together: RT right, LT left, 50 or both of them bilateral.
 * Source: CMS, HCPCS Level II modifiers; 50 is CPT's.
 */
export function sideOfModifiers(codes: readonly string[]): Side | undefined {
  const modifiers = codes
    .filter((code) => canonicalHcpcs(code) !== undefined)
    .flatMap((code) => [
      ...plainHyphens(code)
        .toUpperCase()
        .matchAll(/[- ]([A-Z0-9]{2})(?![A-Z0-9])/g),
    ])
    .map(([, modifier]) => modifier);
  const [isLeft, isRight] = [modifiers.includes('LT'), modifiers.includes('RT')];
  if (modifiers.includes('50') || (isLeft && isRight)) return 'bilateral';
  return isLeft ? 'left' : isRight ? 'right' : undefined;
}
