import { passagesOf, placeIn } from '../analysis/passages.js';
import { countsOf, gradeLevel } from '../knowledge/readability.js';
import type { ResolvedLetter } from '../letter/letter.js';
import type { Rule } from '../lint/rule.js';
import { type NumberOption, numberOf } from '../lint/rule-options.js';

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
    const sentences = ownSentences(letter, file.uri);
    const counts = countsOf(sentences);
    const most = numberOf(grade, set);
    if (counts.words < fewestWords || gradeLevel(counts) < most + 1) return;
    report(
      file.firstLine,
      `Its own words read at grade ${String(Math.floor(gradeLevel(counts)))}. Make sentences shorter, and words plainer.`,
    );
  },
};

function ownSentences({ sections }: ResolvedLetter, uri: string): string[] {
  return sections.flatMap((section) =>
    passagesOf(section)
      .filter(({ kind }) => kind === 'paragraph' || kind === 'item')
      .flatMap((passage) =>
        passage.sentences
          .filter(({ start, end }) => placeIn(uri, passage, start, end) !== undefined)
          .map(({ start, end }) => passage.own.slice(start, end)),
      ),
  );
}
