import { monthNumber } from '../../knowledge/dates.js';
import { fold } from './fold.js';
import { isAlsoWord } from './names-that-are-words.js';
import { anyCase, escaped, type Form, literalForm, oneOf, space } from './patterns.js';

const titles = set(
  'mr mrs ms miss mx dr prof professor rev sir madam sr sra srta jr ii iii iv md phd do rn esq dds dmd np pa',
);
/** Words that join a surname; alone they are no name. */
const particles = set(
  'de la las los del dela der den van von da das dos di do du le el al bin ibn bint ben san santa st ter ten zu e y',
);
/** Stands where a name is asked for and there is none. */
const noNames = set(
  `the a an as same self patient member participant subscriber employee insured himself herself themselves none no not unknown applicable na null nil tbd
  pending see above below parent mother father spouse husband wife partner child son daughter guardian of and or is her his their my`,
);

/** More words than any name has: a whole page that was pasted for one is not searched for word by word. */
const mostWords = 24;
/** Longer than any word of a name. */
const longestWord = 60;

/**
 * The forms in which prose repeats a person's name: whole, in either order, by one of its words of two letters or more, with a middle initial or
 * without. A title before it stays, as does the `'s` behind it. What an initial stands for is not known, so initials alone are left; and
 * nicknames that the record does not give cannot be found.
 */
export function nameForms(value: string): Form[] {
  const names = wordsOf(value);
  if (names.length === 0) return [];
  const links = particlesOf(value);
  const word = oneOf([...new Set(names.slice(0, mostWords).map(wordPattern))].sort((a, b) => b.length - a.length));
  const link = `(?:(?:${['\\p{L}\\.?', ...links.map(anyCase)].join('|')})${space})?`;
  const more = `(?:(?:-|${space})${link}${link}${link}${word}(?!\\p{L})){0,7}`;
  const first = oneOf([...surnameFirst(value), word]);
  return [...wholeForm(value), { pattern: `${first}(?!\\p{L})${more}`, bounds: 'letters' }];
}

/** Words that each stand for the person. */
function wordsOf(value: string): string[] {
  const words = namesIn(value);
  const between = words.slice(1, -1).filter((word) => !particles.has(word.toLowerCase()));
  const ends = words.length > 1 ? [words.at(0), words.at(-1)] : words;
  return [...ends, ...between].flatMap((word) =>
    (word ?? '').split('-').filter((part) => part.length <= longestWord && part.replace(/[^\p{L}]/gu, '').length >= 2),
  );
}

function particlesOf(value: string): string[] {
  return [...new Set(namesIn(value).map((word) => word.toLowerCase()))].filter((word) => particles.has(word));
}

function namesIn(value: string): string[] {
  return fold(value)
    .text.split(/[^\p{L}\p{N}'.-]+/u)
    .map((word) => word.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, ''))
    .filter((word) => word !== '')
    .filter((word, index, { length }) => !isNoName(word, index, length));
}

function isNoName(word: string, index: number, count: number): boolean {
  const plain = word.toLowerCase().replace(/\./g, '');
  // `Do` and `An` are surnames too, where they are written as names.
  const isCapital = /^\p{Lu}\p{Ll}*$/u.test(word);
  if (titles.has(plain)) return !(plain === 'do' && isCapital && count > 1);
  return noNames.has(plain) && !(isCapital && count > 1 && plain.length === 2 && (index === 0 || index === count - 1));
}

function wordPattern(word: string): string {
  const bare = word.replace(/\.$/, '');
  const notMonth = monthNumber(bare) === undefined ? '' : notInDate;
  const isCased = isAlsoWord(bare) || particles.has(bare.toLowerCase()) || noNames.has(bare.toLowerCase());
  return (isCased ? cased(bare) : anyCase(bare)).replaceAll("'", "'?") + notMonth;
}

/** A month, not a name: *May 2025*, *April 9, 1968*. */
const notInDate = `(?!\\.?${space}(?:\\d{1,2}(?:st|nd|rd|th)?,?${space})?\\d{4}(?!\\d))`;

/** With the capitals that a name has. */
function cased(word: string): string {
  const first = word.slice(0, 1).toUpperCase();
  const written = word === word.toLowerCase() ? [] : [word];
  return oneOf([...new Set([...written, first + word.slice(1).toLowerCase(), word.toUpperCase()])].map(escaped));
}

/** In any case, unless the words could be meant: *it may hope*. */
function wholeForm(value: string): Form[] {
  const names = namesIn(value);
  return names.length > 1 && !names.every(isAlsoWord) ? literalForm(fold(value).text) : [];
}

/** `Marquez, Elena`: the only place of a name that has a comma. */
function surnameFirst(value: string): string[] {
  const words = namesIn(value);
  const [given, surname] = [words.at(0), words.at(-1)];
  if (words.length < 2 || given === undefined || surname === undefined) return [];
  if (given.length > longestWord || surname.length > longestWord) return [];
  const [before, after] = [surname, given].map((name) => name.split('-').map(wordPattern).join('[-\\s]'));
  return [`${before ?? ''},${space}${after ?? ''}`];
}

function set(words: string): ReadonlySet<string> {
  return new Set(words.trim().split(/\s+/));
}
