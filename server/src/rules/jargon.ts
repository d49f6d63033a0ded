import { isWording, type Passage, passagesOf, placeIn } from '../analysis/passages.js';
import { type Shorthand, shorthandIn } from '../knowledge/chart-shorthand.js';
import { capitalize } from '../knowledge/sentences.js';
import type { ResolvedSection } from '../letter/letter.js';
import { textOf } from '../letter/source.js';
import type { Fix, Rule } from '../lint/rule.js';
import { type WordsOption, wordsOf } from '../lint/rule-options.js';
import { remember } from '../remember.js';
import { onceAPlace } from './checks/once-a-place.js';

const known: WordsOption = {
  takes: 'words',
  name: 'known',
  description: 'Shorthand that may stand in your letters, such as prn.',
  usual: [],
};

export const jargon: Rule = {
  id: 'jargon',
  group: 'writing',
  severity: 'info',
  hint: true,
  subject: 'letter',
  needs: 'template',
  summary: 'The letter has words where a chart has shorthand: complains of, not c/o.',
  why: 'A first reviewer is often no clinician, and a letter in chart shorthand reads as a pasted note. Quotations, addresses and names are left alone.',
  options: [known],
  bad: '## History\nPt c/o pain w/ walking, s/p fusion.',
  good: '## History\nThe patient complains of pain with walking after fusion. Send it c/o Dana Whitfield.',
  check(letter, report, { file }, set) {
    const left = new Set(wordsOf(known, set).map((word) => word.toLowerCase()));
    const tell = onceAPlace(report);
    for (const section of letter.sections) {
      for (const { passage, start, end, long } of shorthandOf(section)) {
        const where = placeIn(file.uri, passage, start, end);
        if (!where) continue;
        const short = passage.text.slice(start, end);
        if (left.has(short.toLowerCase())) continue;
        // Where a value prints otherwise than it was given, its place is all of it.
        const fixes = textOf(where) === short ? long.map((words) => write(words, short, where)) : [];
        const [fix, ...otherFixes] = fixes;
        tell(where, 'This is chart shorthand. Write the words for it.', {
          ...(fix && (otherFixes.length === 0 ? { fix } : { otherFixes: fixes })),
        });
      }
    }
  },
};

function write(words: string, short: string, where: Fix['edits'][number]['where']): Fix {
  const text =
    (/^\p{Lu}/u.test(short) ? capitalize(words) : words) + (/\/$/.test(short) && !isFollowedBySpace(where) ? ' ' : '');
  return { title: `Write "${words}"`, edits: [{ where, text }], asks: true };
}

/** `w/walking` */
function isFollowedBySpace({ piece, end }: Fix['edits'][number]['where']): boolean {
  return /\s/.test(piece.text.charAt(end));
}

const shorthandOf = remember((section: ResolvedSection): readonly (Shorthand & { readonly passage: Passage })[] =>
  passagesOf(section).flatMap((passage) =>
    shorthandIn(passage.own)
      .filter(({ start }) => isWording(passage, start))
      .map((one) => ({ ...one, passage })),
  ),
);
