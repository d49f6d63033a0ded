import {
  accessSync,
  closeSync,
  constants,
  fchmodSync,
  fsyncSync,
  lstatSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { randomBytes } from 'node:crypto';
import { hostname } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { errorCode } from '../workspace/file-failure.js';
import { hashOf } from './written-ledger.js';

/**
 * Writes a whole file or none of it: beside it under a temporary name, then moved into its place. Whoever looks meanwhile, and whatever stops
 * the program, sees the old file or the new one. A file that is there keeps its permissions. `path` is no link.
 *
 * @throws where it cannot be written; then nothing is left behind.
 */
export function replaceFile(path: string, bytes: Uint8Array): void {
  const folder = dirname(path);
  const old = statSync(path, { throwIfNoEntry: false });
  // Moving over a file asks only for its folder: that this one may not be written must be seen first.
  if (old) accessSync(path, constants.W_OK);
  sweep(folder);
  const temporary = join(folder, temporaryName(basename(path)));
  try {
    writeThrough(temporary, bytes, old && old.mode & 0o777);
    moveOver(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
  syncFolder(folder);
}

/** Down to the disk, lest after a loss of power the name is there and the words are not. */
function writeThrough(path: string, bytes: Uint8Array, mode: number | undefined): void {
  const file = openSync(path, 'wx');
  try {
    if (mode !== undefined) fchmodSync(file, mode);
    writeFileSync(file, bytes);
    sync(file);
  } finally {
    closeSync(file);
  }
}

/** Some file systems cannot be asked for it. */
function sync(file: number): void {
  try {
    fsyncSync(file);
  } catch (error) {
    if (!['EINVAL', 'ENOTSUP', 'ENOSYS', 'EPERM'].includes(errorCode(error))) throw error;
  }
}

/** The move itself, too, is to outlast a loss of power; Windows opens no folder. */
function syncFolder(folder: string): void {
  try {
    const opened = openSync(folder, 'r');
    try {
      fsyncSync(opened);
    } finally {
      closeSync(opened);
    }
  } catch {
    // The letter is in its place all the same.
  }
}

const mostTries = 10;
const betweenTries = 50; // ms

/** On Windows a virus scanner looks at a new file for a moment, during which it cannot be moved. */
function moveOver(from: string, to: string): void {
  for (let tries = 1; ; tries++) {
    try {
      renameSync(from, to);
      return;
    } catch (error) {
      const mayPass = process.platform === 'win32' && ['EPERM', 'EACCES', 'EBUSY'].includes(errorCode(error));
      if (!mayPass || tries === mostTries) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, betweenTries);
    }
  }
}

// ---- temporary names ----

/** Bytes of a letter's name that go into the temporary one: file systems end at 255. */
const longestName = 150;

/** `.letter.pdf.lmn-3f2a-1a2b-9c4de071.tmp`: the machine and the process tell later runs whether somebody still writes it. */
function temporaryName(name: string): string {
  const short = Buffer.from(name).subarray(0, longestName).toString('utf8').replaceAll('\uFFFD', '');
  return `.${short}.lmn-${machine()}-${process.pid.toString(16)}-${randomBytes(4).toString('hex')}.tmp`;
}

function machine(): string {
  return hashOf(hostname()).slice(0, 4);
}

const temporaryNames = /^\..+\.lmn-([0-9a-f]{4})-([0-9a-f]{1,8})-[0-9a-f]{8}\.tmp$/s;
const oneDay = 24 * 60 * 60 * 1000;

/** Removes what runs left in a folder that were killed. What another machine may still be writing has a day. Never throws. */
export function sweep(folder: string): void {
  for (const name of namesIn(folder)) {
    const [, host, pid] = temporaryNames.exec(name) ?? [];
    if (host === undefined || pid === undefined) continue;
    const path = join(folder, name);
    try {
      const stats = lstatSync(path);
      const isOld = Date.now() - stats.mtimeMs > oneDay;
      if (stats.isFile() && (isOld || (host === machine() && !isRunning(parseInt(pid, 16))))) rmSync(path);
    } catch {
      // Another run has removed it, or it is not ours to remove.
    }
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return []; // A folder that may be written but not read.
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return errorCode(error) !== 'ESRCH';
  }
}
