import { type Passage, passagesOf, placeIn, type Sentence, wordsWrittenIn } from '../analysis/passages.js';
import type { ResolvedSection } from '../letter/letter.js';
import type { Rule } from '../lint/rule.js';
import { type NumberOption, numberOf } from '../lint/rule-options.js';
import { remember } from '../remember.js';

const most: NumberOption = {
  takes: 'number',
  name: 'words',
  description: 'How many words a sentence may have.',
  usual: 40,
  least: 15,
  most: 200,
};

export const longSentence: Rule = {
  id: 'long-sentence',
  group: 'writing',
  severity: 'info',
  hint: true,
  subject: 'letter',
  needs: 'template',
  summary: 'A sentence has no more than forty words, or as many as are set.',
  why: 'Whoever reads fifty letters a day loses a long sentence before its verb. Federal plain-language guidelines advise short sentences, about twenty words on average. Words of the template, and facts that it prints, do not count: who writes the case cannot make them fewer.',
  options: [most],
  bad: `## Rationale\n${'She cannot walk and '.repeat(10)}she cannot work.`,
  good: '## Rationale\nShe cannot walk. She cannot work.',
  check(letter, report, { file }, set) {
    const mostWords = numberOf(most, set);
    for (const section of letter.sections) {
      for (const { passage, start, end } of longIn(section)) {
        if (wordsWrittenIn(passage, start, end, file.uri) <= mostWords) continue;
        const where = placeIn(file.uri, passage, start, end);
        if (where) report(where, `This sentence has over ${String(mostWords)} words. Make two or three of it.`);
      }
    }
  },
};

/** Those that are long for the lowest limit. */
const longIn = remember((section: ResolvedSection): readonly (Sentence & { readonly passage: Passage })[] =>
  passagesOf(section).flatMap((passage) =>
    passage.sentences
      .filter(({ start, end }) => passage.own.slice(start, end).split(' ').length > most.least)
      .map((sentence) => ({ ...sentence, passage })),
  ),
);
