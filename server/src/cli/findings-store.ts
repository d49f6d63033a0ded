import { createHmac, randomBytes } from 'node:crypto';
import { lstatSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { reasonOf } from '../workspace/file-failure.js';
import { keepNewest } from './own-folder.js';
import { printable } from './printable.js';
import { replaceFile } from './replace-file.js';
import { undisturbed } from './undisturbed.js';
import { hashOf } from './written-ledger.js';

/**
 * What runs keep of their findings, in one file for a workspace, so that a run that changes nothing writes nothing and one that does replaces it whole. Two runs at once
 * lose at most what one of them has found. A file that is damaged, half written by something else or of another version is as none. What is found is found by the
 * key of what it depends on, never by a name, so nothing in it can be out of date.
 */
export interface FindingsStore {
  /** A hash with a key that only this file has: without the file nobody can tell which text it is of. */
  keyOf(text: string): string;
  /** JSON that was kept under a key. */
  get(key: string): string | undefined;
  put(key: string, json: string): void;
  /** Writes what is new, with the older ones for which there is room. Gives why it could not be written. */
  keep(): Promise<string | undefined>;
}

interface Contents {
  /** In hexadecimal. */
  readonly secret: string;
  readonly entries: ReadonlyMap<string, string>;
}

const prefix = 'findings-';
const format = 'lmn-findings-1';
/** Of SHA-256, in base64url. */
const keyLength = 43;
/** Entries of earlier runs that are kept beside those of this one: for another branch, or another folder of the workspace. */
const mostOthers = 20_000;
/** Workspaces of which something is kept. */
const mostFiles = 100;
const mostBytes = 256 * 1024 * 1024;

/** Opens what is kept of a workspace in a folder. Never throws. */
export function openFindings(folder: string, root: string): FindingsStore {
  const path = join(folder, `${prefix}${hashOf(root).slice(0, 16)}`);
  const before = read(path);
  const secret = before?.secret ?? randomBytes(32).toString('hex');
  const used = new Map<string, string>();
  let isChanged = false;
  return {
    keyOf: (text) => createHmac('sha256', secret).update(text).digest('base64url'),
    get(key) {
      const json = used.get(key) ?? before?.entries.get(key);
      if (json !== undefined) used.set(key, json);
      return json;
    },
    put(key, json) {
      used.set(key, json);
      isChanged = true;
    },
    async keep() {
      if (!isChanged) return undefined;
      try {
        mkdirSync(folder, { recursive: true, mode: 0o700 });
        await undisturbed(() => {
          replaceFile(path, Buffer.from(textOf(secret, used, read(path) ?? before)));
        });
        keepNewest(folder, mostFiles, (name) => name.startsWith(prefix));
        return undefined;
      } catch (error) {
        return `${printable(folder)} could not be written: ${reasonOf(error)}. Nothing is kept of what was found.`;
      }
    },
  };
}

/** Another run may have written meanwhile: what it found holds as well, where it has the same key. */
function textOf(secret: string, used: ReadonlyMap<string, string>, before: Contents | undefined): string {
  const known = before?.secret === secret ? [...before.entries] : [];
  const others = known.filter(([key]) => !used.has(key)).slice(0, mostOthers);
  const body = [...used, ...others].map(([key, json]) => `${key}${json}\n`).join('');
  return `${format} ${secret} ${sealOf(secret, body)}\n${body}`;
}

/** A disk, another program or a person may have changed something. */
function sealOf(secret: string, body: string | Uint8Array): string {
  return createHmac('sha256', secret).update(body).digest('hex');
}

const header = new RegExp(`^${format} ([0-9a-f]{64}) ([0-9a-f]{64})\n$`);
const headerLength = format.length + 2 * 65 + 1;

function read(path: string): Contents | undefined {
  const bytes = readBytes(path);
  const [, secret, seal] = header.exec(bytes?.toString('latin1', 0, headerLength) ?? '') ?? [];
  if (!bytes || secret === undefined) return undefined;
  const body = bytes.subarray(headerLength);
  if (sealOf(secret, body) !== seal) return undefined;
  const lines = body.toString('utf8').split('\n').slice(0, -1);
  return { secret, entries: new Map(lines.map((line) => [line.slice(0, keyLength), line.slice(keyLength)])) };
}

function readBytes(path: string): Buffer | undefined {
  try {
    const stats = lstatSync(path, { throwIfNoEntry: false });
    return stats?.isFile() && stats.size <= mostBytes ? readFileSync(path) : undefined;
  } catch {
    return undefined; // As one that is not there: it only saves time.
  }
}
