/** Where a number lies for certain. An open end is not part of it: `<10`. */
export interface NumberRange {
  readonly low: number;
  readonly high: number;
  readonly lowIsOpen?: boolean;
  readonly highIsOpen?: boolean;
}

/** A number as a text has it, with the words behind it up to the next one, in small letters: its unit, if it has one. */
export interface NumberInText {
  readonly range: NumberRange;
  readonly behind: string;
}

const NUMBER = String.raw`\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+`;
const SIGN = String.raw`<=|>=|<|>|\u2264|\u2265|less than|fewer than|no more than|not more than|up to|at most|under|below|more than|at least|over|above|about|around|approximately|almost|nearly|~`;
const FOUND = new RegExp(
  String.raw`(?<![\p{L}\p{N}.,])(?<!\p{L}-)(?:(${SIGN}) ?)?\$?([-\u2212](?=[\d.]))?(${NUMBER})(s(?!\p{L})|\+)?(?: ?(?:-|\u2013|\u2014|to) ?\$?(${NUMBER}))?(?![\d])`,
  'giu',
);
/** The scale of a score: `8 of 10`, `8/10`. */
const SCALE = /^ ?(?:of|out of|\/) ?\d+(?:\.\d+)?(?![\p{L}\d])/iu;
/** Days and months are no measurements. */
const DATES =
  /\b\d{4}-\d{1,2}(?:-\d{1,2})?\b|\b\d{1,2}\/\d{1,2}\/\d{4}\b|\b\d{1,2}\/\d{4}\b|\b(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.? (?:\d{1,2}(?:st|nd|rd|th)?,? )?\d{4}\b/gi;
const WORDS = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'];
const SPELLED = new RegExp(String.raw`\b(${WORDS.join('|')})\b`, 'gi');
const LONGEST = 400;

/**
 * The numbers of a text, as ranges: *40 to 60*, *40s* (40 to 49), *<10*, *about 50* (a tenth more or less). Spelled-out ones count where there are no digits. What stands in
 * parentheses, days of the calendar and the scale behind a score (*8 of 10*) do not count.
 */
export function numbersIn(text: string): NumberInText[] {
  const plain = text
    .slice(0, LONGEST)
    .replace(/\([^()]*\)/g, ' ')
    .replace(DATES, ' ')
    .replace(/\s+/g, ' ');
  const read = /\d/.test(plain)
    ? plain
    : plain.replace(SPELLED, (word) => String(WORDS.indexOf(word.toLowerCase()) + 1));
  const found: { number: NumberInText; start: number; end: number }[] = [];
  let past = 0;
  for (const match of read.matchAll(FOUND)) {
    if (match.index < past) continue;
    const end = match.index + match[0].length;
    const scale = SCALE.exec(read.slice(end));
    past = end + (scale?.[0].length ?? 0);
    found.push({ number: { range: rangeOf(match), behind: '' }, start: match.index, end: past });
  }
  return found.map(({ number, end }, index) => ({
    ...number,
    behind: read
      .slice(end, found[index + 1]?.start ?? read.length)
      .replace(/^[ -]+/, '')
      .toLowerCase(),
  }));
}

function rangeOf([, sign = '', minus = '', first = '', mark = '', second]: RegExpMatchArray): NumberRange {
  const one = Number(first.replaceAll(',', '')) * (minus === '' ? 1 : -1);
  if (second !== undefined) {
    const other = Number(second.replaceAll(',', ''));
    return { low: Math.min(one, other), high: Math.max(one, other) };
  }
  if (mark === '+') return { low: one, high: Infinity };
  if (mark !== '') return one % 10 === 0 ? { low: one, high: one + 9 } : { low: one, high: one };
  return signed(sign.toLowerCase(), one);
}

function signed(sign: string, one: number): NumberRange {
  if (sign === '') return { low: one, high: one };
  if (/^(?:<=|\u2264|up to|at most|no more than|not more than)$/.test(sign)) return { low: -Infinity, high: one };
  if (/^(?:<|less than|fewer than|under|below)$/.test(sign)) return { low: -Infinity, high: one, highIsOpen: true };
  if (/^(?:>=|\u2265|at least)$/.test(sign)) return { low: one, high: Infinity };
  if (/^(?:>|more than|over|above)$/.test(sign)) return { low: one, high: Infinity, lowIsOpen: true };
  const tenth = Math.abs(one) / 10;
  return { low: one - tenth, high: one + (/^(?:almost|nearly)$/.test(sign) ? 0 : tenth) };
}

/** Names of one unit. Nothing is converted. */
const SAME_UNITS: readonly (readonly string[])[] = [
  ['percent', '%', 'per cent', 'pct'],
  ['lb', 'lbs', 'pound', 'pounds'],
  ['kg', 'kilogram', 'kilograms'],
  ['in', 'inch', 'inches'],
  ['ft', 'foot', 'feet'],
  ['hour', 'hours', 'hr', 'hrs'],
  ['day', 'days'],
  ['week', 'weeks', 'wk', 'wks'],
  ['month', 'months', 'mo', 'mos'],
  ['year', 'years', 'yr', 'yrs'],
];

/** Whether the words behind a number begin with this unit, in the singular or plural. */
export function beginsWithUnit(behind: string, unit: string): boolean {
  return namesOf(unit).some((name) => startsWith(plainUnit(behind), name));
}

/** Whether a name says the unit of its numbers: *migraine days per month* says days. */
export function saysUnit(name: string, unit: string): boolean {
  const plain = plainUnit(name);
  return namesOf(unit).some((one) => {
    const at = ` ${plain}`.indexOf(` ${one}`);
    return at >= 0 && startsWith(plain.slice(at), one);
  });
}

function plainUnit(text: string): string {
  return text
    .toLowerCase()
    .replace(/\u00b2/g, '2')
    .replace(/\s+/g, ' ')
    .trim();
}

function namesOf(unit: string): readonly string[] {
  const plain = plainUnit(unit);
  const known = SAME_UNITS.find((names) => names.includes(plain));
  if (known) return known;
  return plain.endsWith('s') ? [plain, plain.slice(0, -1)] : [plain, `${plain}s`];
}

function startsWith(text: string, name: string): boolean {
  return text.startsWith(name) && !/^[\p{L}\p{N}/]/u.test(/[\p{L}\p{N}]$/u.test(name) ? text.slice(name.length) : '');
}
