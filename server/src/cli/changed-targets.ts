import { basename } from 'node:path';
import { baselineFileName } from '../configuration/baseline.js';
import { configFileName } from '../configuration/config.js';
import type { ParseFile } from '../language/parse.js';
import type { SourceFile } from '../language/source-file.js';
import { diskNow, realPathNow } from '../disk/disk-now.js';
import { decodeText } from '../workspace/decode.js';
import type { FoundFile } from '../workspace/find-files.js';
import { isInside } from '../workspace/file-port.js';
import { ignoreFileNames } from '../workspace/ignore-files.js';
import { isLmnFile } from '../workspace/letter-file.js';
import { fileTexts } from './file-texts.js';
import type { GitChanges } from './git-changes.js';
import { readGroup } from './lint-groups.js';
import type { TargetGroup } from './lint-targets.js';

/**
 * The files of a group of which something else may be found than before a change: those that changed, and those that stand on one. A template counts for what is built on it, by its name
 * now and before; a vocabulary, a policy, a kind of letter, a configuration and a file that is gone count for all.
 */
export function changedTargets(group: TargetGroup, changes: GitChanges, parse: ParseFile): readonly FoundFile[] {
  const root = realPathNow(group.root.path);
  const isHere = (path: string) => isInside(diskNow, path, root);
  const own = (target: FoundFile) => changes.changed.has(target.real);
  const changed = [...changes.changed].filter(isHere);
  const gone = changes.deleted.filter(isHere);
  if (gone.some(isLmnFile) || [...changed, ...gone].some(isSetting)) return group.targets;

  const all = new Map(group.all.map((file) => [file.real, file]));
  const names = new Set<string>();
  for (const path of changed.filter(isLmnFile)) {
    const found = all.get(path);
    if (!found) continue;
    const before = changes.before.get(path);
    for (const file of [readNow(found, parse), before && parse('file:///before.lmn', decodeText(before))]) {
      if (file && file.kind !== 'case' && file.kind !== 'template') return group.targets;
      if (file?.kind === 'template') names.add(file.header?.name?.text ?? '');
    }
  }
  if (names.size === 0) return group.targets.filter(own);

  const { workspace, read } = readGroup(group, parse, fileTexts());
  for (const name of [...names]) for (const upon of workspace.templatesOn(name)) names.add(upon);
  return group.targets.filter((target) => {
    if (own(target)) return true;
    const file = read(target);
    // Templates and policies look at one another by name, and there are few.
    return file?.kind !== 'case' || names.has(file.header?.name?.text ?? '');
  });
}

/** What cannot be read is told when it is checked. */
function readNow({ path }: FoundFile, parse: ParseFile): SourceFile | undefined {
  try {
    return parse('file:///now.lmn', fileTexts().read(path));
  } catch {
    return undefined;
  }
}

function isSetting(path: string): boolean {
  return [configFileName, baselineFileName, ...ignoreFileNames].includes(basename(path));
}
