import { type Severities, severityOf } from '../lint/engine.js';
import type { Rule } from '../lint/rule.js';
import { loadWords } from '../load-words.js';
import type { WordList } from '../spelling/word-list.js';

/** The words that English is spelled by, where a rule runs that needs them, by what is set for any file. They are loaded for nobody else. */
export async function wordsAsked(
  rules: readonly Rule[],
  settings: readonly { readonly severities: Severities }[],
): Promise<WordList | undefined> {
  const isAsked = rules.some(
    (rule) =>
      rule.needs === 'dictionary' &&
      settings.some(({ severities }) => (severityOf(rule, severities, true) ?? 'off') !== 'off'),
  );
  return isAsked ? loadWords() : undefined;
}
