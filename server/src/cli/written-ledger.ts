import { createHash } from 'node:crypto';
import { lstatSync, readFileSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import { isSafeFolder, keepNewest, makeOwnFolder, replaceIn, type UserPlaces } from './own-folder.js';

/** What was written to a file, and from which case. Both are hashes: the ledger holds neither names nor words of a letter. */
export interface WrittenEntry {
  readonly bytes: string;
  readonly source: string;
}

/** Remembers what LMN wrote, so that it can tell its own file from one that somebody has worked on since. */
export interface WrittenLedger {
  /** What the file at a path was last written as, the newest first; several where a run may have been stopped between. Empty: not known. */
  read(path: string): readonly WrittenEntry[];
  keep(path: string, entries: readonly WrittenEntry[]): void;
}

/** SHA-256 in hexadecimal. */
export function hashOf(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

/** Where the system keeps what a program remembers of its user's work; undefined where it says nothing of that. */
export function stateFolder({ env, home, platform }: UserPlaces): string | undefined {
  const asked = platform === 'win32' ? env.LOCALAPPDATA : env.XDG_STATE_HOME;
  if (asked !== undefined && isAbsolute(asked)) return join(asked, 'lmn');
  if (platform === 'win32' || !isAbsolute(home)) return undefined;
  return join(home, '.local', 'state', 'lmn');
}

/** Enough for what a clinic writes in some months, and for a run over thousands of cases; what is forgotten is asked for once. */
const mostFiles = 10_000;

/** A run that is stopped leaves two; more come of several runs that were. */
const mostEntries = 8;

/**
 * The ledger of a folder, a file for each letter, so that runs at the same time do not lose each other's. Where it cannot be read or written, or
 * somebody else could have, nothing is known: then the user is asked. Never throws.
 */
export function openLedger(folder: string | undefined): WrittenLedger {
  if (folder === undefined) return { read: () => [], keep: () => undefined };
  let isSwept = false;
  return {
    read(path) {
      return withoutTrouble(() => (isSafeFolder(folder) ? readEntries(join(folder, nameFor(path))) : [])) ?? [];
    },
    keep(path, entries) {
      withoutTrouble(() => {
        if (!makeOwnFolder(folder)) return;
        replaceIn(folder, nameFor(path), textOf(entries));
        // Once a run: to look at all of them for each of a thousand letters would take longer than to write those.
        if (!isSwept) keepNewest(folder, mostFiles);
        isSwept = true;
      });
    },
  };
}

function nameFor(path: string): string {
  return `written-${hashOf(path).slice(0, 40)}`;
}

function textOf(entries: readonly WrittenEntry[]): string {
  const lines = new Set(entries.map(({ bytes, source }) => `${bytes} ${source}\n`));
  return [...lines].slice(0, mostEntries).join('');
}

const largest = 4096;

function readEntries(file: string): WrittenEntry[] {
  const stats = lstatSync(file, { throwIfNoEntry: false });
  if (!stats?.isFile() || stats.size > largest) return [];
  return readFileSync(file, 'latin1')
    .split('\n')
    .flatMap((line) => {
      const [, bytes, source] = /^([0-9a-f]{64}) ([0-9a-f]{64})$/.exec(line) ?? [];
      return bytes !== undefined && source !== undefined ? [{ bytes, source }] : [];
    });
}

function withoutTrouble<T>(act: () => T): T | undefined {
  try {
    return act();
  } catch {
    return undefined;
  }
}
