import { spawnSync, type SpawnSyncReturns } from 'node:child_process';
import { join, resolve } from 'node:path';
import { realPathNow } from '../disk/disk-now.js';
import { errorCode } from '../workspace/file-failure.js';
import { Failure } from './failure.js';
import { shown } from './printable.js';

/** What git says of the files in a repository. Paths are absolute, without links. */
export interface GitChanges {
  /** Files that are new, or differ. */
  readonly changed: ReadonlySet<string>;
  /** Files that were there. */
  readonly deleted: readonly string[];
  /** The texts that changed files had, in bytes; a file that is new has none. */
  readonly before: ReadonlyMap<string, Uint8Array>;
}

/**
 * What has changed around a folder: since the last commit, staged or not and files that git does not know yet, too; or since a branch parted from `since`. Nothing of the repository's
 * configuration is run.
 *
 * @throws {Failure} where there is no repository, no git, or no such commit.
 */
export function gitChanges(folder: string, since: string | undefined): GitChanges {
  const top = realPathNow(oneLine(git(folder, ['rev-parse', '--show-toplevel'], notInRepository(folder))));
  const base = since === undefined ? lastCommit(top) : partedFrom(top, since);
  const tracked = base === undefined ? [] : fieldsOf(git(top, ['diff', ...plain, '--name-status', base, '--']));
  const listed = base === undefined ? ['--cached', '--others'] : ['--others'];
  const untracked = fieldsOf(git(top, ['ls-files', ...listed, '--exclude-standard', '-z']));
  const pairs = tracked.flatMap((status, index) =>
    index % 2 === 0 ? [{ status, name: tracked[index + 1] ?? '' }] : [],
  );
  const there = pairs.filter(({ status }) => status !== 'D').map(({ name }) => name);
  const known = pairs.filter(({ status }) => status !== 'A' && status !== 'D').map(({ name }) => name);
  const absolute = (name: string) => join(top, name);
  const before = base === undefined ? [] : textsAt(top, base, known);
  return {
    changed: new Set([...there, ...untracked].map(absolute)),
    deleted: pairs.filter(({ status }) => status === 'D').map(({ name }) => absolute(name)),
    before: new Map(before.map(([name, text]) => [absolute(name), text])),
  };
}

/**
 * Where a repository has its hooks.
 *
 * @throws {Failure} where there is no repository, or no git.
 */
export function hooksFolder(folder: string): string {
  const none = `${shown(folder)} is in no git repository: a hook is one of git's.`;
  return resolve(folder, oneLine(git(folder, ['rev-parse', '--git-path', 'hooks'], none)));
}

/** The letters' files beneath a folder that its repository holds or is about to: absolute paths. None where there is no repository, or no git. */
export function trackedLetters(folder: string): ReadonlySet<string> {
  const top = realPathNow(folder);
  const { status, stdout } = spawn(top, ['ls-files', '-z', '--', ':(icase)*.lmn']);
  return new Set(status === 0 ? fieldsOf(stdout).map((name) => join(top, name)) : []);
}

/** No program of the repository's choosing, and a renamed file is one that went and one that came. */
const plain = ['--no-ext-diff', '--no-textconv', '--no-renames', '-z'];

/** Undefined where there is no commit yet: then all is new. */
function lastCommit(top: string): string | undefined {
  const found = run(top, ['rev-parse', '--verify', '--quiet', 'HEAD']);
  return found.status === 0 ? oneLine(found.stdout) : undefined;
}

function partedFrom(top: string, since: string): string {
  const unknown = `git knows no commit ${shown(since)} here: --since takes a branch, a tag or a commit.`;
  const commit = oneLine(
    git(top, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${since}^{commit}`], unknown),
  );
  const shared = run(top, ['merge-base', commit, 'HEAD']);
  return shared.status === 0 ? oneLine(shared.stdout) : commit;
}

/** The texts of files at a commit, asked for all at once. */
function textsAt(top: string, commit: string, names: readonly string[]): [string, Uint8Array][] {
  const asked = names.filter((name) => name.endsWith('.lmn') && !name.includes('\n'));
  if (asked.length === 0) return [];
  const input = asked.map((name) => `${commit}:${name}\n`).join('');
  const { stdout } = run(top, ['cat-file', '--batch'], input);
  const texts: [string, Uint8Array][] = [];
  let at = 0;
  for (const name of asked) {
    const end = stdout.indexOf(0x0a, at);
    if (end === -1) break;
    const [, size] = / blob (\d+)$/.exec(stdout.toString('utf8', at, end)) ?? [];
    at = end + 1;
    if (size === undefined) continue;
    texts.push([name, stdout.subarray(at, at + Number(size))]);
    at += Number(size) + 1;
  }
  return texts;
}

function notInRepository(folder: string): string {
  return `${shown(folder)} is in no git repository: --changed asks git what has changed.`;
}

function git(cwd: string, words: readonly string[], otherwise = 'git did not say what has changed.'): Buffer {
  const { status, stdout } = run(cwd, words);
  if (status !== 0) throw new Failure(otherwise);
  return stdout;
}

function run(cwd: string, words: readonly string[], input = ''): Spawned {
  const ended = spawn(cwd, words, input);
  if (ended.error) {
    const isMissing = errorCode(ended.error) === 'ENOENT';
    throw new Failure(isMissing ? 'git is not there, and it is asked here.' : 'git could not be run.');
  }
  return ended;
}

type Spawned = Pick<SpawnSyncReturns<Buffer>, 'status' | 'stdout' | 'error'>;

function spawn(cwd: string, words: readonly string[], input = ''): Spawned {
  // A monitor of files is a program that the repository names.
  const all = ['-c', 'core.fsmonitor=false', '-C', cwd, ...words];
  const env = { ...process.env, GIT_OPTIONAL_LOCKS: '0' };
  return spawnSync('git', all, { input, env, maxBuffer: 1 << 30 });
}

function oneLine(bytes: Buffer): string {
  return bytes.toString('utf8').replace(/\r?\n$/, '');
}

function fieldsOf(bytes: Buffer): string[] {
  return bytes
    .toString('utf8')
    .split('\0')
    .filter((field) => field !== '');
}
