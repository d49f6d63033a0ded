import { type BigIntStats, statSync, writeFileSync } from 'node:fs';
import { dirname, extname } from 'node:path';
import type { Arguments } from './arguments.js';
import { errorCode, Failure, reasonOf } from './failure.js';
import { isLmnFile } from './find-files.js';
import { shown } from './printable.js';
import { realPath } from './workspace-root.js';

export type LetterType = 'html' | 'md' | 'txt';

const typeOfEnding: Readonly<Record<string, LetterType>> = {
  '.html': 'html',
  '.htm': 'html',
  '.md': 'md',
  '.markdown': 'md',
  '.txt': 'txt',
};

/** The type that is asked for, or that the ending of `-o` says; plain text where neither is given. */
export function typeOf(options: Arguments['options']): LetterType {
  const asked = options.get('to');
  const type = Object.values(typeOfEnding).find((type) => type === asked);
  if (type) return type;
  const out = options.get('out');
  if (out === undefined) return 'txt';
  const known = typeOfEnding[extname(out).toLowerCase()];
  if (known) return known;
  throw new Failure(
    `The ending of ${shown(out)} says no type of letter. End it in .html, .md or .txt, or add --to html.`,
  );
}

/**
 * A letter is never written over what somebody wrote by hand. `written` is the path as the user wrote it, `out` and `input` are absolute.
 *
 * @throws {Failure} where the letter must not be written there, or cannot be.
 */
export function checkOutput(written: string, out: string, input: string): void {
  if (isLmnFile(out) || isLmnFile(realPath(out)))
    throw new Failure(`${shown(written)} is an .lmn file: a letter is not written over one.`);
  const stats = statOf(out);
  if (stats instanceof Error) {
    const folder = statOf(dirname(out));
    if (errorCode(stats) === 'ENOENT' && !(folder instanceof Error) && folder.isDirectory()) return;
    if (errorCode(stats) === 'ENOENT')
      throw new Failure(`${shown(written)}: its folder does not exist yet. Make it first.`);
    throw new Failure(`${shown(written)}: ${reasonOf(stats)}.`);
  }
  const own = statOf(input);
  if (!(own instanceof Error) && own.ino === stats.ino && own.dev === stats.dev) {
    throw new Failure(`${shown(written)} is the case itself. Write the letter to another file.`);
  }
  if (stats.isDirectory()) throw new Failure(`${shown(written)} is a folder. Name the letter's file.`);
}

/** What the system knows of a file; the error where it knows nothing. */
export function statOf(path: string): BigIntStats | Error {
  try {
    return statSync(path, { bigint: true });
  } catch (error) {
    return error instanceof Error ? error : new Error('unknown');
  }
}

/** @throws {Failure} where it cannot be written. */
export function writeLetter(written: string, out: string, text: string): void {
  try {
    writeFileSync(out, text);
  } catch (error) {
    throw new Failure(`${shown(written)} could not be written: ${reasonOf(error)}.`);
  }
}
