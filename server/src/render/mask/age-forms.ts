import { ageOn, monthsBetween } from '../../knowledge/day-arithmetic.js';
import type { Day } from '../../knowledge/dates.js';
import { numberWords } from '../../knowledge/number-words.js';
import { anyCase, type Form, oneOf, space } from './patterns.js';

/** Before this age people are counted in months too. */
const countedInMonths = 4;

/**
 * The number in `58-year-old`, `58 y/o`, `aged 58`, `fifty-eight years of age`: the age on the day of the letter, and that alone. How old somebody
 * was on another day is not found, nor are *in her fifties* and the article that gives *an 80-year-old* away.
 */
export function ageForms(birth: Day, on: Day): Form[] {
  const years = ageOn(birth, on);
  if (years === undefined) return [];
  const inYears = forms(years, yearUnits, true);
  if (years >= countedInMonths) return inYears;
  return [...inYears, ...forms(monthsBetween(birth, on), monthUnits, false)];
}

const old = `(?:${anyCase('old')}|${anyCase('of')}[-\\s]${anyCase('age')})`;
const yearUnits = [
  `[-\\s]{0,3}(?:${anyCase('year')}[sS]?|${anyCase('yr')}[sS]?\\.?)[-\\s]{1,3}${old}(?!\\p{L})`,
  `[-\\s]{0,3}(?:[yY]|${anyCase('yr')}[sS]?)\\.?[-\\s/]?[oO](?!\\p{L})`,
  '[fFmM](?!\\p{L})',
];
const monthUnits = [`[-\\s]{0,3}(?:${anyCase('month')}[sS]?|${anyCase('mo')}[sS]?\\.?)[-\\s]{1,3}${old}(?!\\p{L})`];
const notBefore = '(?<![\\p{L}\\p{N}]|\\p{N}[.,])';

function forms(count: number, units: readonly string[], isYears: boolean): Form[] {
  const number = oneOf([
    String(count),
    ...numberWords(count).map((words) => words.split(' ').map(anyCase).join('[-\\s]{1,3}')),
  ]);
  const isLed = `(?<=(?<!\\p{L})${anyCase('age')}[dDsS]?(?:${space}(?:${['of', 'is', 'was'].map(anyCase).join('|')}))?:?${space})`;
  return [
    { pattern: `${notBefore}${number}(?=${units.join('|')})`, bounds: 'own' },
    ...(isYears ? ([{ pattern: `${isLed}${number}(?![\\p{L}\\p{N}]|[.,]\\p{N})`, bounds: 'own' }] as const) : []),
  ];
}
