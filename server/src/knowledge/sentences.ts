/** Words whose dot does not end a sentence. */
const ABBREVIATIONS: ReadonlySet<string> = new Set(
  'mr mrs ms mx dr prof st jr sr vs no nos vol fig figs approx dept est inc ltd co eg ie cf al pt tel ext'.split(' '),
);

/**
 * Whether what follows `before` begins a sentence, and so with a capital: where nothing is before it, or behind `.`, `!` or
 * `?` with its quotation marks, but not behind *Dr.*, *e.g.* or an initial. A line break alone begins none, since prose may
 * be broken anywhere. Reads the last 40 UTF-16 code units.
 */
export function startsSentence(before: string): boolean {
  const tail = before.slice(-40);
  // Quotation marks, parentheses and emphasis may open before the first word.
  const gap = /[("'\u2018\u201c*\s]*$/.exec(tail)?.[0] ?? '';
  const written = tail.slice(0, tail.length - gap.length);
  if (written === '') return true;
  if (!/\s/.test(gap)) return false;
  const end = /([.!?])[\u2019\u201d)\]]*$/.exec(written);
  if (!end) return false;
  return end[1] !== '.' || !isAbbreviation(written.slice(0, end.index));
}

/** Whether the full stop at the end of `text` is an abbreviation's: *Jr.*, *M.D.*, *etc.* */
export function endsInAbbreviation(text: string): boolean {
  const written = text.replace(/\.$/, '');
  return written !== text && (isAbbreviation(written) || /(?<!\p{L})etc$/iu.test(written));
}

function isAbbreviation(text: string): boolean {
  const word = /[\p{L}.]+$/u.exec(text)?.[0] ?? '';
  const letters = word.replace(/\./g, '').toLowerCase();
  if (/^\p{Lu}$/u.test(word) || /^(?:\p{L}\.)+\p{L}$/u.test(word)) return true;
  return ABBREVIATIONS.has(letters);
}

/** With a capital first letter; quotation marks before it stay. */
export function capitalize(text: string): string {
  return text.replace(
    /^([("'\u2018\u201c\s]{0,8})(\p{Ll})/u,
    (_, opening: string, letter: string) => opening + letter.toUpperCase(),
  );
}
