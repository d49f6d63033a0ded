import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { codesInWorkspace, unpackCodes, yearOfCodeFile } from '../codes/compact-file.js';
import type { CodeList, CodeLists } from '../knowledge/code-list.js';

/** In the state folder of the user. */
export const codesOfUser = 'codes';

/** The folders whose lists hold for a workspace: its own first. */
export function codeFolders(root: string | undefined, stateFolder: string | undefined): string[] {
  return [
    ...(root === undefined ? [] : [join(root, codesInWorkspace)]),
    ...(stateFolder === undefined ? [] : [join(stateFolder, codesOfUser)]),
  ];
}

/** Several times what all of ICD-10-CM takes. */
const mostBytes = 8_000_000;

/** The files of the code lists in some folders, by year; of two for one year that of the first folder. A folder that cannot be read is as one that is not there. */
export function codeFiles(folders: readonly string[]): ReadonlyMap<number, string> {
  const paths = new Map<number, string>();
  for (const folder of folders)
    for (const name of namesIn(folder)) {
      const year = yearOfCodeFile(name);
      if (year !== undefined && !paths.has(year)) paths.set(year, join(folder, name));
    }
  return paths;
}

/** The code lists in some folders; each is read when it is first asked for. A file that cannot be read is as one that is not there. */
export function codeLists(folders: readonly string[]): CodeLists {
  const paths = codeFiles(folders);
  const lists = new Map<number, CodeList | undefined>();
  return {
    years: [...paths.keys()].sort((a, b) => b - a),
    of(year) {
      const path = paths.get(year);
      if (path === undefined) return undefined;
      if (!lists.has(year)) lists.set(year, read(path, year));
      return lists.get(year);
    },
  };
}

/** How long what was seen of the folders holds, in milliseconds: lists are asked for at every keystroke, and come once a year. */
const holdsFor = 1000;

/**
 * The code lists in some folders as they are when they are asked for, for who runs on while others add some: the folders are looked at when a list is asked for, at most once a second. `now`
 * counts milliseconds.
 */
export function currentCodeLists(folders: readonly string[], now: () => number): CodeLists {
  let looked = now();
  let seen = stateOf(folders);
  let lists = codeLists(folders);
  const current = () => {
    if (now() - looked < holdsFor) return lists;
    looked = now();
    const state = stateOf(folders);
    if (state !== seen) [seen, lists] = [state, codeLists(folders)];
    return lists;
  };
  return {
    get years() {
      return current().years;
    },
    of: (year) => current().of(year),
  };
}

/** Another one where a list was added, replaced or taken away. */
function stateOf(folders: readonly string[]): string {
  return JSON.stringify([...codeFiles(folders).values()].map((path) => [path, versionOf(path)]));
}

function versionOf(path: string): readonly number[] {
  try {
    const { ino, size, mtimeMs } = statSync(path);
    return [ino, size, mtimeMs];
  } catch {
    return [];
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function read(path: string, year: number): CodeList | undefined {
  try {
    return statSync(path).size <= mostBytes ? unpackCodes(readFileSync(path), year) : undefined;
  } catch {
    return undefined;
  }
}
