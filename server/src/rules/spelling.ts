import { misspelledIn } from '../analysis/misspelled-words.js';
import { isWordAround } from '../analysis/words-around.js';
import type { Fix, Rule } from '../lint/rule.js';
import { type WordsOption, wordsOf } from '../lint/rule-options.js';
import { once } from '../remember.js';
import { foldWord } from '../spelling/word-order.js';

const own: WordsOption = {
  takes: 'words',
  name: 'words',
  description: 'Words of your own that are spelled right, such as the name of a program.',
  usual: [],
};

export const spelling: Rule = {
  id: 'spelling',
  group: 'writing',
  severity: 'info',
  hint: true,
  subject: 'file',
  needs: 'dictionary',
  summary: 'Words are spelled as in American or British English, or in medicine.',
  why: 'A misspelled word makes a reviewer doubt the rest, and a misspelled drug may be taken for another. The words are those of SCOWL, and over six thousand of medicine of our own choice. Names, codes, abbreviations, quotations and all words of the facts, the address book and the policies are left alone, and of other unknown words only those are told of that are one or two letters away from a known one.',
  options: [own],
  bad: { 'x.lmn': '## History\nThe tretament failed.', dictionary: 'the\ntreatment\nfailed' },
  good: { 'x.lmn': '## History\nThe treatment failed.', dictionary: 'the\ntreatment\nfailed' },
  check(subject, report, set) {
    const { file, workspace, sections } = subject;
    const { dictionary } = workspace;
    if (!dictionary || (file.kind !== 'case' && file.kind !== 'template')) return;
    const known = once(() => new Set(wordsOf(own, set).map(foldWord)));
    for (const section of sections) {
      for (const { word, where, meant } of misspelledIn(section, dictionary)) {
        const folded = foldWord(word);
        if (known().has(folded) || isWordAround(subject, folded)) continue;
        const fixes = meant.map((text): Fix => ({
          title: `Write "${text}"`,
          edits: [{ where, text }],
          asks: true,
        }));
        const [fix, ...otherFixes] = fixes;
        report(where, `This word is in no dictionary here. Did you mean "${meant[0] ?? ''}"?`, {
          ...(fix && { fix, otherFixes }),
          listable: { option: own.name, word },
        });
      }
    }
  },
};
