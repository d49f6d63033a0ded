import ignore, { type Ignore } from 'ignore';
import { decodeText } from './decode.js';
import { errorCode, isMissing } from './file-failure.js';
import type { FilePort } from './file-port.js';

/** What the ignore files of one folder leave out in it and beneath it. */
export interface IgnoreLevel {
  /** The names from the uppermost folder to this one, with a `/` behind each. */
  readonly prefix: string;
  readonly patterns: Ignore;
  /** The files that say so. */
  readonly sources: readonly string[];
}

/** A folder, with the names that lead to it: `cases/old`; empty for the uppermost. */
export interface FolderOnWay {
  readonly path: string;
  readonly way: string;
}

/** `.lmnignore` has the last word: with `!name` it takes back what git leaves out. */
export const ignoreFileNames: readonly string[] = ['.gitignore', '.lmnignore'];

/** An ignore file that is there and cannot be read: files that were to be left out would be read, and that is for the user to decide. */
export class UnreadableIgnoreFile extends Error {
  override readonly name = 'UnreadableIgnoreFile';
  constructor(
    readonly path: string,
    override readonly cause: unknown,
  ) {
    super('An ignore file cannot be read.');
  }
}

/**
 * The levels that hold inside a folder: those above it, but for one that would leave out the folder itself, and its own. `names` are those in the folder,
 * where they are known.
 *
 * @throws {UnreadableIgnoreFile}
 */
export async function levelsInside(
  files: FilePort,
  { path, way }: FolderOnWay,
  above: readonly IgnoreLevel[],
  names: ReadonlySet<string> = new Set(ignoreFileNames),
): Promise<readonly IgnoreLevel[]> {
  const holding = above.filter((level) => !ask(level, way, true).ignored);
  const patterns = ignore({ ignorecase: files.ignoresCase });
  const sources: string[] = [];
  for (const name of ignoreFileNames) {
    if (!names.has(name)) continue;
    const source = files.join(path, name);
    const text = await readIgnoreFile(files, source);
    if (text === undefined) continue;
    patterns.add(text);
    sources.push(source);
  }
  if (sources.length === 0) return holding;
  return [...holding, { prefix: way === '' ? '' : `${way}/`, patterns, sources }];
}

/** The level that leaves out a file or folder, by the names that lead to it; the nearest one that speaks of it decides. */
export function ignoredBy(way: string, isFolder: boolean, levels: readonly IgnoreLevel[]): IgnoreLevel | undefined {
  for (let i = levels.length - 1; i >= 0; i--) {
    const level = levels[i];
    if (!level) continue;
    const { ignored, unignored } = ask(level, way, isFolder);
    if (ignored || unignored) return ignored ? level : undefined;
  }
  return undefined;
}

function ask(
  { prefix, patterns }: IgnoreLevel,
  way: string,
  isFolder: boolean,
): { ignored: boolean; unignored: boolean } {
  const names = way.slice(prefix.length);
  return patterns.test(isFolder ? `${names}/` : names);
}

async function readIgnoreFile(files: FilePort, path: string): Promise<string | undefined> {
  try {
    return decodeText(await files.read(path));
  } catch (error) {
    if (isMissing(error) || errorCode(error) === 'EISDIR') return undefined;
    throw new UnreadableIgnoreFile(path, error);
  }
}
