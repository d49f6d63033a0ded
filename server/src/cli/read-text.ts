import { closeSync, openSync, readFileSync, readSync } from 'node:fs';
import { type FileKind, sniffKind } from '../language/file-kinds.js';
import { decodeText } from '../workspace/decode.js';
import { reasonOf } from '../workspace/file-failure.js';
import { decodeLetter } from '../workspace/letter-text.js';
import { Failure } from './failure.js';
import type { Surroundings } from './surroundings.js';

/** @throws where the file cannot be read; see `reasonOf`. */
export function readText(path: string): string {
  return decodeLetter(readFileSync(path));
}

/**
 * The text of standard input.
 *
 * @throws {Failure} where it cannot be read, or is longer than a letter can be.
 */
export function readStdin({ stdin }: Surroundings): string {
  if (!stdin) throw new Failure('There is no standard input here.');
  try {
    return decodeLetter(stdin());
  } catch (error) {
    throw new Failure(`Standard input: ${reasonOf(error)}.`);
  }
}

const sniffed = Buffer.alloc(4096);

/**
 * The kind that a file declares. Only its beginning is read, for most files of a workspace are cases that nobody asked for.
 *
 * @throws where the file cannot be read.
 */
export function readKind(path: string): FileKind | undefined {
  const file = openSync(path, 'r');
  let length: number;
  try {
    length = readSync(file, sniffed, 0, sniffed.length, 0);
  } finally {
    closeSync(file);
  }
  const kind = sniffKind(decodeText(sniffed.subarray(0, length)));
  return kind ?? (length === sniffed.length ? sniffKind(readText(path)) : undefined);
}
