/**
 * A pattern of which few texts have any match, and a short one in ASCII that each of them has too. Classes such as `\p{L}` are compiled when they are first tried, which
 * takes milliseconds of a program that checks one letter; the short one keeps most letters from it.
 */
export interface RarePattern {
  readonly sign: RegExp;
  /** With the flag `g`. */
  readonly pattern: RegExp;
}

export function matchesOf(text: string, { sign, pattern }: RarePattern): RegExpExecArray[] {
  return sign.test(text) ? [...text.matchAll(pattern)] : [];
}
