import { lstatSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, isAbsolute, join } from 'node:path';
import { crc32 } from 'node:zlib';
import { isInside, realPath } from './workspace-root.js';

/**
 * A place in the user's cache folder where V8's compiled code of the program is kept, because compiling takes longer than checking a letter. It only ever saves
 * time: whatever is wrong with it, the program runs without. It never lies in the folder that is worked in, and `LMN_NO_CACHE` turns it off.
 *
 * V8 trusts its cache blindly: damaged bytes crash it, and foreign ones would run. So a sum is kept with the bytes, and a folder that another
 * user owns or may write is not used.
 */
export interface CodeCache {
  /** The code that was kept under a name; undefined where there is none, or it is damaged. */
  read(name: string): Buffer | undefined;
  keep(name: string, code: Buffer): void;
}

export interface CacheSurroundings {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly home: string;
  readonly cwd: string;
  readonly platform: NodeJS.Platform;
}

/** The cache, or undefined where it is turned off or has no safe place. */
export function openCodeCache(surroundings: CacheSurroundings): CodeCache | undefined {
  const { env, cwd } = surroundings;
  if (env.LMN_NO_CACHE !== undefined && env.LMN_NO_CACHE !== '') return undefined;
  const base = cacheBase(surroundings);
  if (base === undefined) return undefined;
  const folder = join(realPath(base), 'lmn-letters');
  if (isInside(folder, realPath(cwd))) return undefined;
  return {
    read: (name) => (isSafe(folder) ? readSummed(join(folder, name)) : undefined),
    keep: (name, code) => {
      if (!isOurs(nearestExisting(folder))) return;
      makeFolder(folder);
      if (isSafe(folder)) writeSummed(folder, name, code);
    },
  };
}

/** Where the system keeps what can be made again. */
function cacheBase({ env, home, platform }: CacheSurroundings): string | undefined {
  const asked = platform === 'win32' ? env.LOCALAPPDATA : env.XDG_CACHE_HOME;
  if (asked !== undefined && isAbsolute(asked)) return asked;
  if (platform === 'win32' || !isAbsolute(home)) return undefined;
  return platform === 'darwin' ? join(home, 'Library', 'Caches') : join(home, '.cache');
}

/** A folder that nobody else can have put anything into. */
function isSafe(folder: string): boolean {
  const stats = lstatSync(folder, { throwIfNoEntry: false });
  if (!stats?.isDirectory()) return false;
  return process.getuid === undefined || (stats.uid === process.getuid() && (stats.mode & 0o022) === 0);
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

function makeFolder(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
}

const sumLength = 4;

function readSummed(path: string): Buffer | undefined {
  try {
    const bytes = readFileSync(path);
    const code = bytes.subarray(sumLength);
    return code.length > 0 && bytes.readUInt32LE(0) === crc32(code) ? code : undefined;
  } catch {
    return undefined;
  }
}

/** Written beside and moved into place: who reads at the same time sees the old code or the new, never half of it. */
function writeSummed(folder: string, name: string, code: Buffer): void {
  const sum = Buffer.alloc(sumLength);
  sum.writeUInt32LE(crc32(code));
  const temporary = join(folder, `${name}.${process.pid}`);
  try {
    writeFileSync(temporary, Buffer.concat([sum, code]), { mode: 0o600, flag: 'wx' });
    renameSync(temporary, join(folder, name));
    removeOld(folder);
  } finally {
    rmSync(temporary, { force: true });
  }
}

/** Enough for the commands of several versions, on several versions of Node. */
const mostFiles = 24;

function removeOld(folder: string): void {
  const files = readdirSync(folder).map((name) => ({
    path: join(folder, name),
    changed: lstatSync(join(folder, name)).mtimeMs,
  }));
  files.sort((a, b) => b.changed - a.changed);
  for (const { path } of files.slice(mostFiles)) rmSync(path, { force: true });
}
