import { matchesOf, type RarePattern } from './rare-pattern.js';

/** A name behind a title: *Mrs. Gomez*, *Ms. Maria J. Gomez*. Offsets count from the beginning of its text. */
export interface TitledName {
  readonly start: number;
  readonly end: number;
  /** Without its dot. */
  readonly title: string;
  readonly name: string;
}

/** A word of a name, as a pattern. */
export const NAME = String.raw`\p{Lu}[\p{L}\p{M}’'-]{1,30}`;

/** An initial that may stand before or between names. */
export const INITIAL = String.raw`(?:\p{Lu}\.?\s)?`;

const TITLED = {
  sign: /M(?:rs?|s|iss|x)\.?\s/,
  pattern: new RegExp(
    `(?<![\\p{L}\\p{N}])(?<title>Mr|Mrs|Ms|Miss|Mx)\\.?\\s(?<name>${INITIAL}${NAME}(?:\\s${NAME})?)`,
    'gu',
  ),
} satisfies RarePattern;

/** A value that is a name and what its bearer is: *Mr. Paul Reed, attorney*. */
const ONLY_NAME = new RegExp(`^${TITLED.pattern.source}(?:,|$)`, 'u');

export function titledNames(text: string): TitledName[] {
  return matchesOf(text, TITLED).map(({ 0: whole, index, groups: { title = '', name = '' } = {} }) => ({
    ...{ start: index, end: index + whole.length },
    ...{ title, name },
  }));
}

/** Whether a text is one such name, with no more than what its bearer is behind a comma. */
export function isTitledName(text: string): boolean {
  return ONLY_NAME.test(text);
}

export function withoutTitledNames(text: string): string {
  return text.replace(TITLED.pattern, ' ');
}

/** The title that a text begins with, whatever stands behind it: *Mrs.* of *Mrs. van Houten* too. */
export function titleAtStart(text: string): string | undefined {
  return /^\s*(Mr|Mrs|Ms|Miss|Mx)(?!\p{L})/u.exec(text)?.[1];
}

/** Of whom a title is said; undefined where there is none, or one that is said of anybody. */
export function titleSaysOf(title: string | undefined): 'he' | 'she' | undefined {
  if (title === 'Mr') return 'he';
  return title === 'Mrs' || title === 'Ms' || title === 'Miss' ? 'she' : undefined;
}
