/** What letters count, by the regular plural: nothing whose plural is also said of one, as *series* is. */
const COUNTED =
  'years months weeks days hours minutes visits sessions treatments doses injections infusions cycles tablets capsules units refills times documents enclosures pages studies sources codes attacks hospitalizations admissions episodes providers';

const PLURALS: ReadonlySet<string> = new Set(COUNTED.split(' '));

/**
 * The plural that begins `text` behind a number: its offsets, and what is said of one instead (*1 year*). `undefined` where another word
 * stands there.
 */
export function pluralAtStart(
  text: string,
): { readonly start: number; readonly end: number; readonly singular: string } | undefined {
  const found = /^(\s{1,4})(\p{L}{3,20})(?![\p{L}\p{N}])/u.exec(text);
  if (found?.[1] === undefined || found[2] === undefined || !PLURALS.has(found[2].toLowerCase())) return undefined;
  const singular = found[2].endsWith('ies') ? `${found[2].slice(0, -3)}y` : found[2].slice(0, -1);
  return { start: found[1].length, end: found[0].length, singular };
}

/** Nouns before what they name, as in *code J1745*: of several they are said in the plural. */
const NAMING = /(?<![\p{L}\p{N}-])(codes?)\s{1,4}[*("\u201c]{0,4}$/iu;

/** The noun that ends `text` and must be said in the plural where a series of names follows: its end as an offset. */
export function singularAtEnd(text: string): number | undefined {
  const tail = text.slice(-24);
  const found = NAMING.exec(tail);
  if (found?.[1] === undefined || /s$/i.test(found[1])) return undefined;
  return text.length - tail.length + found.index + found[1].length;
}

/** A number and what it counts: *1 page*, *2 pages*. */
export function plural(count: number, word: string): string {
  return `${String(count)} ${word}${count === 1 ? '' : 's'}`;
}
