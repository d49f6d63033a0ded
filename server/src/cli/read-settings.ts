import { diskNow } from '../disk/disk-now.js';
import type { Rule } from '../lint/rule.js';
import { suppressionRules } from '../lint/suppressing.js';
import { type ConfigFileProblem, ConfigFiles, type FolderSettings } from '../workspace/config-files.js';
import { Failure } from './failure.js';
import { printable } from './printable.js';

/**
 * What a workspace has set for each of some folders. Every configuration that will be asked for is read, so that a mistake in one is told before anything else.
 *
 * @throws {Failure} where one is wrong, with a line for each mistake: `name` says how paths are shown.
 */
export async function readSettings(
  root: string,
  folders: Iterable<string>,
  rules: readonly Rule[],
  name: (path: string) => string,
): Promise<ReadonlyMap<string, FolderSettings>> {
  const configs = new ConfigFiles(diskNow, root, [...rules, ...suppressionRules]);
  const settings = new Map<string, FolderSettings>();
  for (const folder of new Set(folders)) {
    const found = await configs.settingsOf(folder);
    if (found.problems.length > 0) throw new Failure(found.problems.map((problem) => placed(problem, name)).join('\n'));
    settings.set(folder, found);
  }
  return settings;
}

function placed({ path, line, column, message }: ConfigFileProblem, name: (path: string) => string): string {
  const place = line === undefined || column === undefined ? '' : `:${String(line)}:${String(column)}`;
  return `${printable(name(path))}${place}: ${message}`;
}
