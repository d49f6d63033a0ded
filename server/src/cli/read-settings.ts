import { diskNow } from '../disk/disk-now.js';
import type { Rule } from '../lint/rule.js';
import { suppressionRules } from '../lint/suppressing.js';
import {
  type ConfigFileProblem,
  ConfigFiles,
  type FolderSettings,
  type WorkspaceBaseline,
} from '../workspace/config-files.js';
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

/**
 * The findings that are known in a workspace; `mayBeWrong` where the baseline is about to be written anew.
 *
 * @throws {Failure} where its baseline is wrong, with a line for each mistake.
 */
export async function readKnownFindings(
  root: string,
  rules: readonly Rule[],
  name: (path: string) => string,
  mayBeWrong: boolean,
): Promise<WorkspaceBaseline> {
  const baseline = await new ConfigFiles(diskNow, root, [...rules, ...suppressionRules]).baseline();
  if (baseline.problems.length > 0 && !mayBeWrong)
    throw new Failure(baseline.problems.map((problem) => placed(problem, name)).join('\n'));
  return baseline;
}

function placed({ path, line, column, message }: ConfigFileProblem, name: (path: string) => string): string {
  const place = line === undefined || column === undefined ? '' : `:${String(line)}:${String(column)}`;
  return `${printable(name(path))}${place}: ${message}`;
}
