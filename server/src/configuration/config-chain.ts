import { optionsOver } from '../lint/rule-options.js';
import { type ConfigFile, type ConfigProblem, readConfig } from './config.js';
import type { ExportSettings } from './export-settings.js';
import type { RuleNames, RuleSettings } from './rule-settings.js';
import { paperOver, type PaperSettings } from './paper-settings.js';

/** A configuration that `extends` names: found, with the path that tells it from every other; or why it is not read. */
export type FoundConfig = { readonly path: string; readonly text: string } | { readonly problem: string };

/** Finds what a configuration extends: `specifier` as written in the file `from`. Files are the caller's affair. */
export type FindConfig = (specifier: string, from: string) => Promise<FoundConfig>;

/** What configurations set for a letter. */
export interface Settings extends RuleSettings {
  readonly export: ExportSettings;
  readonly paper: PaperSettings;
}

/** What is set where no configuration is. */
export const noSettings: Settings = { severities: {}, options: {}, export: {}, paper: {} };

/** What holds for a letter: its nearest configuration over all that it extends. */
export interface ResolvedConfig extends Settings {
  readonly problems: readonly ConfigProblem[];
  /** Every file that was read, for whoever watches them. */
  readonly paths: readonly string[];
}

/**
 * Reads a configuration with those that it extends. Of several the later wins, and what a file sets itself wins over what it extends. Never
 * rejects; a configuration that extends itself is told, and so is every other mistake, each once.
 */
export async function resolveConfig(
  path: string,
  text: string,
  rules: readonly RuleNames[],
  find: FindConfig,
): Promise<ResolvedConfig> {
  const read = new Map<string, Resolving>();
  const problems: ConfigProblem[] = [];
  const settings = await resolve(path, text);
  return { ...settings, problems, paths: [...read.keys()] };

  async function resolve(path: string, text: string): Promise<Settings> {
    const state: Resolving = { file: readConfig(path, text, rules), settings: noSettings, open: true };
    read.set(path, state);
    problems.push(...state.file.problems);
    const layers: Settings[] = [];
    // One after another, so that what they share is read once.
    for (const { specifier, ...place } of state.file.extends) {
      const found = await find(specifier, path);
      if ('problem' in found) {
        problems.push({ path, ...place, message: found.problem });
        continue;
      }
      const known = read.get(found.path);
      if (known?.open)
        problems.push({
          path,
          ...place,
          message: 'This configuration extends itself, directly or through others. Take this out.',
        });
      layers.push(known ? known.settings : await resolve(found.path, found.text));
    }
    state.settings = [...layers, state.file].reduce(over, noSettings);
    state.open = false;
    return state.settings;
  }
}

function over(below: Settings, above: Settings): Settings {
  return {
    severities: { ...below.severities, ...above.severities },
    options: optionsOver(below.options, above.options),
    export: { ...below.export, ...above.export },
    paper: paperOver(below.paper, above.paper),
  };
}

interface Resolving {
  readonly file: ConfigFile;
  settings: Settings;
  /** What it extends is still being read: whoever comes back to it here is in a circle. */
  open: boolean;
}
