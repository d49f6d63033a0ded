import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { reasonOf } from '../workspace/file-failure.js';
import { Failure } from './failure.js';
import type { LetterTarget } from './letter-output.js';
import { shown } from './printable.js';
import { replaceFile, sweep } from './replace-file.js';
import { undisturbed } from './undisturbed.js';
import { hashOf, type WrittenEntry, type WrittenLedger } from './written-ledger.js';

export interface Overwriting {
  readonly ledger: WrittenLedger;
  /** Replaces what LMN did not write, or what was changed since. */
  readonly force: boolean;
  /** The case's path, without links. */
  readonly source: string;
  /** The user did not name the file: then another case's letter is not replaced either, for two can come to one name. */
  readonly isNamed: boolean;
}

/**
 * Writes a letter, wholly or not at all. A file that is there is replaced where it is as LMN wrote it, and nobody has worked on it since.
 *
 * @throws {Failure} where it must not be replaced, or cannot be written.
 */
export async function writeLetter(target: LetterTarget, bytes: Uint8Array, overwriting: Overwriting): Promise<void> {
  const { path, written, isFile } = target;
  const { ledger, source } = overwriting;
  try {
    if (!isFile) {
      writeFileSync(path, bytes);
      return;
    }
    const entry: WrittenEntry = { bytes: hashOf(bytes), source: hashOf(source) };
    const there = readIfThere(path);
    const known = ledger.read(path);
    if (there && !overwriting.force) refuseForeign(hashOf(there), entry, known, target, overwriting);
    // Kept before and after: a run that is stopped between leaves either file, and knows both.
    ledger.keep(path, [entry, ...known]);
    if (there && hashOf(there) === entry.bytes) sweep(dirname(path));
    else await undisturbed(() => replaceFile(path, bytes));
    ledger.keep(path, [entry]);
  } catch (error) {
    if (error instanceof Failure) throw error;
    throw new Failure(`${shown(written)} could not be written: ${reasonOf(error)}.`);
  }
}

function readIfThere(path: string): Uint8Array | undefined {
  return statSync(path, { throwIfNoEntry: false }) && readFileSync(path);
}

function refuseForeign(
  there: string,
  entry: WrittenEntry,
  known: readonly WrittenEntry[],
  { written }: LetterTarget,
  { isNamed }: Overwriting,
): void {
  if (there === entry.bytes) return;
  const last = known.find(({ bytes }) => bytes === there);
  if (!last)
    throw new Failure(
      `${shown(written)} is not as lmn wrote it: somebody made or changed it. It stays; to replace it, add --force.`,
    );
  if (!isNamed && last.source !== entry.source)
    throw new Failure(
      `${shown(written)} is the letter of another case. Name the file with -o, or give letters a reference number; to replace it, add --force.`,
    );
}
