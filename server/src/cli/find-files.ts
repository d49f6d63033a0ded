import { type Dirent, readdirSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { reasonOf } from './failure.js';
import { type IgnoreLevel, isIgnored, levelsInside } from './ignored.js';
import { printable } from './printable.js';
import { isInside, realPath } from './workspace-root.js';

export interface FoundFile {
  /** Absolute, as the user would write it. */
  readonly path: string;
  /** Where links lead: one file has one. */
  readonly real: string;
}

export interface Walk {
  /** Sorted by path, each file once. */
  readonly files: readonly FoundFile[];
  /** What could not be read, a line each. */
  readonly problems: readonly string[];
  /** What was deliberately not read, a line each. */
  readonly notes: readonly string[];
}

interface Folder extends FoundFile {
  readonly levels: readonly IgnoreLevel[];
}

interface Link extends Folder {
  readonly isFolder: boolean;
}

/**
 * All `.lmn` files in a folder of a workspace, but those that `.gitignore` or `.lmnignore` leave out, and those whose name, or a folder's on the way
 * down, begins with a dot or is `node_modules`. A folder that is named counts even where an ignore file above it leaves it out. Links are followed
 * while they stay in the workspace or the folder.
 */
export function findFiles(start: string, root: string): Walk {
  const files = new Map<string, FoundFile>();
  const problems: string[] = [];
  const notes: string[] = [];
  const real = realPath(start);
  const allowed = [realPath(root), real];
  const seen = new Set([real]);
  const waiting: Folder[] = [{ path: start, real, levels: levelsOf(start, root) }];
  // Links wait for all else, so that a file is known by the path that leads straight to it.
  const links: Link[] = [];
  while (waiting.length + links.length > 0) {
    const folder = waiting.pop();
    if (!folder) {
      const link = links.pop();
      if (link) follow(link);
      continue;
    }
    for (const entry of entriesOf(folder, problems)) {
      if (entry.name.startsWith('.') || entry.name === 'node_modules') continue;
      const path = join(folder.path, entry.name);
      const kind = kindOf(entry, path);
      const isFolder = kind === 'folder';
      if (kind === 'other' || (!isFolder && !isLmnFile(path)) || isIgnored(path, isFolder, folder.levels)) continue;
      if (kind === 'lost') problems.push(`${printable(path)} cannot be read: it is a link that leads nowhere.`);
      else if (entry.isSymbolicLink()) links.push({ path, real: realPath(path), isFolder, levels: folder.levels });
      else take({ path, real: join(folder.real, entry.name), isFolder, levels: folder.levels });
    }
  }
  return { files: [...files.values()].sort(byPath), problems, notes };

  function follow(link: Link): void {
    if (allowed.some((place) => isInside(link.real, place))) take(link);
    else
      notes.push(
        `${printable(link.path)} was not read: it is a link that leads out of the workspace. Name it to have it read.`,
      );
  }

  function take({ path, real, isFolder, levels }: Link): void {
    if (!isFolder) {
      if (!files.has(real)) files.set(real, { path, real });
    } else if (!seen.has(real)) {
      seen.add(real);
      waiting.push({ path, real, levels: levelsInside(path, levels) });
    }
  }
}

export function isLmnFile(path: string): boolean {
  return path.toLowerCase().endsWith('.lmn');
}

/** The same order on every system, and a folder's files together. */
export function byPath(a: FoundFile, b: FoundFile): number {
  const [one, other] = sep === '/' ? [a.path, b.path] : [a.path.replaceAll(sep, '/'), b.path.replaceAll(sep, '/')];
  return one < other ? -1 : one > other ? 1 : 0;
}

function entriesOf(folder: Folder, problems: string[]): Dirent[] {
  try {
    return readdirSync(folder.path, { withFileTypes: true });
  } catch (error) {
    problems.push(`${printable(folder.path)} cannot be read: ${reasonOf(error)}.`);
    return [];
  }
}

function kindOf(entry: Dirent, path: string): 'file' | 'folder' | 'lost' | 'other' {
  if (entry.isFile()) return 'file';
  if (entry.isDirectory()) return 'folder';
  if (!entry.isSymbolicLink()) return 'other';
  try {
    const target = statSync(path);
    return target.isFile() ? 'file' : target.isDirectory() ? 'folder' : 'other';
  } catch {
    return 'lost';
  }
}

/** The levels that hold in a folder: those of all folders from the workspace's root down to it. */
function levelsOf(start: string, root: string): readonly IgnoreLevel[] {
  if (!isInside(start, root)) return levelsInside(start, []);
  const way = relative(root, start)
    .split(sep)
    .filter((part) => part !== '');
  let folder = root;
  let levels = levelsInside(root, []);
  for (const part of way) {
    folder = join(folder, part);
    levels = levelsInside(folder, levels);
  }
  return levels;
}
