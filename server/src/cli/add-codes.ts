import { mkdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { codeFileName, packCodes } from '../codes/compact-file.js';
import { readOfficialCodes } from '../codes/official-files.js';
import { reasonOf } from '../workspace/file-failure.js';
import { Failure } from './failure.js';
import { makeOwnFolder, replaceIn } from './own-folder.js';
import { printable, shown } from './printable.js';

export interface AddedCodes {
  readonly year: number;
  readonly count: number;
  /** Where the list is kept. */
  readonly path: string;
}

/** Where a list is to be kept: in a folder of the user's own, or in one that others read too. */
export interface KeptIn {
  readonly folder: string;
  readonly isShared: boolean;
}

/**
 * Reads an official file and keeps its codes; an older list of the year is replaced.
 *
 * @throws {Failure} where it cannot be read, is no such file, or cannot be kept.
 */
export function addCodes(file: string, { folder, isShared }: KeptIn, year?: number): AddedCodes {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(file);
  } catch (error) {
    throw new Failure(`${shown(file)} cannot be read: ${reasonOf(error)}.`);
  }
  const codes = readOfficialCodes(basename(file), bytes, year);
  if ('problem' in codes) throw new Failure(`${shown(file)}: ${codes.problem}`);
  try {
    if (isShared) mkdirSync(folder, { recursive: true });
    else if (!makeOwnFolder(folder)) throw new Failure(`${printable(folder)} belongs to somebody else.`);
    replaceIn(folder, codeFileName(codes.year), packCodes(codes));
  } catch (error) {
    if (error instanceof Failure) throw error;
    throw new Failure(`The list could not be kept in ${printable(folder)}: ${reasonOf(error)}.`);
  }
  return { year: codes.year, count: codes.count, path: join(folder, codeFileName(codes.year)) };
}
