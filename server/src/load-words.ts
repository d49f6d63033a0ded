import type { WordList } from './spelling/word-list.js';

/** The words that English is spelled by; their program loads when it is first asked for. */
export async function loadWords(): Promise<WordList> {
  const { englishWords } = await import('./main-spelling.js');
  return englishWords();
}
