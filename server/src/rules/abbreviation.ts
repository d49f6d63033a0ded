import { isWording, type Passage, passagesOf, placeIn } from '../analysis/passages.js';
import { ABBREVIATIONS } from '../knowledge/abbreviations.js';
import { capitalize, startsSentence } from '../knowledge/sentences.js';
import type { ResolvedSection } from '../letter/letter.js';
import { textOf } from '../letter/source.js';
import type { Fix, Rule } from '../lint/rule.js';
import { type TableOption, tableOf, type WordsOption, wordsOf } from '../lint/rule-options.js';
import { remember } from '../remember.js';

const own: TableOption = {
  takes: 'table',
  name: 'words',
  description: 'Abbreviations of your own, with the words for each.',
  usual: {},
  example: ['MPP', 'multidisciplinary pain program'],
};

const known: WordsOption = {
  takes: 'words',
  name: 'known',
  description: 'Abbreviations that your readers know and that need no words.',
  usual: [],
};

export const abbreviation: Rule = {
  id: 'abbreviation',
  group: 'writing',
  severity: 'warning',
  subject: 'letter',
  needs: 'template',
  summary: 'An abbreviation is written out where the letter first uses it.',
  why: 'Letters of one specialty mean another thing in the next: PT is physical therapy or a time of clotting. The AMA Manual of Style asks for the words at first mention, with the abbreviation in parentheses. Only abbreviations common in letters are known; what every reader knows (MRI, FDA), units, degrees, drug forms, names and quotations are left alone, and so is what the letter writes out before.',
  options: [own, known],
  bad: '## History\nHer LBP began in 2019.',
  good: '## History\nHer low back pain (LBP) began in 2019. LBP limits her.',
  check(letter, report, { file }, set) {
    const names = tableOf(own, set);
    const left = new Set(wordsOf(known, set));
    const forms = new Map(letter.sections.map((section) => [section, shortFormsIn(section, names, left)] as const));
    const seen = new Map<string, number>();
    for (const { short } of [...forms.values()].flat()) seen.set(short, (seen.get(short) ?? 0) + 1);
    if (seen.size === 0) return;
    const told = new Set<string>();
    const read: string[] = [];
    for (const [section, short] of forms) {
      for (const one of short) {
        const { short, long, passage, start, end } = one;
        if (told.has(short)) continue;
        told.add(short);
        if (isWrittenOut(one, [...read, ...textsUpTo(section, passage, start)])) continue;
        const where = placeIn(file.uri, passage, start, end);
        if (!where) continue;
        const written = passage.text.slice(start, end);
        const again = (seen.get(short) ?? 0) > 1;
        const fixes = textOf(where) === written ? long.map((words) => write(words, one, again, where)) : [];
        const [fix, ...others] = fixes;
        report(where, 'This abbreviation is not written out. Write the words at its first use.', {
          ...(fix && (others.length === 0 ? { fix } : { otherFixes: fixes })),
        });
      }
      read.push(...textsOf(section));
    }
  },
};

interface ShortForm {
  readonly passage: Passage;
  readonly start: number;
  readonly end: number;
  /** Without the s of its plural. */
  readonly short: string;
  readonly isPlural: boolean;
  readonly long: readonly string[];
}

/** What may be one: at least two letters, of which one but the first is a capital. A name with a number behind it is a scale's: *GAD-7*. */
const SHORT_FORM =
  /(?<![\p{L}\p{N}’'.&-])\p{Lu}(?=[\p{L}\p{N}]*[\p{Lu}\p{N}])[\p{L}\p{N}]{1,7}(?:-[12])?(?![\p{L}\p{N}&]|-\d|\.\p{L})/gu;

/** Degrees and states, where they stand behind a name or a town. */
const DEGREES = /^(?:PT|OT|MS|MI|VT|SLP|BCBA)$/;

/** Units that somebody wrote in capitals. */
const UNITS = /^M[GIS]$/;

interface Candidate {
  readonly passage: Passage;
  readonly written: string;
  readonly index: number;
}

const candidatesIn = remember((section: ResolvedSection): readonly Candidate[] =>
  passagesOf(section).flatMap((passage) => {
    // What is wholly in capitals is emphasized, not abbreviated.
    if (!/\p{Ll}/u.test(passage.own)) return [];
    return [...passage.own.matchAll(SHORT_FORM)].flatMap(({ 0: written, index }): Candidate[] =>
      isWording(passage, index) ? [{ passage, written, index }] : [],
    );
  }),
);

/** The short forms of a section that have words: `names` adds some, and those of `left` are left alone. */
function shortFormsIn(
  section: ResolvedSection,
  names: ReadonlyMap<string, string>,
  left: ReadonlySet<string>,
): readonly ShortForm[] {
  return candidatesIn(section).flatMap(({ passage, written, index }): ShortForm[] => {
    const short = names.has(written) || ABBREVIATIONS.has(written) ? written : written.replace(/s$/, '');
    const name = names.get(short);
    const long = name === undefined ? ABBREVIATIONS.get(short) : [name];
    if (!long || left.has(short)) return [];
    const before = passage.own.slice(Math.max(0, index - 20), index);
    if (DEGREES.test(short) && /(?:,|\p{Lu}\p{Ll}+)\s$/u.test(before)) return [];
    if (UNITS.test(short) && /\d ?$/.test(before)) return [];
    return [{ passage, start: index, end: index + written.length, short, isPlural: short !== written, long }];
  });
}

/** The text of each passage as it is compared: hyphens and line breaks are spaces. */
const textsOf = remember((section: ResolvedSection): readonly string[] =>
  passagesOf(section).map(({ text }) => folded(text)),
);

function textsUpTo(section: ResolvedSection, passage: Passage, offset: number): string[] {
  const at = passagesOf(section).indexOf(passage);
  return [...textsOf(section).slice(0, at), folded(passage.text.slice(0, offset))];
}

function folded(text: string): string {
  return text.toLowerCase().replace(/[\s\u2010-\u2015-]+/g, ' ');
}

/** Whether its words stand before it, or it is explained where it stands: *low-back pain (LBP)*, *LBP (low back pain)*. */
function isWrittenOut({ passage, start, end, long }: ShortForm, before: readonly string[]): boolean {
  const { text } = passage;
  if (/\p{Ll}[’”"]? \($/u.test(text.slice(Math.max(0, start - 5), start)) && /^s?\)/.test(text.slice(end, end + 2)))
    return true;
  if (/^ \(\p{L}+[ -]\p{L}/u.test(text.slice(end, end + 40))) return true;
  return long.some((words) => before.some((one) => one.includes(folded(words))));
}

function write(
  words: string,
  { passage, start, end, short, isPlural }: ShortForm,
  again: boolean,
  where: Fix['edits'][number]['where'],
): Fix {
  const several = isPlural && !/s$/.test(words) ? words.replace(/y$/, 'ie').concat('s') : words;
  const said = startsSentence(passage.text.slice(0, start)) ? capitalize(several) : several;
  const text = again ? `${said} (${passage.text.slice(start, end)})` : said;
  return { title: `Write out ${short}: "${words}"`, edits: [{ where, text }], asks: true };
}
