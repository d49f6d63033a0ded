import { isMissing } from './file-failure.js';
import { isHiddenName } from './find-files.js';
import { type FilePort, isInside } from './file-port.js';
import { type FolderOnWay, ignoredBy, type IgnoreLevel, levelsInside } from './ignore-files.js';
import { isLmnFile } from './letter-file.js';

/**
 * What a walk of the workspace would say of one file, without the walk: its path without links, or undefined where it would leave the file out.
 *
 * @throws {UnreadableIgnoreFile}, and where links cannot be followed.
 */
export async function realIfFound(files: FilePort, root: string, path: string): Promise<string | undefined> {
  const names = files.namesFrom(root, path);
  const last = names?.at(-1);
  if (!names || last === undefined || !isLmnFile(last) || names.some(isHiddenName)) return undefined;
  let folder: FolderOnWay = { path: root, way: '' };
  let levels: readonly IgnoreLevel[] = [];
  for (const [index, name] of names.entries()) {
    levels = await levelsInside(files, folder, levels);
    const way = folder.way === '' ? name : `${folder.way}/${name}`;
    if (ignoredBy(way, index < names.length - 1, levels)) return undefined;
    folder = { path: files.join(folder.path, name), way };
  }
  try {
    const real = await files.realPath(path);
    return isInside(files, real, await files.realPath(root)) ? real : undefined;
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}
