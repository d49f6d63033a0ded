import { dirname } from 'node:path';
import { noSettings } from '../configuration/config-chain.js';
import { codeLists } from '../disk/code-folders.js';
import { unpackSource } from '../language/packed-source.js';
import { Workspace } from '../language/workspace.js';
import { allRules } from '../rules/all-rules.js';
import { dictionaryOf } from '../spelling/dictionary.js';
import { WordList } from '../spelling/word-list.js';
import { checkFile, type Checks } from './check-file.js';
import { fileTexts } from './file-texts.js';
import { readTarget } from './lint-groups.js';
import { parse } from './parser.js';
import { shippedSources } from './shipped-sources.js';
import type { FromThread, ThreadWork, ToThread } from './threads.js';

/** What a thread does with what it hears: it opens the work once, then checks what it is given, in that order. */
export function checkThread(say: (message: FromThread) => void): (message: ToThread) => void {
  let checks: Checks | undefined;
  return (message) => {
    if (message.kind === 'open') {
      checks = openWork(message.work);
      say({ kind: 'ready' });
      return;
    }
    const { number, targets } = message;
    if (checks === undefined) throw new Error('Nothing is open.');
    const opened = checks;
    say({ kind: 'checked', number, files: targets.map((target) => checkFile(target, opened)) });
  };
}

function openWork({ shared, codeFolders, tracked, settings, only, words }: ThreadWork): Checks {
  const workspace = new Workspace();
  for (const file of shippedSources(parse)) workspace.set(file);
  for (const packed of shared) workspace.set(unpackSource(packed));
  workspace.codes = codeLists(codeFolders);
  if (words !== undefined) workspace.dictionary = dictionaryOf(new WordList(words));
  const texts = fileTexts();
  return {
    ...{ workspace, tracked },
    findsIn({ path }) {
      const { severities, options } = settings.get(dirname(path)) ?? noSettings;
      return { rules: allRules, only, severities, options };
    },
    read: (target) => readTarget(target, workspace, parse, texts),
  };
}
