/** What the grade of a text is counted from. */
export interface TextCounts {
  readonly sentences: number;
  readonly words: number;
  readonly syllables: number;
}

/**
 * The school grade at which a text is read: the Flesch-Kincaid grade level.
 * Source: Kincaid, Fishburne, Rogers and Chissom, Derivation of New Readability Formulas for Navy Enlisted Personnel, Research Branch Report 8-75, 1975.
 */
export function gradeLevel({ sentences, words, syllables }: TextCounts): number {
  return 0.39 * (words / sentences) + 11.8 * (syllables / words) - 15.59;
}

const WORD = /\p{L}[\p{L}’'-]*/gu;

/** Of one sentence. Numbers and signs are no words; what has none is no sentence. */
export function textCounts(sentence: string): TextCounts {
  const words = sentence.match(WORD) ?? [];
  return {
    sentences: /\p{L}{2}/u.test(sentence) ? 1 : 0,
    words: words.length,
    syllables: words.reduce((sum, word) => sum + syllablesIn(word), 0),
  };
}

export function sumOfCounts(counts: readonly TextCounts[]): TextCounts {
  return counts.reduce(
    (sum, { sentences, words, syllables }) => ({
      sentences: sum.sentences + sentences,
      words: sum.words + words,
      syllables: sum.syllables + syllables,
    }),
    { sentences: 0, words: 0, syllables: 0 },
  );
}

/**
 * How many syllables an English word has, as its groups of vowels tell: those of *-es* and *-ed* and a silent *e* are none. It is right for about nine words of ten, and its errors
 * go both ways. An abbreviation in capitals is said letter by letter.
 */
export function syllablesIn(word: string): number {
  const letters = word.replace(/[^\p{L}]/gu, '');
  if (/^\p{Lu}{2,5}$/u.test(letters)) return letters.length;
  const folded = letters
    .toLowerCase()
    .replace(/(?:(?<![cgsxz]|[sc]h)es|(?<![td])ed|(?<!l)e)$/, '')
    .replace(/^y/, '');
  const groups = folded.match(/[aeiouyáéíóúäöü]+/g) ?? [];
  const apart = folded.match(/i(?:a(?!l\b|n\b)|o(?!n)|u)|eo|ua(?!r)/g) ?? [];
  return Math.max(1, groups.length + apart.length);
}
