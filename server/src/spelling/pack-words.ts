import { foldWord, wordsInLine } from './word-order.js';

/** No more is said of a word by what it shares with the one before it: one digit tells it. */
const mostShared = 9;

/**
 * Packs words into the text that `WordList` looks into: sorted, a few on a line, of which each after the first is a digit (how many letters it shares with the one before it) and its other
 * letters. Left out are what is no word of letters, and possessives, which `spell` knows by their word. Of two that differ in capitals the one in small letters stays.
 */
export function packWords(words: Iterable<string>): string {
  const known = new Map<string, string>();
  for (const word of words) {
    if (!/^\p{L}[\p{L}']*$/u.test(word) || word.endsWith("'s")) continue;
    const folded = foldWord(word);
    const before = known.get(folded);
    if (before === undefined || word > before) known.set(folded, word);
  }
  const sorted = [...known].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, word]) => word);
  const lines: string[] = [];
  for (let start = 0; start < sorted.length; start += wordsInLine)
    lines.push(packLine(sorted.slice(start, start + wordsInLine)));
  return `${lines.join('\n')}\n`;
}

function packLine(words: readonly string[]): string {
  let before = '';
  let line = '';
  for (const word of words) {
    let shared = 0;
    while (shared < mostShared && shared < word.length && before[shared] === word[shared]) shared++;
    line += line === '' ? word : `${String(shared)}${word.slice(shared)}`;
    before = word;
  }
  return line;
}
