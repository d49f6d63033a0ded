// Shorthand that is common in clinic notes and read in one way, with the words for it; where there are two ways, both. Collected for this program; `qd`
// and `qod` stand on the Joint Commission's official "Do Not Use" list.

/** With a slash, in any case. */
const SLASHED = `
  c/o = complains of | s/p = after | h/o = history of | k/c/o = known to have | w/o = without | w/ = with | w/in = within | f/u = follow-up | d/t = due to |
  r/o = rule out | b/c = because | b/l = bilateral | n/v = nausea and vomiting | p/w = presents with | a/w = associated with | c/w = consistent with, compared with |
  w/u = work-up | b/w = between | f/b = followed by | e/o = evidence of | i/s/o = in the setting of | d/c = discontinue, discharge | o/w = otherwise |
  w/c = wheelchair | s/s = signs and symptoms | n/t = numbness and tingling | r/t = related to | y/n = yes or no`;

/** Alone, as written or with a capital; in capitals they would be something else (*PT*, *TX*). */
const WORDS = `
  pt = patient | pts = patients | hx = history | dx = diagnosis | tx = treatment | sx = symptoms | fx = fracture | bx = biopsy | abx = antibiotics | meds = medications |
  appt = appointment | appts = appointments | eval = evaluation | bilat = bilateral | abd = abdomen | radic = radiculopathy | rxn = reaction | exac = exacerbation |
  hosp = hospital | pmhx = past medical history | fhx = family history | shx = social history`;

/** Behind an amount or another one of them: *10 mg po bid*; BID, TID and QID in capitals anywhere. */
const DOSING = `
  po = by mouth | bid = twice a day | tid = three times a day | qid = four times a day | qd = once a day | qod = every other day | qhs = at bedtime |
  qam = every morning | qpm = every evening | prn = as needed | wk = week | wks = weeks | mos = months | yrs = years | hrs = hours | mins = minutes`;

function read(table: string): ReadonlyMap<string, readonly string[]> {
  return new Map(
    table.split('|').map((entry): [string, readonly string[]] => {
      const [short = '', long = ''] = entry.trim().split(' = ');
      return [short, long.split(', ')];
    }),
  );
}

const slashed = read(SLASHED);
const words = read(WORDS);
const dosing = read(DOSING);

export interface Shorthand {
  readonly start: number;
  readonly end: number;
  /** What to write for it: the first is the usual meaning. */
  readonly long: readonly string[];
}

function oneOf(table: ReadonlyMap<string, unknown>): string {
  return [...table.keys()]
    .filter((short) => short !== 'w/')
    .sort((a, b) => b.length - a.length)
    .join('|');
}

const NOT_BEFORE = String.raw`(?<![\p{L}\p{N}/’'.-])`;
const NOT_BEHIND = String.raw`(?![\p{L}\p{N}/’'-])`;

const SHORTHAND = new RegExp(
  `${NOT_BEFORE}(?:` +
    // *w/* stands before its word, with a space or without.
    `(?<slashed>(?:${oneOf(slashed)})${NOT_BEHIND}|w/(?= ?\\p{L}))` +
    `|(?<word>${oneOf(words)})${NOT_BEHIND}` +
    `|(?<dosing>${oneOf(dosing)})${NOT_BEHIND}(?! old)` +
    ')',
  'giu',
);

const AMOUNT = new RegExp(
  String.raw`(?:\d|\d ?(?:mg|mcg|g|ml|units?|tabs?|tablets?|caps?|capsules?|puffs?|drops?)|(?<!\p{L})(?:${oneOf(dosing)})) ?$`,
  'iu',
);

/** The shorthand in a text, in its order. *c/o Dana Whitfield* is an address, *12 pt* a size of letters, *5 pts* a score. */
export function shorthandIn(text: string): Shorthand[] {
  return [...text.matchAll(SHORTHAND)].flatMap(({ 0: whole, index, groups = {} }): Shorthand[] => {
    const end = index + whole.length;
    const before = text.slice(Math.max(0, index - 20), index);
    const short = whole.toLowerCase();
    const long = slashed.get(short) ?? words.get(short) ?? dosing.get(short);
    if (!long) return [];
    if (short === 'c/o' && /^\s\p{Lu}\p{Ll}/u.test(text.slice(end, end + 3))) return [];
    if (groups.word !== undefined && (!/^\p{L}\p{Ll}+$/u.test(whole) || /[\d$] ?$/.test(before))) return [];
    if (
      groups.dosing !== undefined &&
      !/^[BTQ]ID$/.test(whole) &&
      (!AMOUNT.test(before) || /^ ?box/i.test(text.slice(end, end + 4)))
    )
      return [];
    return [{ start: index, end, long }];
  });
}
