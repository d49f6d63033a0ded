import { normalizeName } from '../names.js';
import type { HeadEntry } from '../source-file.js';
import { outsideQuotes } from './line-parts.js';

/** Words in the longest name that is looked for. */
const LONGEST_NAME = 8;

/** Every run of words in a clause that could be a name, as names are compared: what it names is known only with a vocabulary. */
export function possibleNames({ label, lines }: HeadEntry): Set<string> {
  const names = new Set<string>();
  const texts = [label?.text, ...lines.flatMap((line) => [line.label?.text, line.value?.text])];
  for (const text of texts) {
    if (text === undefined) continue;
    const words = normalizeName(outsideQuotes(text).replace(/[;_]+/g, ' ')).split(' ');
    for (let from = 0; from < words.length; from++)
      for (let to = from + 1; to <= Math.min(words.length, from + LONGEST_NAME); to++)
        names.add(words.slice(from, to).join(' '));
  }
  return names;
}
