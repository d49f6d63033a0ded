const LONGEST = 20_000;

/**
 * Whether a text holds these words, as whole words in any case: *CT* stands in "CT of the spine", not in "doctor". The plural of the last one counts, spaces and line
 * breaks do not, and curly quotes and hyphens are straight ones.
 */
export function hasWords(text: string, words: string): boolean {
  const pattern = patternOf(words);
  return pattern !== undefined && pattern.test(foldWords(text.slice(0, LONGEST)));
}

/** The same in a text that is folded already. */
export function hasFolded(folded: string, words: string): boolean {
  return patternOf(words)?.test(folded) ?? false;
}

/** A text in the form in which `hasFolded` looks for words. */
export function foldWords(text: string): string {
  return text
    .replace(/[\u2018\u2019]/g, "'")
    .replace(/[\u201c\u201d]/g, '"')
    .replace(/[\u2010-\u2013]/g, '-')
    .replace(/\s+/g, ' ')
    .toLowerCase();
}

const patterns = new Map<string, RegExp | undefined>();
const MOST = 5000;

function patternOf(words: string): RegExp | undefined {
  if (!patterns.has(words)) {
    if (patterns.size > MOST) patterns.clear();
    patterns.set(words, makePattern(foldWords(words).trim()));
  }
  return patterns.get(words);
}

function makePattern(folded: string): RegExp | undefined {
  if (folded === '') return undefined;
  const escaped = folded.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
  const before = /^[\p{L}\p{N}]/u.test(folded) ? '(?<![\\p{L}\\p{N}])' : '';
  const isPlural = /[\p{L}]$/u.test(folded);
  const after = /[\p{L}\p{N}]$/u.test(folded) ? '(?![\\p{L}\\p{N}])' : '';
  return new RegExp(`${before}${escaped}${isPlural ? '(?:e?s)?' : ''}${after}`, 'u');
}
