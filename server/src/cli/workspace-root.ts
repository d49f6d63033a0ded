import { lstatSync, realpathSync } from 'node:fs';
import { dirname, isAbsolute, parse, relative, resolve, sep } from 'node:path';

/** True for a folder itself and all that lies beneath it. Both paths are absolute. */
export function isInside(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

/** The path that leads to the same place without links; the path itself where there is nothing. */
export function realPath(path: string): string {
  try {
    return realpathSync.native(path);
  } catch {
    return path;
  }
}

/**
 * The workspace that a folder belongs to: the files that can name one another. That is the working folder with all of its git repository
 * for what lies in it, and for what lies elsewhere the repository there, else the folder itself. A home folder or a whole disk
 * is no workspace: reading it would take minutes.
 */
export function workspaceRoot(folder: string, cwd: string, home: string | undefined): string {
  const candidates = [...(isInside(folder, cwd) ? [repositoryOf(cwd), cwd] : []), repositoryOf(folder)];
  return candidates.find((path) => path !== undefined && !isTooLarge(path, home)) ?? folder;
}

function isTooLarge(folder: string, home: string | undefined): boolean {
  return folder === parse(folder).root || (home !== undefined && isInside(home, folder));
}

function repositoryOf(folder: string): string | undefined {
  for (let path = folder; ; path = dirname(path)) {
    if (isRepository(path)) return path;
    if (path === dirname(path)) return undefined;
  }
}

/** `.git` is a folder, or in a worktree or submodule a file. */
function isRepository(folder: string): boolean {
  return isThere(resolve(folder, '.git'));
}

/** False also where a folder on the way may not be looked into; that is told when its files are asked for. */
export function isThere(path: string): boolean {
  try {
    return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
  } catch {
    return false;
  }
}
