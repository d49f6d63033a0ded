import type { SectionSubject } from '../letter/written-sections.js';
import { remember } from '../remember.js';
import type { Dictionary } from '../spelling/dictionary.js';
import { type WrittenWord, wordsWritten } from './written-words.js';

/** A word of a file's prose that is in no dictionary, and near to some that are. */
export interface MisspelledWord extends WrittenWord {
  /** What was probably meant, the likeliest first; at least one. */
  readonly meant: readonly string[];
}

type Kept = WeakMap<SectionSubject, readonly MisspelledWord[]>;

const keptWith: (dictionary: Dictionary) => Kept = remember(() => new WeakMap());

/** The misspelled words of a section. Remembered with the section once all of its words have been looked up; until then, those that are known to be. */
export function misspelledIn(section: SectionSubject, dictionary: Dictionary): readonly MisspelledWord[] {
  const kept = keptWith(dictionary);
  const known = kept.get(section);
  if (known) return known;
  let isLookedUp = true;
  const found: MisspelledWord[] = [];
  for (const written of wordsWritten(section)) {
    const said = dictionary.look(written.word);
    if (said === undefined) isLookedUp = false;
    else if (said !== 'right' && said.meant.length > 0) found.push({ ...written, meant: said.meant });
  }
  if (isLookedUp) kept.set(section, found);
  return found;
}
