import { othersIn } from '../analysis/parties.js';
import { isProse, type Passage, passagesOf, placeIn } from '../analysis/passages.js';
import { PRONOUN_WORDS, pronounFor, type Pronouns } from '../knowledge/pronouns.js';
import { capitalize } from '../knowledge/sentences.js';
import { readVerb } from '../knowledge/verbs.js';
import type { ResolvedSection } from '../letter/letter.js';
import { pronounsOf } from '../letter/derived-fields.js';
import type { Span } from '../letter/source.js';
import { TrackedFacts } from '../letter/tracked-facts.js';
import type { Fix, Rule } from '../lint/rule.js';
import { remember } from '../remember.js';
import { onceAPlace } from './checks/once-a-place.js';
import { wrongTitles } from './checks/wrong-titles.js';

export const pronoun: Rule = {
  id: 'pronoun',
  group: 'facts',
  severity: 'warning',
  subject: 'letter',
  needs: 'template',
  summary:
    'He, she and their forms, and Mr. or Ms. before the patient’s name, are the patient’s own, where nobody else can be meant.',
  why: 'A wrong pronoun is the mark of a paragraph that was copied from another patient’s letter, and a reviewer may stop there. [They], [them] and [their] always print the patient’s. The rule keeps silent where a relative, a clinician or anybody else who is named may be meant.',
  bad: 'patient\n  name: Jane Doe\n  pronouns: she\n---\nHis pain keeps Ms. Doe from work.',
  good: 'patient\n  name: Jane Doe\n  pronouns: she\n---\n[Their] pain keeps Ms. Doe from work. Her brother says that he helps.',
  check(letter, report, { schema, file }) {
    const pronouns = pronounsOf(new TrackedFacts(letter.facts), schema.vocabulary);
    if (typeof pronouns !== 'string') return;
    const tell = onceAPlace(report);
    for (const where of pronouns === 'they' ? [] : wrongTitles(letter, pronouns, file.uri))
      tell(where, 'This title does not go with the pronouns that the case gives. Is it about somebody else?');
    for (const section of letter.sections) {
      const wrong = spokenIn(section).filter(({ whose }) => whose !== pronouns);
      if (wrong.length === 0) continue;
      const others = othersIn(letter, section);
      if (others.has('either')) continue;
      for (const { passage, start, end, whose } of wrong) {
        const where = others.has(whose) ? undefined : placeIn(file.uri, passage, start, end);
        if (!where) continue;
        tell(
          where,
          'This is not the pronoun that the case gives for the patient. Is it about somebody else?',
          fixesFor(passage, start, where, pronouns),
        );
      }
    }
  },
};

interface SpokenOf {
  readonly passage: Passage;
  readonly start: number;
  readonly end: number;
  readonly whose: 'he' | 'she';
}

const words = [...PRONOUN_WORDS].filter(([, whose]) => whose !== 'they').map(([word]) => word);
const oneOf = words.sort((a, b) => b.length - a.length).join('|');
const first = words.map((word) => `${word.slice(0, 1).toUpperCase()}${word.slice(1)}`).join('|');

/** A pronoun in small letters or with a capital; with another one beside it, *his or her*, it is anybody's. */
const PRONOUN = new RegExp(
  `(?<![\\p{L}\\p{N}/)-])(${oneOf}|${first})(?![\\p{L}\\p{N}-])(\\s?(?:/|\\bor\\b|\\band\\b)\\s?\\(?(?:${oneOf})(?![\\p{L}\\p{N}]))?(?!/)`,
  'gu',
);

/** *He who asks*, *Her Majesty*; and the heart's conducting fibers, which are named after Wilhelm His. */
const NO_PRONOUN =
  /^(?:s?he (?:who|that|whom)|(?:his|her) (?:majesty|honor|highness|holiness|bundle|purkinje)|his-purkinje)(?!\p{L})/iu;
const BUNDLE_OF_HIS = /(?:bundle|branch|fibers) of His$/;

const spokenIn = remember((section: ResolvedSection): readonly SpokenOf[] =>
  passagesOf(section).flatMap((passage) =>
    [...passage.own.matchAll(PRONOUN)].flatMap(({ 0: whole, 1: word = '', 2: pair, index }): SpokenOf[] => {
      const whose = PRONOUN_WORDS.get(word.toLowerCase());
      if (pair !== undefined || whose === undefined || whose === 'they' || whole === '') return [];
      const end = index + word.length;
      const isOther =
        NO_PRONOUN.test(passage.own.slice(index, end + 12)) ||
        (word === 'His' && BUNDLE_OF_HIS.test(passage.own.slice(Math.max(0, index - 12), end)));
      if (isOther) return [];
      return [{ passage, start: index, end, whose }];
    }),
  ),
);

/** The forms that a word may stand for: *her* is *them* or *their*. */
const FORMS: Readonly<Record<string, readonly string[]>> = {
  he: ['they'],
  she: ['they'],
  him: ['them'],
  her: ['their', 'them'],
  his: ['their', 'theirs'],
  hers: ['theirs'],
  himself: ['themselves'],
  herself: ['themselves'],
};

function fixesFor(passage: Passage, start: number, where: Span, pronouns: Pronouns): { otherFixes?: readonly Fix[] } {
  const word = where.piece.text.slice(where.start, where.end);
  const isExact = passage.text.startsWith(word, start);
  const [, verb] =
    /^ ([a-z]+)(?![\p{L}\p{N}'’-])/u.exec(passage.text.slice(start + word.length, start + word.length + 40)) ?? [];
  const isSubject = /^s?he$/i.test(word);
  const inBrackets = isProse(
    passage,
    start,
    start + word.length + (isSubject && verb !== undefined ? verb.length + 1 : 0),
  );
  if (
    !isExact ||
    /^['’]/.test(passage.text.slice(start + word.length)) ||
    (!inBrackets && isSubject && pronouns === 'they')
  )
    return {};
  const otherFixes = (FORMS[word.toLowerCase()] ?? []).map((form): Fix => {
    const isFirst = /^\p{Lu}/u.test(word);
    const cased = (text: string) => (isFirst ? capitalize(text) : text);
    if (!inBrackets) {
      const text = cased(pronounFor(form, pronouns) ?? form);
      return { title: `Write "${text}"`, edits: [{ where, text }] };
    }
    const plain = isSubject ? plainOf(verb) : undefined;
    const text = `[${cased(form)}${plain === undefined ? '' : ` ${plain}`}]`;
    const end = where.end + (plain === undefined ? 0 : 1 + (verb ?? '').length);
    return { title: `Write ${text}`, edits: [{ where: { ...where, end }, text }] };
  });
  return { otherFixes };
}

/** What stands behind *they* where *he* has this verb; undefined where it is the same, or no verb. */
function plainOf(verb: string | undefined): string | undefined {
  if (verb === undefined) return undefined;
  if (verb === 'is') return 'are';
  if (verb === 'was') return 'were';
  if (verb === 'has') return 'have';
  const read = readVerb(verb);
  return read?.kind === 'misfit' ? read.plain : undefined;
}
