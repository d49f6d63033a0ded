import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { baselineFileName, type BaselineEntry, baselineText } from '../configuration/baseline.js';
import { realPathNow } from '../disk/disk-now.js';
import { reasonOf } from '../workspace/file-failure.js';
import { plural } from '../knowledge/plurals.js';
import { Failure } from './failure.js';
import { type LintGroup, nameInWorkspace } from './lint-groups.js';
import { shown } from './printable.js';
import { relativeName } from './relative-name.js';
import { replaceFile } from './replace-file.js';
import { undisturbed } from './undisturbed.js';

/**
 * Writes what was found in a group's files into the baseline of its workspace, with what that says of files that were not checked and are still there. Gives the line that tells of
 * it; undefined where nothing was found and there is no baseline.
 *
 * @throws {Failure} where it cannot be written.
 */
export async function writeBaseline(
  group: LintGroup,
  found: readonly BaselineEntry[],
  cwd: string,
): Promise<string | undefined> {
  const { root, targets, baseline } = group;
  const path = join(root.path, baselineFileName);
  const checked = new Set(targets.map((target) => nameInWorkspace(group, target)));
  const others = [...baseline.files]
    .filter(([file]) => !checked.has(file) && existsSync(join(root.path, ...file.split('/'))))
    .flatMap(([, entries]) => entries);
  const entries = [...found, ...others];
  if (entries.length === 0 && !existsSync(path)) return undefined;
  const name = relativeName(path, cwd);
  try {
    await undisturbed(() => {
      replaceFile(realPathNow(path), Buffer.from(baselineText(entries)));
    });
  } catch (error) {
    throw new Failure(`${shown(name)} could not be written: ${reasonOf(error)}.`);
  }
  const count = entries.reduce((total, entry) => total + entry.count, 0);
  return `${shown(name)}: ${plural(count, 'finding')} known from now on.`;
}
