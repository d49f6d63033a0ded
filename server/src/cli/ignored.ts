import { readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import ignore, { type Ignore } from 'ignore';
import { decodeText } from './decode.js';
import { errorCode, Failure, reasonOf } from './failure.js';
import { shown } from './printable.js';
import { isThere } from './workspace-root.js';

/** What the ignore files of one folder leave out in it and beneath it. */
export interface IgnoreLevel {
  /** The folder with a separator at its end. */
  readonly prefix: string;
  readonly patterns: Ignore;
}

/** `.lmnignore` has the last word: with `!name` it takes back what git leaves out. */
const ignoreFiles = ['.gitignore', '.lmnignore'];

/** The levels that hold inside a folder: those above it, but for one that would leave out the folder itself, and its own. */
export function levelsInside(folder: string, above: readonly IgnoreLevel[]): readonly IgnoreLevel[] {
  const holding = above.filter((level) => !ask(level, folder, true).ignored);
  const texts = ignoreFiles.flatMap((name) => readIgnoreFile(join(folder, name)));
  if (texts.length === 0) return holding;
  const ignorecase = process.platform === 'win32' || process.platform === 'darwin';
  return [
    ...holding,
    { prefix: folder.endsWith(sep) ? folder : folder + sep, patterns: ignore({ ignorecase }).add(texts.join('\n')) },
  ];
}

/** Whether the levels leave out a file or folder; the nearest one that speaks of it decides. */
export function isIgnored(path: string, isFolder: boolean, levels: readonly IgnoreLevel[]): boolean {
  for (let i = levels.length - 1; i >= 0; i--) {
    const level = levels[i];
    if (!level) continue;
    const { ignored, unignored } = ask(level, path, isFolder);
    if (ignored || unignored) return ignored;
  }
  return false;
}

function ask(
  { prefix, patterns }: IgnoreLevel,
  path: string,
  isFolder: boolean,
): { ignored: boolean; unignored: boolean } {
  const way = path.slice(prefix.length);
  return patterns.test(isFolder ? `${way}/` : way);
}

function readIgnoreFile(path: string): string[] {
  try {
    return [decodeText(readFileSync(path))];
  } catch (error) {
    if (['ENOENT', 'EISDIR', 'ENOTDIR'].includes(errorCode(error)) || !isThere(path)) return [];
    // Files that were to be left out would be read: that is for the user to decide.
    throw new Failure(`${shown(path)} cannot be read: ${reasonOf(error)}.`);
  }
}
