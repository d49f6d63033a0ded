import { dirname } from 'node:path';
import { noSettings } from '../configuration/config-chain.js';
import { allRules } from '../rules/all-rules.js';
import { dictionaryOf } from '../spelling/dictionary.js';
import { WordList } from '../spelling/word-list.js';
import type { FoundFile } from '../workspace/find-files.js';
import { type CheckedFile, checkFile, type Checks } from './check-file.js';
import { fileTexts } from './file-texts.js';
import { readTarget } from './lint-groups.js';
import { parse } from './parser.js';
import { openTexts } from './shared-texts.js';
import type { LintWork } from './threads.js';

/** Checks files in a thread that is not the first. */
export function openLint({ tracked, settings, only, words, ...texts }: LintWork): (target: FoundFile) => CheckedFile {
  const workspace = openTexts(texts);
  if (words !== undefined) workspace.dictionary = dictionaryOf(new WordList(words));
  const read = fileTexts();
  const checks: Checks = {
    ...{ workspace, tracked },
    findsIn({ path }) {
      const { severities, options } = settings.get(dirname(path)) ?? noSettings;
      return { rules: allRules, only, severities, options };
    },
    read: (target) => readTarget(target, workspace, parse, read),
  };
  return (target) => checkFile(target, checks);
}
