import { chmodSync, lstatSync, mkdirSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { reasonOf } from '../workspace/file-failure.js';
import { readArguments } from './arguments.js';
import { Failure } from './failure.js';
import { hooksFolder } from './git-changes.js';
import { initOptions } from './help.js';
import { ciFiles, hookText, settingsFiles } from './init-files.js';
import { printable, shown } from './printable.js';
import { relativeName } from './relative-name.js';
import { replaceFile } from './replace-file.js';
import type { Surroundings } from './surroundings.js';

interface ToBegin {
  readonly path: string;
  readonly text: string;
  readonly runs?: true;
}

/** `lmn init [FOLDER]`: begins what a folder of letters needs to be checked, and says of each file whether it is new. Nothing that is there is changed. Gives the exit code. */
export async function initCommand(words: readonly string[], surroundings: Surroundings): Promise<number> {
  const { options, operands } = readArguments(words, initOptions);
  const { cwd, stdout } = surroundings;
  const [written = '.', ...more] = operands;
  if (more.length > 0) throw new Failure(`One folder at a time: ${shown(more[0] ?? '')} is one too many.`);
  const folder = resolve(cwd, written);
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true)
    throw new Failure(`${shown(written)} is no folder. Make it first.`);
  const ci = options.get('ci');
  const files = [...settingsFiles, ...(ci === 'github' || ci === 'gitlab' ? [ciFiles[ci]] : [])];
  const begun: ToBegin[] = files.map(({ path, text }) => ({ path: join(folder, ...path.split('/')), text }));
  if (options.has('hook')) begun.push({ path: join(hooksFolder(folder), 'pre-commit'), text: hookText, runs: true });
  for (const file of begun) {
    const name = printable(relativeName(file.path, cwd));
    await stdout.write(`${name}: ${begin(file, name) ? 'new' : 'is there already, and stays as it is'}.\n`);
  }
  return 0;
}

/** False where something is there already. */
function begin({ path, text, runs }: ToBegin, name: string): boolean {
  if (lstatSync(path, { throwIfNoEntry: false })) return false;
  try {
    mkdirSync(dirname(path), { recursive: true });
    replaceFile(path, Buffer.from(text));
    if (runs) chmodSync(path, 0o755);
    return true;
  } catch (error) {
    throw new Failure(`${name} could not be written: ${reasonOf(error)}.`);
  }
}
