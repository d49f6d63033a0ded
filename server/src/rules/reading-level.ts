import { isFrom, type Passage, passagesOf } from '../analysis/passages.js';
import { gradeLevel, sumOfCounts, type TextCounts, textCounts } from '../knowledge/readability.js';
import type { ResolvedLetter } from '../letter/letter.js';
import type { Rule } from '../lint/rule.js';
import { type NumberOption, numberOf } from '../lint/rule-options.js';
import { remember } from '../remember.js';

const grade: NumberOption = {
  takes: 'number',
  name: 'grade',
  description: 'Up to which school grade a letter may read.',
  usual: 14,
  least: 6,
  most: 20,
};

/** The formula says nothing of less. */
const fewestWords = 100;

export const readingLevel: Rule = {
  id: 'reading-level',
  group: 'writing',
  severity: 'info',
  hint: true,
  subject: 'letter',
  needs: 'template',
  summary: 'The words that a case adds to its letter read no harder than at grade 14.',
  why: 'The first reviewer is often no clinician, and reads fifty letters a day. The grade is that of Flesch and Kincaid (Navy Research Branch Report 8-75, 1975), counted over the case’s own paragraphs once they have a hundred words; quotations and the template’s words do not count. Shorter sentences lower it most.',
  options: [grade],
  bad: `## Rationale\n${'Conservative management, including multidisciplinary rehabilitation, pharmacological optimization and psychological intervention, demonstrated insufficient functional improvement notwithstanding documented adherence throughout the observation period. '.repeat(5)}`,
  good: `## Rationale\n${'She has tried exercise and three drugs. None of them helped her to walk. She took each of them as she was told. '.repeat(6)}`,
  check(letter, report, { file }, set) {
    const counts = sumOfCounts(ownSentences(letter, file.uri));
    const most = numberOf(grade, set);
    if (counts.words < fewestWords || gradeLevel(counts) < most + 1) return;
    report(
      file.firstLine,
      `Its own words read at grade ${String(Math.floor(gradeLevel(counts)))}. Make sentences shorter, and words plainer.`,
    );
  },
};

function ownSentences({ sections }: ResolvedLetter, uri: string): TextCounts[] {
  return sections.flatMap((section) =>
    passagesOf(section)
      .filter(({ kind }) => kind === 'paragraph' || kind === 'item')
      .flatMap((passage) =>
        countsIn(passage).filter((_, index) => {
          const sentence = passage.sentences[index];
          return sentence && isFrom(uri, passage, sentence);
        }),
      ),
  );
}

/** Sentence by sentence. */
const countsIn = remember(({ own, sentences }: Passage): readonly TextCounts[] =>
  sentences.map(({ start, end }) => textCounts(own.slice(start, end))),
);
