import { foldWord } from './word-order.js';
import type { WordList } from './word-list.js';

/** What a dictionary says of a word: that it is spelled right, or what was probably meant, the likeliest first; of most unknown words it cannot tell. */
export type Spelled = 'right' | { readonly meant: readonly string[] };

export interface Dictionary {
  /** Undefined for a word that has not been looked up yet, where that is done behind the keystrokes. */
  look(word: string): Spelled | undefined;
}

/** Suggestions for a word; more are not read. */
const most = 3;

/** Up to this length a word is told to be another one by one slip, above it by two. */
const short = 7;

/** Behind these any word can stand: *periarticular*, *non-weight-bearing* written as one. */
const BEGINNINGS =
  /^(?:anti|auto|bi|bio|cardio|co|counter|de|dis|electro|endo|extra|gastro|hemo|hyper|hypo|immuno|infra|inter|intra|macro|micro|mid|mis|mono|multi|myo|neo|neuro|non|ortho|osteo|over|para|peri|pharmaco|photo|poly|post|pre|pro|pseudo|psycho|quasi|radio|re|retro|semi|sub|super|supra|tele|thermo|thrombo|trans|tri|ultra|un|under|vaso)(?=\p{L}{4})/u;

/** Little words with two letters turned around: near to three letters is everything else. */
const TURNED: ReadonlyMap<string, string> = new Map(
  Object.entries({
    the: 'hte teh',
    and: 'nad adn',
    for: 'ofr',
    has: 'hsa ahs',
    had: 'hda ahd',
    was: 'wsa',
    her: 'hre',
    his: 'ihs hsi',
    she: 'hse',
    not: 'nto',
    but: 'btu ubt',
    can: 'cna',
    you: 'yuo oyu',
  }).flatMap(([word, turned]) => turned.split(' ').map((one) => [one, word] as const)),
);

/** Looks a word up, with its possessive and what English puts before any word. Takes some milliseconds for a word that is unknown. */
export function spell(words: WordList, written: string): Spelled {
  const word = foldWord(written).replace(/'s?$/, '');
  if (isKnown(words, word)) return 'right';
  const turned = TURNED.get(word);
  if (turned !== undefined) return { meant: [turned] };
  const meant = word.length < 4 ? [] : words.near(word, word.length > short ? 2 : 1, most);
  const end = foldWord(written).slice(word.length);
  return { meant: meant.map((one) => likeWritten(one, written) + end) };
}

function isKnown(words: WordList, word: string): boolean {
  if (words.has(word)) return true;
  const [before = ''] = BEGINNINGS.exec(word) ?? [];
  return before !== '' && words.has(word.slice(before.length));
}

function likeWritten(word: string, written: string): string {
  return /^\p{Lu}/u.test(written) ? word.charAt(0).toUpperCase() + word.slice(1) : word;
}

/** A dictionary that looks words up as it is asked, and remembers what it said. */
export function dictionaryOf(words: WordList): Dictionary {
  const known = new Map<string, Spelled>();
  return {
    look(word) {
      let said = known.get(word);
      if (!said) known.set(word, (said = spell(words, word)));
      return said;
    },
  };
}
