/** The first words of a policy's or kind's lines: each says what the line is. */
const verbs = ['require', 'recommend', 'option', 'and', 'exempt', 'deadline', 'decision', 'limit', 'when'] as const;

export type Verb = (typeof verbs)[number];

/** Those that begin something of their own: what may be written on a new line. */
export const beginningVerbs: readonly Verb[] = ['require', 'recommend', 'deadline', 'decision', 'limit', 'when'];

export function isVerb(word: string): boolean {
  return verbOf(word) !== undefined;
}

export function verbOf(word: string): Verb | undefined {
  const written = word.toLowerCase();
  return verbs.find((verb) => verb === written);
}
