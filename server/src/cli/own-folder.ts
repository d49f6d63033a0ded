import { lstatSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** What says where a user's own files belong. */
export interface UserPlaces {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly home: string;
  readonly platform: NodeJS.Platform;
}

/** A folder that nobody else can have put anything into. */
export function isSafeFolder(folder: string): boolean {
  const stats = lstatSync(folder, { throwIfNoEntry: false });
  if (!stats?.isDirectory()) return false;
  return process.getuid === undefined || (stats.uid === process.getuid() && (stats.mode & 0o022) === 0);
}

/** Makes a folder that only the user can read, where it is not there yet. False where it would not be safe. */
export function makeOwnFolder(folder: string): boolean {
  if (!isOurs(nearestExisting(folder))) return false;
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return isSafeFolder(folder);
}

/** With `sudo` the home folder may be another user's: root must leave nothing in it. */
function isOurs(folder: string): boolean {
  return process.getuid === undefined || statSync(folder).uid === process.getuid();
}

function nearestExisting(folder: string): string {
  let path = folder;
  while (path !== dirname(path) && !lstatSync(path, { throwIfNoEntry: false })) path = dirname(path);
  return path;
}

/** Written beside and moved into place: who reads at the same time sees the old file or the new, never half of it. */
export function replaceIn(folder: string, name: string, content: string | Uint8Array): void {
  const temporary = join(folder, `${name}.${process.pid}`);
  try {
    writeFileSync(temporary, content, { mode: 0o600, flag: 'wx' });
    renameSync(temporary, join(folder, name));
  } finally {
    rmSync(temporary, { force: true });
  }
}

/** Removes the files of a folder that were changed longest ago, but for so many; of a folder of several things, those that are `ours`. */
export function keepNewest(folder: string, most: number, isOurs: (name: string) => boolean = () => true): void {
  const names = readdirSync(folder).filter(isOurs);
  if (names.length <= most) return;
  const files = names.map((name) => ({ path: join(folder, name), changed: lstatSync(join(folder, name)).mtimeMs }));
  files.sort((a, b) => b.changed - a.changed);
  for (const { path } of files.slice(most)) rmSync(path, { force: true });
}
