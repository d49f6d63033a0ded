// Abbreviations with a full stop: U.S. Government Publishing Office Style Manual, 2016, chapter 9.

/** Words whose dot does not end a sentence, in whatever letters they are written. */
const ABBREVIATIONS = words(`
  mr mrs ms mx messrs dr drs prof st jr sr vs no nos vol fig figs sec para art ch p pp ed eds approx dept est inc ltd co corp eg ie cf ca viz al pt pts
  incl excl max avg tel ext`);

/** Those that are words of another meaning in small letters: *Mar.*, but a visit of *mar.* is none; *the sun.* ends a sentence. */
const CAPITALIZED = words(`
  rev hon sgt capt lt col gen sen rep gov jan feb mar apr jun jul aug sep sept oct nov dec mon tues wed thurs fri ave blvd rd ste apt bldg mt ft
  assn univ hosp`);

/**
 * Whether what follows `before` begins a sentence, and so with a capital: where nothing is before it, or behind `.`, `!` or
 * `?` with its quotation marks, but not behind *Dr.*, *e.g.* or an initial. A line break alone begins none, since prose may
 * be broken anywhere. Reads the last 40 UTF-16 code units.
 */
export function startsSentence(before: string): boolean {
  const tail = before.slice(-40);
  // Quotation marks, parentheses and emphasis may open before the first word.
  const gap = /[("'\u2018\u201c*_\s]*$/.exec(tail)?.[0] ?? '';
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
  const word = /(?<!°)[\p{L}.]+$/u.exec(text)?.[0] ?? '';
  // An initial, letters such as *e.g*, degrees such as *Pharm.D*.
  if (/^(?:\p{Lu}|(?:\p{L}\.)+\p{L}|(?:\p{L}{1,6}\.)+\p{Lu})$/u.test(word)) return true;
  const letters = word.replace(/\./g, '').toLowerCase();
  return ABBREVIATIONS.has(letters) || (/^\p{Lu}/u.test(word) && CAPITALIZED.has(letters));
}

function words(list: string): ReadonlySet<string> {
  return new Set(list.trim().split(/\s+/));
}

/** With a capital first letter; quotation marks before it stay. */
export function capitalize(text: string): string {
  return text.replace(
    /^([("'\u2018\u201c\s]{0,8})(\p{Ll})/u,
    (_, opening: string, letter: string) => opening + letter.toUpperCase(),
  );
}
