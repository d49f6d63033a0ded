import { type BigIntStats, lstatSync, readlinkSync, statSync } from 'node:fs';
import { basename, dirname, extname, join, resolve } from 'node:path';
import { seriesText } from '../knowledge/series.js';
import {
  allLetterFormats,
  endingOf,
  formatOfFile,
  isLetterFormat,
  type LetterFormatId,
  letterFormats,
  usualInFolder,
  usualOnScreen,
} from '../letter-formats.js';
import type { Arguments } from './arguments.js';
import { errorCode, reasonOf } from '../workspace/file-failure.js';
import { isLmnFile } from '../workspace/letter-file.js';
import { Failure } from './failure.js';
import { shown } from './printable.js';
import { realPathNow } from '../disk/disk-now.js';

/** Where a letter goes, as the words of a command line say it. */
export type Destination =
  | { readonly kind: 'standard output'; readonly type: LetterFormatId }
  | { readonly kind: 'file'; readonly type: LetterFormatId; readonly written: string }
  /** The file's name is made from the letter. */
  | { readonly kind: 'folder'; readonly type: LetterFormatId; readonly written: string };

/** A file to write. */
export interface LetterTarget {
  /** As messages name it. */
  readonly written: string;
  /** Absolute, and no link. */
  readonly path: string;
  /** False for what cannot be replaced, such as a pipe or `/dev/null`: it is written into. */
  readonly isFile: boolean;
}

/**
 * Plain text for standard output, PDF for a folder, unless `--to` says otherwise; for a file what its ending says.
 *
 * @throws {Failure} where nothing says the type, or the folder is not there.
 */
export function destinationOf(options: Arguments['options'], cwd: string): Destination {
  const asked = options.get('to');
  const type = asked !== undefined && isLetterFormat(asked) ? asked : undefined;
  const written = options.get('out');
  if (written === undefined) return { kind: 'standard output', type: type ?? usualOnScreen };
  const stats = statOf(resolve(cwd, written));
  const isFolder = !(stats instanceof Error) && stats.isDirectory();
  if (isFolder) return { kind: 'folder', type: type ?? usualInFolder, written };
  if (endsAsFolder(written))
    throw new Failure(
      `${shown(written)}: ${stats instanceof Error ? 'there is no such folder. Make it first.' : 'this is no folder.'}`,
    );
  const known = type ?? formatOfFile(written);
  if (known) return { kind: 'file', type: known, written };
  const list = seriesText(allLetterFormats.map(endingOf), 'or');
  throw new Failure(
    `The ending of ${shown(written)} says no type of letter. End it in ${list}, or add --to ${usualInFolder}.`,
  );
}

function endsAsFolder(written: string): boolean {
  return written.endsWith('/') || (process.platform === 'win32' && written.endsWith('\\'));
}

/** The file of a letter in a folder. `name` is without its ending. */
export function fileIn(folder: string, name: string, type: LetterFormatId): string {
  return join(folder, `${name}${endingOf(type)}`);
}

/** A file's name says one type and `--to` another: what opens it goes by the name. */
export function otherEnding({ type, written }: Extract<Destination, { kind: 'file' }>): string | undefined {
  const says = formatOfFile(written);
  if (says === undefined || says === type) return undefined;
  return `${shown(extname(written))} is the ending of ${letterFormats[says].name}; what is in ${shown(basename(written))} is ${letterFormats[type].name}.`;
}

/**
 * The file that a letter may be written to: never one that somebody wrote by hand. `written` is the path as the user wrote it, `input` the
 * case's, absolute.
 *
 * @throws {Failure} where the letter must not be written there, or cannot be.
 */
export function targetOf(written: string, cwd: string, input: string): LetterTarget {
  const target = fileToWrite(written, cwd, 'letter');
  const [stats, own] = [statOf(target.path), statOf(input)];
  if (!(own instanceof Error) && !(stats instanceof Error) && own.ino === stats.ino && own.dev === stats.dev) {
    throw new Failure(`${shown(written)} is the case itself. Write the letter to another file.`);
  }
  return target;
}

/**
 * The file that a report may be written to, whatever is in it now; never one that somebody wrote by hand.
 *
 * @throws {Failure} where it must not be written there, or cannot be.
 */
export function reportTarget(written: string, cwd: string): LetterTarget {
  return fileToWrite(written, cwd, 'report');
}

function fileToWrite(written: string, cwd: string, what: 'letter' | 'report'): LetterTarget {
  const out = resolve(cwd, written);
  const path = followLinks(out);
  if (isLmnFile(out) || isLmnFile(path))
    throw new Failure(`${shown(written)} is an .lmn file: a ${what} is not written over one.`);
  const stats = statOf(path);
  if (stats instanceof Error) {
    const folder = statOf(dirname(path));
    if (errorCode(stats) === 'ENOENT' && !(folder instanceof Error) && folder.isDirectory())
      return { written, path, isFile: true };
    if (errorCode(stats) === 'ENOENT')
      throw new Failure(`${shown(written)}: its folder does not exist yet. Make it first.`);
    throw new Failure(`${shown(written)}: ${reasonOf(stats)}.`);
  }
  if (stats.isDirectory()) throw new Failure(`${shown(written)} is a folder. Name the ${what}'s file.`);
  return { written, path, isFile: stats.isFile() };
}

const mostLinks = 40;

/** Where links lead, also when nothing is there yet. */
function followLinks(path: string): string {
  let at = path;
  for (let links = 0; links < mostLinks && isLink(at); links++) at = resolve(dirname(at), readlinkSync(at));
  return join(realPathNow(dirname(at)), basename(at));
}

function isLink(path: string): boolean {
  try {
    return lstatSync(path).isSymbolicLink();
  } catch {
    return false;
  }
}

/** What the system knows of a file; the error where it knows nothing. */
function statOf(path: string): BigIntStats | Error {
  try {
    return statSync(path, { bigint: true });
  } catch (error) {
    return error instanceof Error ? error : new Error('unknown');
  }
}
