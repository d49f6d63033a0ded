import { reasonOf } from '../workspace/file-failure.js';
import type { FilePort } from '../workspace/file-port.js';
import { findFiles, type FoundFile, type LeftOut } from '../workspace/find-files.js';
import { UnreadableIgnoreFile } from '../workspace/ignore-files.js';
import { Failure } from './failure.js';
import { printable, shown } from './printable.js';

/** What was found in a folder, as the command line tells it. */
export interface ToldWalk {
  /** Sorted by path, each file once. */
  readonly files: readonly FoundFile[];
  /** What could not be read, a line each. */
  readonly problems: readonly string[];
  /** What was deliberately not read and would perhaps be missed, a line each. */
  readonly notes: readonly string[];
  readonly leftOut: readonly LeftOut[];
  readonly configs: readonly string[];
}

/**
 * All `.lmn` files in a folder of a workspace.
 *
 * @throws {Failure} where an ignore file cannot be read: files that were to be left out would be read, and that is for the user to decide.
 */
export async function walkFolder(files: FilePort, start: string, root: string): Promise<ToldWalk> {
  try {
    const { leftOut, ...walk } = await findFiles(files, start, root);
    for (const one of leftOut) if (one.why === 'unreadable ignore file') throw unreadable(one.path, one.error);
    return { ...walk, leftOut, problems: leftOut.flatMap(problemOf), notes: leftOut.flatMap(noteOf) };
  } catch (error) {
    throw error instanceof UnreadableIgnoreFile ? unreadable(error.path, error.cause) : error;
  }
}

function unreadable(path: string, error: unknown): Failure {
  return new Failure(`${shown(path)} cannot be read: ${reasonOf(error)}.`);
}

function problemOf(one: LeftOut): string[] {
  if (one.why === 'leads nowhere') return [`${printable(one.path)} cannot be read: it is a link that leads nowhere.`];
  return one.why === 'unreadable' ? [`${printable(one.path)} cannot be read: ${reasonOf(one.error)}.`] : [];
}

function noteOf({ path, why }: LeftOut): string[] {
  return why === 'leads out'
    ? [`${printable(path)} was not read: it is a link that leads out of the workspace. Name it to have it read.`]
    : [];
}
