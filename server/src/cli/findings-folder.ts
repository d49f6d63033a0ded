import { resolve } from 'node:path';
import { reasonOf } from '../workspace/file-failure.js';
import type { LintOptions } from './lint-options.js';
import { makeOwnFolder } from './own-folder.js';
import { shown } from './printable.js';
import type { Surroundings } from './surroundings.js';

/**
 * Where findings are kept: in the folder that is asked for, or in the user's own, if nobody else can have put anything into that. Otherwise it is told why nothing is kept, and the run goes
 * on without.
 */
export async function findingsFolder(
  { location }: NonNullable<LintOptions['cache']>,
  { cwd, cacheFolder }: Pick<Surroundings, 'cwd' | 'cacheFolder'>,
  tell: (line: string) => Promise<void> | void,
): Promise<string | undefined> {
  if (location !== undefined) return resolve(cwd, location);
  const why = cacheFolder === undefined ? 'This system names no cache folder' : whyNot(cacheFolder);
  if (why === undefined) return cacheFolder;
  await tell(`${why}: nothing is kept. --cache-location FOLDER names another one.`);
  return undefined;
}

function whyNot(folder: string): string | undefined {
  try {
    return makeOwnFolder(folder) ? undefined : `${shown(folder)} is not yours alone`;
  } catch (error) {
    return `${shown(folder)} could not be made (${reasonOf(error)})`;
  }
}
