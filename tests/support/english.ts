import { englishWords } from '../../server/src/main-spelling.js';
import type { FileSubject } from '../../server/src/letter/subjects.js';
import { dictionaryOf } from '../../server/src/spelling/dictionary.js';
import { once } from '../../server/src/remember.js';

/** The words that ship, and the dictionary of them. */
export const english = once(englishWords);
export const englishDictionary = once(() => dictionaryOf(english()));

/** A file whose workspace has the dictionary that ships. */
export function inEnglish(subject: FileSubject): FileSubject {
  subject.workspace.dictionary = englishDictionary();
  return subject;
}
