import { isProse, type Passage, passagesOf, placeIn, sentenceAt } from '../analysis/passages.js';
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
  'had that her his it you who do so very really much many far again long no ha bye tut well'.split(' '),
);

/** *What it is is a sprain*: the clause before has a word that it asks or relates with. */
const OF_TWO_CLAUSES =
  /(?<!\p{L})(?:what|who|where|when|how|why|which|that|all|thing|things|problem|question|truth|fact|reason|point)(?!\p{L})[^.!?;:]*$/iu;

/** *Moved in in 2019*, *went on on her own*: the first belongs to its verb. */
const BEHIND_A_VERB =
  /(?<!\p{L})(?:com(?:e|es|ing)|came|go(?:es|ne|ing)?|went|mov\w+|check\w*|log\w*|br(?:ing|ought)\w*|let|t(?:ake|ook|aken|aking)|sets?|setting|kick\w*|puts?|call\w*|carr(?:y|ied|ies)|g(?:et|ets|ot)|turn\w*|h(?:old|eld)\w*|k(?:eep|ept)\w*|depend\w*|sleep\w*|liv\w+|work\w*|ha[sd]|have|\p{L}+(?:ed|wn|en|ing)) $/iu;

function belongsToTwo(word: string, before: string): boolean {
  if (/^(?:is|was|are)$/i.test(word)) return OF_TWO_CLAUSES.test(before);
  return /^(?:in|on)$/i.test(word) && BEHIND_A_VERB.test(before);
}

/** How far back is looked for the clause before. */
const clause = 120;

/** Only with a space between: after a comma a word is repeated on purpose. */
const TWICE = /(?<![\p{L}\p{N}'’./-])(\p{L}\p{Ll}*)\s\1(?![\p{L}\p{N}'’/-]|\.\p{L})/giu;

const repeatedIn = remember((section: ResolvedSection): readonly Repeated[] =>
  passagesOf(section).flatMap((passage) =>
    [...passage.own.matchAll(TWICE)].flatMap(({ 0: whole, 1: word = '', index }) => {
      const second = whole.slice(word.length + 1);
      const before = passage.own.slice(Math.max(sentenceAt(passage, index).start, index - clause), index);
      if (DOUBLED.has(word.toLowerCase()) || isName(word, second) || belongsToTwo(word, before)) return [];
      return [{ passage, start: index, end: index + whole.length, word }];
    }),
  ),
);

/** No name begins with these. */
const SMALL_WORDS = /^(?:the|an|and|of|to|in|for|with|this|is|was|are|we|at|by|from)$/i;

/** *Walla Walla*; a letter by itself may be a grade or a list's. */
function isName(first: string, second: string): boolean {
  return (
    (/^\p{Lu}\p{Ll}/u.test(second) && !SMALL_WORDS.test(second)) ||
    /^\p{Lu}+$/u.test(second) ||
    (first.length === 1 && !/^[ai]$/i.test(first))
  );
}
