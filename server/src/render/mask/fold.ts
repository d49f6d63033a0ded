/** A text without what two spellings of one name may differ in, and where its characters were. */
export interface Folded {
  readonly text: string;
  /** The offset that each UTF-16 code unit of `text` had, and behind them the length there was; undefined where nothing has moved. */
  readonly offsets?: readonly number[];
}

const plain = /^[\x00-\x7f]*$/;
const dropped = /[\p{M}\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/u;

/** Letters with a stroke or without a dot, which Unicode does not take apart; and marks that a word processor puts. */
const alike: ReadonlyMap<string, string> = new Map([
  ...Array.from('\u2018\u2019\u02bc\u02b9\u2032\u00b4`', (mark): [string, string] => [mark, "'"]),
  ...Array.from('\u2010\u2011\u2012\u2013\u2014\u2015\u2212', (mark): [string, string] => [mark, '-']),
  ['\u0111', 'd'],
  ['\u0110', 'D'],
  ['\u0142', 'l'],
  ['\u0141', 'L'],
  ['\u00f8', 'o'],
  ['\u00d8', 'O'],
  ['\u0131', 'i'],
]);

/**
 * Takes off accents, soft hyphens and what has no width, and makes typographic apostrophes and dashes plain: *Jos\u00e9* and *Jose* are one name.
 * Capitals stay.
 */
export function fold(text: string): Folded {
  if (plain.test(text)) return { text };
  const offsets: number[] = [];
  let folded = '';
  let at = 0;
  for (const char of text) {
    const kept = foldChar(char);
    for (let unit = 0; unit < kept.length; unit++) offsets.push(at + unit);
    folded += kept;
    at += char.length;
  }
  offsets.push(text.length);
  return { text: folded, offsets };
}

function foldChar(char: string): string {
  if (char <= '\u007f' && char !== '`') return char;
  const same = alike.get(char);
  if (same !== undefined) return same;
  if (dropped.test(char)) return '';
  const base = char.normalize('NFKD').replace(/\p{M}/gu, '');
  return base.length === char.length ? base : char;
}
