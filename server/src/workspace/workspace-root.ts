import { configFileName } from '../configuration/config.js';
import { declaresRoot } from './declares-root.js';
import { type FilePort, isInside } from './file-port.js';

export interface WorkspaceRoot {
  readonly path: string;
  readonly why: 'root: true' | 'repository' | 'configuration' | 'working folder' | 'folder';
}

/**
 * The workspace that a folder belongs to on the command line, where nobody has opened one: the files that can name one another. Upwards from the folder that
 * is the first one whose configuration says `"root": true`; else the git repository around the working folder, or of what lies elsewhere; else the uppermost
 * folder with a configuration; else the working folder, or the folder itself. A home folder or a whole disk is no workspace: reading it would take minutes.
 */
export async function workspaceRoot(
  files: FilePort,
  folder: string,
  cwd: string,
  home: string | undefined,
): Promise<WorkspaceRoot> {
  const isTooLarge = (path: string) =>
    path === files.parent(path) || (home !== undefined && isInside(files, home, path));
  const around = isInside(files, folder, cwd) && !isTooLarge(cwd) ? cwd : undefined;
  let highest: string | undefined;
  for (let path = folder; !isTooLarge(path); path = files.parent(path)) {
    const isConfigured = await isThere(files, files.join(path, configFileName));
    if (isConfigured && (await declaresRoot(files, path))) return { path, why: 'root: true' };
    // What is less than the working folder is not what its user works in, unless it says so itself.
    if (around !== undefined && path !== around && isInside(files, path, around)) continue;
    // `.git` is a folder, or in a worktree or submodule a file.
    if (await isThere(files, files.join(path, '.git'))) return { path, why: 'repository' };
    if (isConfigured) highest = path;
  }
  if (highest !== undefined) return { path: highest, why: 'configuration' };
  return around === undefined ? { path: folder, why: 'folder' } : { path: around, why: 'working folder' };
}

/** False also where a folder on the way may not be looked into; that is told when its files are asked for. */
async function isThere(files: FilePort, path: string): Promise<boolean> {
  try {
    await files.stat(path);
    return true;
  } catch {
    return false;
  }
}
