import { startsSentence } from './sentences.js';
import { startsWithVowelSound } from './vowel-sounds.js';

/**
 * The article before `text` as it is spoken. Numbers: *an* before 8, 11, 18, 80 to 89 and 800 to 899, also as the leading group of thousands,
 * millions and so on (*an 11,000-step plan*, *a 1,100-step plan*), as ordinals (*an 8th visit*) and behind a dollar sign (*an $8 copay*). Words:
 * see `startsWithVowelSound`. `undefined` where the text begins with neither, so that the writer's own article stays.
 */
export function articleFor(text: string): 'a' | 'an' | undefined {
  const number = /^[\s("'\u2018\u201c]{0,4}(?:US)?[$\u20ac\u00a3]? ?(\d{1,3}(?:,\d{3}){1,12}(?![,\d])|\d+)/.exec(text);
  const isVowel = number?.[1] === undefined ? startsWithVowelSound(text) : isSpokenWithVowel(leadingGroup(number[1]));
  return isVowel === undefined ? undefined : isVowel ? 'an' : 'a';
}

/** What is said first: 11 of 11,000 and of 11000. A leading zero is said as zero. */
function leadingGroup(digits: string): string {
  const comma = digits.indexOf(',');
  if (comma > 0) return digits.slice(0, comma);
  return digits.slice(0, ((digits.length - 1) % 3) + 1);
}

function isSpokenWithVowel(group: string): boolean {
  return group.startsWith('8') || group === '11' || group === '18';
}

/**
 * The article that ends `text`, if one does, with its offsets in UTF-16 code units: what may have to agree with
 * what follows. Emphasis may stand between the two, as in `a **`. A capital *A* inside a sentence is a name (*vitamin A*).
 */
export function articleAtEnd(
  text: string,
): { readonly start: number; readonly end: number; readonly word: string } | undefined {
  const tail = text.slice(-16);
  const article = /(?<![\p{L}\p{N}'\u2019-])(an?)\s{1,4}[*("\u201c]{0,4}$/iu.exec(tail);
  if (article?.[1] === undefined) return undefined;
  const start = text.length - tail.length + article.index;
  if (article[1].startsWith('A') && !startsSentence(text.slice(0, start))) return undefined;
  return { start, end: start + article[1].length, word: article[1] };
}

/** `article` with the capital of the word that it replaces. */
export function likeWord(article: 'a' | 'an', word: string): string {
  if (!word.startsWith('A')) return article;
  return article === 'a' ? 'A' : word === 'AN' ? 'AN' : 'An';
}
