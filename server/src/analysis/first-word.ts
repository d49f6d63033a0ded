import type { Word } from '../letter/source.js';

/** What stands before the first white space of a word that may be several. */
export function wordAtStart(word: Word): Word {
  const text = /^\S+/.exec(word.text)?.[0] ?? word.text;
  return { ...word, end: word.start + text.length, text };
}
