import { readFileSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import { crc32 } from 'node:zlib';
import { isSafeFolder, keepNewest, makeOwnFolder, replaceIn, type UserPlaces } from './own-folder.js';
import { diskNow, realPathNow } from '../disk/disk-now.js';
import { isInside } from '../workspace/file-port.js';

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

export interface CacheSurroundings extends UserPlaces {
  readonly cwd: string;
}

/** The cache, or undefined where it is turned off or has no safe place. */
export function openCodeCache(surroundings: CacheSurroundings): CodeCache | undefined {
  const { env, cwd } = surroundings;
  if (env.LMN_NO_CACHE !== undefined && env.LMN_NO_CACHE !== '') return undefined;
  const base = cacheBase(surroundings);
  if (base === undefined) return undefined;
  const folder = join(realPathNow(base), 'lmn-letters');
  if (isInside(diskNow, folder, realPathNow(cwd))) return undefined;
  return {
    read: (name) => (isSafeFolder(folder) ? readSummed(join(folder, name)) : undefined),
    keep: (name, code) => {
      if (makeOwnFolder(folder)) writeSummed(folder, name, code);
    },
  };
}

/** Where findings are kept; undefined where the system has no place for what can be made again. */
export function cacheFolder(places: UserPlaces): string | undefined {
  const base = cacheBase(places);
  return base === undefined ? undefined : join(base, 'lmn-findings');
}

/** Where the system keeps what can be made again. */
function cacheBase({ env, home, platform }: UserPlaces): string | undefined {
  const asked = platform === 'win32' ? env.LOCALAPPDATA : env.XDG_CACHE_HOME;
  if (asked !== undefined && isAbsolute(asked)) return asked;
  if (platform === 'win32' || !isAbsolute(home)) return undefined;
  return platform === 'darwin' ? join(home, 'Library', 'Caches') : join(home, '.cache');
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

/** Enough for the commands of several versions, on several versions of Node. */
const mostFiles = 24;

function writeSummed(folder: string, name: string, code: Buffer): void {
  const sum = Buffer.alloc(sumLength);
  sum.writeUInt32LE(crc32(code));
  replaceIn(folder, name, Buffer.concat([sum, code]));
  keepNewest(folder, mostFiles);
}
