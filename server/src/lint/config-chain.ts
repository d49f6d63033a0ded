import { type ConfigFile, type ConfigProblem, readConfig, type RuleNames } from './config.js';
import type { Severities } from './engine.js';

/** A configuration that `extends` names: found, with the path that tells it from every other; or why it is not read. */
export type FoundConfig = { readonly path: string; readonly text: string } | { readonly problem: string };

/** Finds what a configuration extends: `specifier` as written in the file `from`. Files are the caller's affair. */
export type FindConfig = (specifier: string, from: string) => FoundConfig;

/** What holds for a letter: its nearest configuration over all that it extends. */
export interface ResolvedConfig {
  readonly severities: Severities;
  readonly problems: readonly ConfigProblem[];
  /** Every file that was read, for whoever watches them. */
  readonly paths: readonly string[];
}

/**
 * Reads a configuration with those that it extends. Of several the later wins, and a file's own rules win over what it extends. Never
 * throws; a configuration that extends itself is told, and so is every other mistake, each once.
 */
export function resolveConfig(
  path: string,
  text: string,
  rules: readonly RuleNames[],
  find: FindConfig,
): ResolvedConfig {
  const read = new Map<string, Resolving>();
  const problems: ConfigProblem[] = [];
  const severities = resolve(path, text);
  return { severities, problems, paths: [...read.keys()] };

  function resolve(path: string, text: string): Severities {
    const state: Resolving = { file: readConfig(path, text, rules), severities: {}, open: true };
    read.set(path, state);
    problems.push(...state.file.problems);
    const layers = state.file.extends.map(({ specifier, ...place }) => {
      const found = find(specifier, path);
      const message = 'problem' in found ? found.problem : undefined;
      if (message !== undefined) problems.push({ path, ...place, message });
      if ('problem' in found) return {};
      const known = read.get(found.path);
      if (known?.open)
        problems.push({
          path,
          ...place,
          message: 'This configuration extends itself, directly or through others. Take this out.',
        });
      return known ? known.severities : resolve(found.path, found.text);
    });
    state.severities = Object.assign({}, ...layers, state.file.severities) as Severities;
    state.open = false;
    return state.severities;
  }
}

interface Resolving {
  readonly file: ConfigFile;
  severities: Severities;
  /** What it extends is still being read: whoever comes back to it here is in a circle. */
  open: boolean;
}
