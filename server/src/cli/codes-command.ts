import { join, resolve } from 'node:path';
import { codesInWorkspace } from '../codes/compact-file.js';
import { codesOfUser } from '../disk/code-folders.js';
import { diskNow } from '../disk/disk-now.js';
import { workspaceRoot } from '../workspace/workspace-root.js';
import { addCodes, type KeptIn } from './add-codes.js';
import { readArguments } from './arguments.js';
import { Failure } from './failure.js';
import { codesOptions } from './help.js';
import { printable, shown } from './printable.js';
import { relativeName } from './relative-name.js';
import type { Surroundings } from './surroundings.js';

/** `lmn codes add FILE`: keeps the codes of an official file, so that they are known from then on. Gives the exit code. */
export async function codesCommand(words: readonly string[], surroundings: Surroundings): Promise<number> {
  const { options, operands } = readArguments(words, codesOptions);
  const [what, file, ...more] = operands;
  if (what !== 'add' || file === undefined || more.length > 0)
    throw new Failure('Say which file: lmn codes add icd10cm-order-2026.txt');
  const year = options.get('year');
  if (year !== undefined && !/^20\d\d$/.test(year)) throw new Failure(`${shown(year)} is no year, such as 2026.`);
  const kept = await keptIn(options.has('workspace'), surroundings);
  const added = addCodes(resolve(surroundings.cwd, file), kept, year === undefined ? undefined : Number(year));
  const where = printable(kept.isShared ? relativeName(added.path, surroundings.cwd) : added.path);
  await surroundings.stdout.write(
    `${String(added.count)} codes of fiscal year ${String(added.year)} are known now: ${where}\n`,
  );
  return 0;
}

async function keptIn(isShared: boolean, { cwd, home, stateFolder }: Surroundings): Promise<KeptIn> {
  if (isShared) {
    const { path } = await workspaceRoot(diskNow, cwd, cwd, home);
    return { folder: join(path, codesInWorkspace), isShared };
  }
  if (stateFolder === undefined)
    throw new Failure('Nobody says where your programs keep their files. Keep the list here: add --workspace');
  return { folder: join(stateFolder, codesOfUser), isShared };
}
