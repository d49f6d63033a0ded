import { type Passage, passagesOf, placeIn, type Sentence, wordsWrittenIn } from '../analysis/passages.js';
import type { ResolvedSection } from '../letter/letter.js';
import type { Rule } from '../lint/rule.js';
import { remember } from '../remember.js';

export const longSentence: Rule = {
  id: 'long-sentence',
  group: 'writing',
  severity: 'info',
  hint: true,
  subject: 'letter',
  needs: 'template',
  summary: 'A sentence has no more than forty words.',
  why: 'Whoever reads fifty letters a day loses a long sentence before its verb. Federal plain-language guidelines advise short sentences, about twenty words on average. Words of the template, and facts that it prints, do not count: who writes the case cannot make them fewer.',
  bad: `## Rationale\n${'She cannot walk and '.repeat(10)}she cannot work.`,
  good: '## Rationale\nShe cannot walk. She cannot work.',
  check(letter, report, { file }) {
    for (const section of letter.sections) {
      for (const { passage, start, end } of longIn(section)) {
        if (wordsWrittenIn(passage, start, end, file.uri) <= mostWords) continue;
        const where = placeIn(file.uri, passage, start, end);
        if (where) report(where, 'This sentence has over forty words. Make two or three of it.');
      }
    }
  },
};

const mostWords = 40;

const longIn = remember((section: ResolvedSection): readonly (Sentence & { readonly passage: Passage })[] =>
  passagesOf(section).flatMap((passage) =>
    passage.sentences
      .filter(({ start, end }) => passage.own.slice(start, end).split(' ').length > mostWords)
      .map((sentence) => ({ ...sentence, passage })),
  ),
);
