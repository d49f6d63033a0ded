import { configFileName } from '../configuration/config.js';
import { declaresRoot } from './declares-root.js';
import { type FilePort, type FolderEntry, isInside, realPathOrSame } from './file-port.js';
import { type FolderOnWay, ignoredBy, type IgnoreLevel, levelsInside, UnreadableIgnoreFile } from './ignore-files.js';
import { isLmnFile } from './letter-file.js';

export interface FoundFile {
  readonly path: string;
  /** Where links lead: one file has one. */
  readonly real: string;
}

/** A file or folder that was not read, and why. */
export type LeftOut = { readonly path: string } & (
  | { readonly why: 'hidden' | 'leads out' | 'leads nowhere' | 'own workspace' }
  | { readonly why: 'ignored'; readonly by: readonly string[] }
  /** An ignore file that cannot be read leaves its whole folder out. */
  | { readonly why: 'unreadable' | 'unreadable ignore file'; readonly error: unknown }
);

export interface Walk {
  /** Sorted by path, each file once. */
  readonly files: readonly FoundFile[];
  readonly leftOut: readonly LeftOut[];
  /** The configurations that lie among them. */
  readonly configs: readonly string[];
}

export interface WalkOptions {
  /** Whether a folder whose configuration says `"root": true` is a workspace of its own; else no configuration is read. */
  readonly partsAtRoots: boolean;
  /** Awaited between folders: where a walk is ended, or gives way to what else is waiting. */
  readonly checkpoint?: () => Promise<void>;
}

interface Folder extends FoundFile, FolderOnWay {
  readonly levels: readonly IgnoreLevel[];
}

interface Found extends Folder {
  readonly isFolder: boolean;
}

/**
 * All `.lmn` files in a folder of a workspace, but those that `.gitignore` or `.lmnignore` leave out, those whose name, or a folder's on the way down, begins
 * with a dot or is `node_modules`, and those of a workspace within. A folder that is named counts even where an ignore file above it leaves it out. Links
 * are followed while they stay in the workspace or the folder.
 *
 * @throws {UnreadableIgnoreFile} for one above the folder; one within is left out with its folder.
 */
export async function findFiles(
  files: FilePort,
  start: string,
  root: string,
  { partsAtRoots, checkpoint }: WalkOptions = { partsAtRoots: true },
): Promise<Walk> {
  const found = new Map<string, FoundFile & FolderOnWay>();
  const leftOut: LeftOut[] = [];
  const configs: string[] = [];
  const real = await realPathOrSame(files, start);
  const allowed = [await realPathOrSame(files, root), real];
  const seen = new Set([real]);
  const waiting: Folder[] = [{ path: start, real, ...(await levelsAbove(files, start, root)) }];
  // Links wait for all else, so that a file is known by the path that leads straight to it.
  const links: Found[] = [];
  while (waiting.length + links.length > 0) {
    await checkpoint?.();
    const folder = waiting.pop();
    if (folder) await readFolder(folder);
    else take(links.pop());
  }
  return { files: [...found.values()].sort(byWay).map(({ path, real }) => ({ path, real })), leftOut, configs };

  async function readFolder(folder: Folder): Promise<void> {
    const entries = await entriesOf(folder);
    const names = new Set(entries.map(({ name }) => name));
    if (names.has(configFileName)) {
      const isOwn = partsAtRoots && folder.path !== start && folder.path !== root;
      if (isOwn && (await declaresRoot(files, folder.path))) {
        leftOut.push({ path: folder.path, why: 'own workspace' });
        return;
      }
      configs.push(files.join(folder.path, configFileName));
    }
    const levels = await levelsOf(folder, names);
    if (levels) for (const entry of entries) await readEntry(entry, folder, levels);
  }

  async function readEntry(entry: FolderEntry, folder: Folder, levels: readonly IgnoreLevel[]): Promise<void> {
    const { name } = entry;
    const isOurs = entry.kind === 'folder' || isLmnFile(name) || entry.kind === 'link';
    if (!isOurs || entry.kind === 'other') return;
    const path = files.join(folder.path, name);
    const way = folder.way === '' ? name : `${folder.way}/${name}`;
    if (isHiddenName(name)) {
      if (entry.kind !== 'link') leftOut.push({ path, why: 'hidden' });
      return;
    }
    const kind = entry.kind === 'link' ? await kindOfLink(path) : entry.kind;
    const isFolder = kind === 'folder';
    if (kind === 'other' || (!isFolder && !isLmnFile(name))) return;
    const by = ignoredBy(way, isFolder, levels);
    if (by) leftOut.push({ path, why: 'ignored', by: by.sources });
    else if (kind === 'lost') leftOut.push({ path, why: 'leads nowhere' });
    else if (entry.kind === 'link') await addLink({ path, way, isFolder, levels });
    else take({ path, way, real: files.join(folder.real, name), isFolder, levels });
  }

  async function addLink(link: Omit<Found, 'real'>): Promise<void> {
    let real: string;
    try {
      real = await files.realPath(link.path);
    } catch (error) {
      leftOut.push({ path: link.path, why: 'unreadable', error });
      return;
    }
    if (allowed.some((place) => isInside(files, real, place))) links.push({ ...link, real });
    else leftOut.push({ path: link.path, why: 'leads out' });
  }

  function take(one: Found | undefined): void {
    if (!one) return;
    if (!one.isFolder) {
      if (!found.has(one.real)) found.set(one.real, one);
    } else if (!seen.has(one.real)) {
      seen.add(one.real);
      waiting.push(one);
    }
  }

  async function entriesOf({ path }: Folder): Promise<readonly FolderEntry[]> {
    try {
      return await files.list(path);
    } catch (error) {
      leftOut.push({ path, why: 'unreadable', error });
      return [];
    }
  }

  async function levelsOf(folder: Folder, names: ReadonlySet<string>): Promise<readonly IgnoreLevel[] | undefined> {
    try {
      return await levelsInside(files, folder, folder.levels, names);
    } catch (error) {
      if (!(error instanceof UnreadableIgnoreFile)) throw error;
      leftOut.push({ path: error.path, why: 'unreadable ignore file', error: error.cause });
      return undefined;
    }
  }

  async function kindOfLink(path: string): Promise<'file' | 'folder' | 'other' | 'lost'> {
    try {
      return (await files.stat(path)).kind;
    } catch {
      return 'lost';
    }
  }
}

/** Names that are not looked into, in whatever folder they stand. */
export function isHiddenName(name: string): boolean {
  return name.startsWith('.') || name === 'node_modules';
}

/** The same order on every system, and a folder's files together. */
function byWay({ way: one }: FolderOnWay, { way: other }: FolderOnWay): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

/** The levels that come down to a folder from the workspace's root; without its own, which are read with it. */
export async function levelsAbove(
  files: FilePort,
  start: string,
  root: string,
): Promise<{ way: string; levels: readonly IgnoreLevel[] }> {
  const names = files.namesFrom(root, start) ?? [];
  let levels: readonly IgnoreLevel[] = [];
  let folder = { path: root, way: '' };
  for (const name of names) {
    levels = await levelsInside(files, folder, levels);
    folder = { path: files.join(folder.path, name), way: folder.way === '' ? name : `${folder.way}/${name}` };
  }
  return { way: folder.way, levels };
}
