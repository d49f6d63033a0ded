import { type Stats, statSync } from 'node:fs';
import { dirname, relative, resolve, sep } from 'node:path';
import { diskNow, realPathNow } from '../disk/disk-now.js';
import { reasonOf } from '../workspace/file-failure.js';
import type { FoundFile, LeftOut } from '../workspace/find-files.js';
import { isLmnFile } from '../workspace/letter-file.js';
import { workspaceRoot, type WorkspaceRoot } from '../workspace/workspace-root.js';
import { Failure } from './failure.js';
import { type FilePattern, patternIn } from './file-pattern.js';
import { type ToldWalk, walkFolder } from './left-out.js';
import { shown } from './printable.js';
import type { Surroundings } from './surroundings.js';

/** The files of one workspace that are to be checked, and those that they may refer to. */
export interface TargetGroup {
  readonly root: WorkspaceRoot;
  readonly targets: readonly FoundFile[];
  /** Every file of the workspace, the targets included. */
  readonly all: readonly FoundFile[];
  /** Files and folders that should have been checked and cannot be read. */
  readonly problems: readonly string[];
  readonly notes: readonly string[];
  readonly leftOut: readonly LeftOut[];
}

interface OpenGroup {
  readonly root: WorkspaceRoot;
  readonly targets: Map<string, FoundFile>;
  readonly walks: Map<string, ToldWalk>;
}

/**
 * What the paths of a command line mean. A file that is named is checked wherever it is; of a folder all `.lmn` files are, also those of workspaces in it.
 *
 * @throws {Failure} where a path leads nowhere, or to nothing that can be checked.
 */
export async function findTargets(
  paths: readonly string[],
  { cwd, home }: Pick<Surroundings, 'cwd' | 'home'>,
): Promise<TargetGroup[]> {
  const groups = new Map<string, OpenGroup>();
  for (const written of paths) {
    const path = resolve(cwd, written);
    const pattern = patternIn(written, path);
    if (pattern) {
      await addMatching(pattern, written);
      continue;
    }
    const stats = statOf(written, path);
    const folder = stats.isDirectory() ? path : dirname(path);
    const group = groupOf(await workspaceRoot(diskNow, folder, cwd, home));
    if (!stats.isDirectory()) addFile(group, path, written, stats);
    else if ((await addFolder(group, path)) === 0) throw new Failure(nothingIn(written));
  }
  return Promise.all([...groups.values()].map(closeGroup));

  function groupOf(root: WorkspaceRoot): OpenGroup {
    let group = groups.get(root.path);
    if (!group) groups.set(root.path, (group = { root, targets: new Map(), walks: new Map() }));
    return group;
  }

  async function addMatching({ base, matches }: FilePattern, written: string): Promise<void> {
    const folder = resolve(cwd, base);
    if (!statOf(written, folder).isDirectory()) throw new Failure(`${shown(written)}: ${shown(base)} is no folder.`);
    const isMatch = ({ path }: FoundFile) => matches(relative(folder, path));
    const count = await addFolder(groupOf(await workspaceRoot(diskNow, folder, cwd, home)), folder, isMatch);
    if (count === 0)
      throw new Failure(
        `${shown(written)}: no .lmn file matches, but for what .gitignore and .lmnignore may leave out.`,
      );
  }

  /** How many files and faults there are. */
  async function addFolder(
    group: OpenGroup,
    path: string,
    isWanted: (file: FoundFile) => boolean = () => true,
  ): Promise<number> {
    const walk = await walkFolder(diskNow, path, group.root.path);
    group.walks.set(path, walk);
    const wanted = walk.files.filter(isWanted);
    for (const file of wanted) if (!group.targets.has(file.real)) group.targets.set(file.real, file);
    let count = wanted.length + walk.problems.length;
    for (const { path, why } of walk.leftOut)
      if (why === 'own workspace') count += await addFolder(groupOf({ path, why: 'root: true' }), path, isWanted);
    return count;
  }
}

/**
 * A text that stands for a file, which need not be there, with what it may refer to.
 *
 * @throws {Failure} where no letter can be called so.
 */
export async function textTarget(
  written: string,
  { cwd, home }: Pick<Surroundings, 'cwd' | 'home'>,
): Promise<TargetGroup> {
  const path = resolve(cwd, written);
  if (!isLmnFile(path)) throw new Failure(`${shown(written)}: this is no .lmn file.`);
  if (!statOf(written, dirname(path)).isDirectory()) throw new Failure(`${shown(written)}: its folder is none.`);
  const file = { path, real: realPathNow(path) };
  const root = await workspaceRoot(diskNow, dirname(path), cwd, home);
  return closeGroup({ root, targets: new Map([[file.real, file]]), walks: new Map() });
}

/** Never an empty check that looks like success. */
function nothingIn(written: string): string {
  return `${shown(written)}: there is no .lmn file in this folder, but for what .gitignore and .lmnignore may leave out.`;
}

function statOf(written: string, path: string): Stats {
  if (written === '') throw new Failure('A path is empty. Write a file or a folder, such as . for this one.');
  try {
    return statSync(path);
  } catch (error) {
    throw new Failure(`${shown(written)}: ${reasonOf(error)}.`);
  }
}

function addFile(group: OpenGroup, path: string, written: string, stats: Stats): void {
  if (!stats.isFile()) throw new Failure(`${shown(written)}: this is neither a file nor a folder.`);
  if (!isLmnFile(path)) throw new Failure(`${shown(written)}: this is no .lmn file.`);
  const real = realPathNow(path);
  if (!group.targets.has(real)) group.targets.set(real, { path, real });
}

async function closeGroup({ root, targets, walks }: OpenGroup): Promise<TargetGroup> {
  const whole = walks.get(root.path);
  const around = whole ?? (await walkFolder(diskNow, root.path, root.path));
  const all = new Map([...around.files, ...targets.values()].map((file) => [file.real, file]));
  const problems = [...walks.values()].flatMap((walk) => walk.problems);
  const notes = [...walks.values(), around].flatMap((walk) => walk.notes);
  const elsewhere = whole ? [] : around.problems.filter((problem) => !problems.includes(problem));
  return {
    root,
    targets: [...targets.values()].sort(byPath),
    all: [...all.values()].sort(byPath),
    problems: [...new Set(problems)],
    notes: [...new Set([...notes, ...elsewhere])],
    leftOut: around.leftOut,
  };
}

/** The same order on every system, and a folder's files together. */
function byPath(a: FoundFile, b: FoundFile): number {
  const [one, other] = sep === '/' ? [a.path, b.path] : [a.path.replaceAll(sep, '/'), b.path.replaceAll(sep, '/')];
  return one < other ? -1 : one > other ? 1 : 0;
}
