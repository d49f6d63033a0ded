import { readFileSync, realpathSync } from 'node:fs';
import { dirname, isAbsolute, join, resolve } from 'node:path';
import { configFileName, type RuleNames } from '../configuration/config.js';
import { type FoundConfig, noSettings, resolveConfig, type Settings } from '../configuration/config-chain.js';
import { decodeText } from './decode.js';
import { errorCode, Failure, reasonOf } from './failure.js';
import { shown } from './printable.js';
import { isInside, realPath } from './workspace-root.js';

/**
 * Finds what a workspace has set for the files of a folder: the nearest `lmn.config.json`, from that folder up to the root. Each is
 * read once.
 *
 * @throws {Failure} where one is wrong, with a line for each mistake: `name` says how paths are shown.
 */
export function configReader(
  root: string,
  rules: readonly RuleNames[],
  name: (path: string) => string,
): (folder: string) => Settings {
  const byFolder = new Map<string, Settings>();
  const realRoot = realPath(root);
  return function settingsOf(folder): Settings {
    const known = byFolder.get(folder);
    if (known) return known;
    const found =
      readOwn(folder) ?? (folder !== root && isInside(folder, root) ? settingsOf(dirname(folder)) : noSettings);
    byFolder.set(folder, found);
    return found;
  };

  function readOwn(folder: string): Settings | undefined {
    const path = join(folder, configFileName);
    const found = readInside(path);
    if (!found) return undefined;
    const read = 'problem' in found ? undefined : resolveConfig(found.path, found.text, rules, findExtended);
    if (!read) throw new Failure(`${name(path)}: ${'problem' in found ? found.problem : ''}`);
    if (read.problems.length === 0) return read;
    throw new Failure(
      read.problems
        .map((problem) => `${name(problem.path)}:${problem.line}:${problem.column}: ${problem.message}`)
        .join('\n'),
    );
  }

  /** The file as found, or why it is not read; undefined where there is none. */
  function readInside(path: string): FoundConfig | undefined {
    try {
      const real = realpathSync.native(path);
      if (!isInside(real, realRoot))
        return { problem: 'This leads out of the workspace. Only files in it, and in its node_modules, are read.' };
      return { path: real, text: decodeText(readFileSync(real)) };
    } catch (error) {
      if (['ENOENT', 'ENOTDIR'].includes(errorCode(error))) return undefined;
      return { problem: `This cannot be read: ${reasonOf(error)}.` };
    }
  }

  function findExtended(specifier: string, from: string): FoundConfig {
    if (isAbsolute(specifier) || /^[A-Za-z][\w+.-]*:|^[\\/~]/.test(specifier)) {
      return {
        problem: 'Only a path from this file is read, such as "../lmn.config.json", or a package of node_modules.',
      };
    }
    if (specifier.includes('\\'))
      return { problem: `Write / between folders: "${shown(specifier.replaceAll('\\', '/'))}"` };
    if (/^\.\.?(?:\/|$)/.test(specifier)) {
      if (!specifier.endsWith('.json')) return { problem: 'Only JSON is read: name a file that ends in .json.' };
      return readInside(resolve(dirname(from), specifier)) ?? { problem: 'There is no such file.' };
    }
    return findInPackages(specifier, from);
  }

  function findInPackages(specifier: string, from: string): FoundConfig {
    const [, name = '', file = configFileName] = /^((?:@[^/]+\/)?[^/]+)(?:\/(.+))?$/.exec(specifier) ?? [];
    if (name === '' || specifier.split('/').includes('..'))
      return { problem: 'This is neither a path from this file ("./…", "../…") nor a package.' };
    if (!file.endsWith('.json')) return { problem: 'Only JSON is read: name a file that ends in .json.' };
    for (let folder = dirname(from); isInside(folder, realRoot); folder = dirname(folder)) {
      const found = readInside(join(folder, 'node_modules', name, file));
      if (found) return found;
      if (folder === dirname(folder)) break;
    }
    return { problem: `No package of node_modules has it. If it is a file, write "./${shown(specifier)}".` };
  }
}
