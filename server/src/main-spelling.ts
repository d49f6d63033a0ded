import english from './spelling/english.words';
import { WordList } from './spelling/word-list.js';

/** The words of American and British English and of medicine. A program of its own: whatever starts often does not load half a megabyte of words. */
export function englishWords(): WordList {
  return new WordList(english);
}
