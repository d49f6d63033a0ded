import { fold } from './fold.js';
import { anyCase, type Form, lettersAndDigits, literalForm } from './patterns.js';

/** A longer one is no number, and searched for as it stands or not at all. */
const longestNumber = 60;
/** Shorter ones are in every text: `100` may be a group's number and a dose. */
const fewestCharacters = 3;
const fewestDigits = 4;

/**
 * A member ID, a claim's number: with spaces, hyphens and dots between its characters or without, in any case. Numbers of less than four digits, and
 * words that stand where a number is asked for, are not searched for; neither are parts, as in *ending in 0123*.
 */
export function numberForms(value: string): Form[] {
  const chars = Array.from(fold(value).text.replace(/[^\p{L}\p{N}]/gu, ''));
  if (chars.length > longestNumber) return literalForm(fold(value).text);
  const digits = chars.filter((char) => /\p{N}/u.test(char)).length;
  const isShort = digits === chars.length ? digits < fewestDigits : chars.length < fewestCharacters;
  if (isShort || digits === 0) return [];
  return [{ pattern: chars.map(anyCase).join('[-\\s._/]?'), bounds: 'word' }];
}

const extension = /(?:ext\.?|extension|x|#)\s*\d{1,7}\s*$/i;

/** A phone or fax number with any separators, with or without the country's 1 and the area code's parentheses; and without the area code. */
export function phoneForms(value: string): Form[] {
  const all = fold(value).text.replace(extension, '').replace(/\D/g, '');
  const digits = all.length === 11 && all.startsWith('1') ? all.slice(1) : all;
  if (digits.length < 7 || digits.length > 15) return numberForms(value);
  const whole = spread(digits);
  if (digits.length !== 10) return [{ pattern: `\\+?${whole}`, bounds: 'word' }];
  return [
    { pattern: `(?:\\+?1[-\\s./]{0,2})?\\(?${whole}`, bounds: 'word' },
    { pattern: spread(digits.slice(3)), bounds: 'word' },
  ];
}

function spread(digits: string): string {
  return Array.from(digits).join('[-\\s./()]{0,3}');
}

export function emailForms(value: string): Form[] {
  return literalForm(fold(value).text);
}

/** What is shorter is a word or a number of its own. */
const shortestLine = 5;

/**
 * The lines of an address, the parts of one between commas, its city and its ZIP code. `elsewhere` is what other people's addresses in the letter say:
 * a city or ZIP code that is in one of them is that one's too, and stays. An abbreviation that the record does not have (*St.* for *Street*) is not found.
 */
export function addressForms(value: string, elsewhere: string): Form[] {
  const lines = fold(value)
    .text.split('\n')
    .map((line) => line.trim());
  return lines.flatMap((line) => {
    const place = /^(.{0,200}?),?\s+[A-Za-z]{2}\.?,?\s+(\d{5})(?:-\d{4})?$/s.exec(line);
    if (!place) return [line, ...line.split(',')].flatMap((part) => lineForms(part));
    const streetAndCity = (place[1] ?? '').split(',').map((part) => part.trim());
    const shared = [streetAndCity.at(-1) ?? '', place[2] ?? ''].filter((part) => !elsewhere.includes(part));
    const [city, zip] = [shared.find((part) => /^\D+$/.test(part)), shared.find((part) => /^\d+$/.test(part))];
    return [
      ...(city === undefined && zip === undefined ? [] : lineForms(line)),
      ...streetAndCity.slice(0, -1).flatMap(lineForms),
      ...(city === undefined ? [] : cityForms(city)),
      ...(zip === undefined ? [] : [{ pattern: `${zip}(?:-\\d{4})?`, bounds: 'number' } as const]),
    ];
  });
}

function lineForms(line: string): Form[] {
  const text = line.trim();
  return text.length >= shortestLine && lettersAndDigits(text) >= shortestLine - 1 && /[\s\d]/.test(text)
    ? literalForm(text)
    : [];
}

/** With its capital: *Mobile*, *Reading* and *Orange* are words too. */
function cityForms(city: string): Form[] {
  if (lettersAndDigits(city) < 3) return [];
  return literalForm(city).map(({ bounds }) => ({
    pattern: city
      .split(/\s+/)
      .map((word) => `${firstCapital(word)}${anyCase(word.slice(1))}`)
      .join('\\s{1,3}'),
    bounds,
  }));
}

function firstCapital(word: string): string {
  const first = word.slice(0, 1).toUpperCase();
  return /\p{L}/u.test(first) ? first : `\\u{${(first.codePointAt(0) ?? 0).toString(16)}}`;
}
