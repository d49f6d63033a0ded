import { isProse, type Passage, passagesOf, placeIn } from '../analysis/passages.js';
import type { ResolvedSection } from '../letter/letter.js';
import type { Rule } from '../lint/rule.js';
import { remember } from '../remember.js';
import { onceAPlace } from './checks/once-a-place.js';

export const repeatedWord: Rule = {
  id: 'repeated-word',
  group: 'writing',
  severity: 'warning',
  subject: 'letter',
  needs: 'template',
  summary: 'No word stands twice by a slip: the the.',
  why: 'A doubled word tells a reviewer that nobody read the letter again. Words that English doubles (had had, that that, gave her her tablets, very very) and names are left alone.',
  bad: '## Rationale\nShe needs the the treatment.',
  good: '## Rationale\nShe needs the treatment that had had such an effect.',
  check(letter, report, { file }) {
    const tell = onceAPlace(report);
    for (const section of letter.sections) {
      for (const { passage, start, end, word } of repeatedIn(section)) {
        const where = placeIn(file.uri, passage, start, end);
        if (!where) continue;
        const isPlain = isProse(passage, start, end);
        tell(where, 'A word stands here twice in a row. Take one of them out.', {
          ...(isPlain && { fix: { title: 'Take one of them out', edits: [{ where, text: word }] } }),
        });
      }
    }
  },
};

interface Repeated {
  readonly passage: Passage;
  readonly start: number;
  readonly end: number;
  /** As it stands first. */
  readonly word: string;
}

/** What English puts twice in a row: verbs, particles and pronouns that belong to two clauses, and words for much. */
const DOUBLED = new Set(
  'had that is was are in on her his it you who do so very really much many far again long no ha bye tut well'.split(
    ' ',
  ),
);

/** Only with a space between: after a comma a word is repeated on purpose. */
const TWICE = /(?<![\p{L}\p{N}'’./-])(\p{L}\p{Ll}*)\s\1(?![\p{L}\p{N}'’/-]|\.\p{L})/giu;

const repeatedIn = remember((section: ResolvedSection): readonly Repeated[] =>
  passagesOf(section).flatMap((passage) =>
    [...passage.own.matchAll(TWICE)].flatMap(({ 0: whole, 1: word = '', index }) => {
      const second = whole.slice(word.length + 1);
      if (DOUBLED.has(word.toLowerCase()) || isName(word, second)) return [];
      return [{ passage, start: index, end: index + whole.length, word }];
    }),
  ),
);

/** *Walla Walla*; a letter by itself may be a grade or a list's. */
function isName(first: string, second: string): boolean {
  return /^\p{Lu}/u.test(second) || (first.length === 1 && !/^[ai]$/i.test(first));
}
