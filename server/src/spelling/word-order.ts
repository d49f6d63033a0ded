/** Words in a line of a packed list; more make it smaller and slower to look into. */
export const wordsInLine = 32;

/** How a word is compared: without its capitals, with a straight apostrophe. */
export function foldWord(word: string): string {
  return word.toLowerCase().replaceAll('’', "'");
}
