import { type Stats, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { Failure, reasonOf } from './failure.js';
import { byPath, findFiles, type FoundFile, isLmnFile, type Walk } from './find-files.js';
import { shown } from './printable.js';
import type { Surroundings } from './surroundings.js';
import { realPath, workspaceRoot } from './workspace-root.js';

/** The files of one workspace that are to be checked, and those that they may refer to. */
export interface TargetGroup {
  readonly root: string;
  readonly targets: readonly FoundFile[];
  /** Every file of the workspace, the targets included. */
  readonly all: readonly FoundFile[];
  /** Files and folders that should have been checked and cannot be read. */
  readonly problems: readonly string[];
  readonly notes: readonly string[];
}

interface OpenGroup {
  readonly root: string;
  readonly targets: Map<string, FoundFile>;
  readonly walks: Map<string, Walk>;
}

/**
 * What the paths of a command line mean. A file that is named is checked wherever it is; of a folder all `.lmn` files are.
 *
 * @throws {Failure} where a path leads nowhere, or to nothing that can be checked.
 */
export function findTargets(
  paths: readonly string[],
  { cwd, home }: Pick<Surroundings, 'cwd' | 'home'>,
): TargetGroup[] {
  const groups = new Map<string, OpenGroup>();
  for (const written of paths) {
    const path = resolve(cwd, written);
    const stats = statOf(written, path);
    const folder = stats.isDirectory() ? path : dirname(path);
    const root = workspaceRoot(folder, cwd, home);
    let group = groups.get(root);
    if (!group) groups.set(root, (group = { root, targets: new Map(), walks: new Map() }));
    if (stats.isDirectory()) addFolder(group, path, written);
    else addFile(group, path, written, stats);
  }
  return [...groups.values()].map(closeGroup);
}

function statOf(written: string, path: string): Stats {
  if (written === '') throw new Failure('A path is empty. Write a file or a folder, such as . for this one.');
  try {
    return statSync(path);
  } catch (error) {
    throw new Failure(`${shown(written)}: ${reasonOf(error)}.${wildcardHint(written)}`);
  }
}

/** On Windows nobody replaces `*.lmn` by the files that it stands for. */
function wildcardHint(written: string): string {
  return /[*?]/.test(written) ? ' Name the folder instead: every .lmn file in it is read.' : '';
}

function addFolder(group: OpenGroup, path: string, written: string): void {
  const walk = findFiles(path, group.root);
  group.walks.set(path, walk);
  for (const file of walk.files) if (!group.targets.has(file.real)) group.targets.set(file.real, file);
  if (walk.files.length === 0 && walk.problems.length === 0) {
    throw new Failure(
      `${shown(written)}: there is no .lmn file in this folder, but for what .gitignore and .lmnignore may leave out.`,
    );
  }
}

function addFile(group: OpenGroup, path: string, written: string, stats: Stats): void {
  if (!stats.isFile()) throw new Failure(`${shown(written)}: this is neither a file nor a folder.`);
  if (!isLmnFile(path)) throw new Failure(`${shown(written)}: this is no .lmn file.`);
  const real = realPath(path);
  if (!group.targets.has(real)) group.targets.set(real, { path, real });
}

function closeGroup({ root, targets, walks }: OpenGroup): TargetGroup {
  const whole = walks.get(root);
  const around = whole ?? findFiles(root, root);
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
  };
}
