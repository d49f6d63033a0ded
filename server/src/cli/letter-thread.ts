import { dirname } from 'node:path';
import { noSettings } from '../configuration/config-chain.js';
import { documentWriters } from '../document-writers.js';
import type { FoundFile } from '../workspace/find-files.js';
import { fileTexts } from './file-texts.js';
import { readTarget } from './lint-groups.js';
import { type LetterMaking, type MadeLetter, makeLetter } from './make-letter.js';
import { parse } from './parser.js';
import { openTexts } from './shared-texts.js';
import type { LettersWork } from './threads.js';

/** Makes letters in a thread that is not the first. */
export function openLetters({ asked, settings, ...texts }: LettersWork): (target: FoundFile) => Promise<MadeLetter> {
  const workspace = openTexts(texts);
  const read = fileTexts();
  const making: LetterMaking = {
    ...{ workspace, asked },
    read: (target) => readTarget(target, workspace, parse, read),
    settingsOf: ({ path }) => settings.get(dirname(path)) ?? noSettings,
    writers: documentWriters(() => asked.now),
  };
  return (target) => makeLetter(target, making);
}
