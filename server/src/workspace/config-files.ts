import { type Baseline, baselineFileName, noBaseline, readBaseline } from '../configuration/baseline.js';
import { configFileName, type ConfigProblem } from '../configuration/config.js';
import { type FoundConfig, noSettings, resolveConfig, type Settings } from '../configuration/config-chain.js';
import type { RuleNames } from '../configuration/rule-settings.js';
import { decodeText } from './decode.js';
import { isMissing, reasonOf } from './file-failure.js';
import { type FilePort, isInside, realPathOrSame } from './file-port.js';

/** Something wrong in a configuration; without a place where the whole of it cannot be read. */
export type ConfigFileProblem = Pick<ConfigProblem, 'path' | 'message'> &
  Partial<Pick<ConfigProblem, 'line' | 'column'>>;

/** What a workspace has set for the letters of a folder. */
export interface FolderSettings extends Settings {
  readonly problems: readonly ConfigFileProblem[];
  /** The configurations that were read for it, the nearest first. */
  readonly paths: readonly string[];
}

/** The baseline of a workspace. */
export type WorkspaceBaseline = Omit<Baseline, 'problems'> & { readonly problems: readonly ConfigFileProblem[] };

const builtIn: FolderSettings = { ...noSettings, problems: [], paths: [] };
const leadsOut = 'This leads out of the workspace. Only files in it, and in its node_modules, are read.';
const onlyPaths = 'Only a path from this file is read, such as "../lmn.config.json", or a package of node_modules.';
const onlyJson = 'Only JSON is read: name a file that ends in .json.';

/** Finds what a workspace has set for the files of a folder: the nearest `lmn.config.json`, from that folder up to the root. Each is read once. */
export class ConfigFiles {
  private readonly byFolder = new Map<string, Promise<FolderSettings>>();
  private realRoot: Promise<string> | undefined;
  private known: Promise<WorkspaceBaseline> | undefined;

  constructor(
    private readonly files: FilePort,
    readonly root: string,
    private readonly rules: readonly RuleNames[],
  ) {}

  /** Never rejects: what cannot be read is a problem of the settings. */
  settingsOf(folder: string): Promise<FolderSettings> {
    let known = this.byFolder.get(folder);
    if (!known) this.byFolder.set(folder, (known = this.find(folder)));
    return known;
  }

  /** The findings that are known in this workspace. Never rejects, as settings. */
  baseline(): Promise<WorkspaceBaseline> {
    return (this.known ??= this.readBaseline());
  }

  private async readBaseline(): Promise<WorkspaceBaseline> {
    const path = this.files.join(this.root, baselineFileName);
    const found = await this.readInside(path, await this.rootWithoutLinks());
    if (!found) return noBaseline;
    if ('problem' in found) return { ...noBaseline, problems: [{ path, message: found.problem }] };
    const baseline = readBaseline(found.text, this.rules);
    return { ...baseline, problems: baseline.problems.map((problem) => ({ ...problem, path })) };
  }

  private async find(folder: string): Promise<FolderSettings> {
    const { files, root } = this;
    const own = await this.readOwn(folder);
    if (own) return own;
    const isBeneath = folder !== root && isInside(files, folder, root);
    return isBeneath ? this.settingsOf(files.parent(folder)) : builtIn;
  }

  private async readOwn(folder: string): Promise<FolderSettings | undefined> {
    const path = this.files.join(folder, configFileName);
    const realRoot = await this.rootWithoutLinks();
    const found = await this.readInside(path, realRoot);
    if (!found) return undefined;
    if ('problem' in found) return { ...builtIn, problems: [{ path, message: found.problem }] };
    const { problems, paths, ...settings } = await resolveConfig(found.path, found.text, this.rules, (name, from) =>
      this.findExtended(name, from, realRoot),
    );
    const shown = (real: string) => this.asWritten(real, realRoot);
    return {
      ...settings,
      problems: problems.map((problem) => ({ ...problem, path: shown(problem.path) })),
      paths: paths.map(shown),
    };
  }

  private rootWithoutLinks(): Promise<string> {
    return (this.realRoot ??= realPathOrSame(this.files, this.root));
  }

  /** The path through the root as it was opened. */
  private asWritten(real: string, realRoot: string): string {
    const names = realRoot === this.root ? undefined : this.files.namesFrom(realRoot, real);
    return names ? this.files.join(this.root, ...names) : real;
  }

  /** The file as found, by its path without links, or why it is not read; undefined where there is none. */
  private async readInside(path: string, realRoot: string): Promise<FoundConfig | undefined> {
    const { files } = this;
    try {
      const real = await files.realPath(path);
      if (!isInside(files, real, realRoot)) return { problem: leadsOut };
      return { path: real, text: decodeText(await files.read(real)) };
    } catch (error) {
      return isMissing(error) ? undefined : { problem: `This cannot be read: ${reasonOf(error)}.` };
    }
  }

  private async findExtended(specifier: string, from: string, realRoot: string): Promise<FoundConfig> {
    const { files } = this;
    if (/^[A-Za-z][\w+.-]*:|^[\\/~]/.test(specifier)) return { problem: onlyPaths };
    if (specifier.includes('\\'))
      return { problem: `Write / between folders: ${quoted(specifier.replaceAll('\\', '/'))}` };
    if (!/^\.\.?(?:\/|$)/.test(specifier)) return this.findInPackages(specifier, from, realRoot);
    if (!specifier.endsWith('.json')) return { problem: onlyJson };
    const path = files.join(files.parent(from), ...specifier.split('/'));
    // Nothing is asked of what lies outside, not even whether it is there.
    if (!isInside(files, path, realRoot)) return { problem: leadsOut };
    return (await this.readInside(path, realRoot)) ?? { problem: 'There is no such file.' };
  }

  private async findInPackages(specifier: string, from: string, realRoot: string): Promise<FoundConfig> {
    const { files } = this;
    const [, name = '', file = configFileName] = /^((?:@[^/]+\/)?[^/]+)(?:\/(.+))?$/s.exec(specifier) ?? [];
    if (name === '' || specifier.split('/').includes('..'))
      return { problem: 'This is neither a path from this file ("./…", "../…") nor a package.' };
    if (!file.endsWith('.json')) return { problem: onlyJson };
    for (let folder = files.parent(from); isInside(files, folder, realRoot); folder = files.parent(folder)) {
      const path = files.join(folder, 'node_modules', ...name.split('/'), ...file.split('/'));
      const found = await this.readInside(path, realRoot);
      if (found) return found;
      if (folder === files.parent(folder)) break;
    }
    return {
      problem: `No package of node_modules has it. If it is a file, write ${quoted(`./${specifier}`)}.`,
    };
  }
}

/** In a message of one line. */
function quoted(specifier: string): string {
  return JSON.stringify(specifier.length > 80 ? `${specifier.slice(0, 80)}…` : specifier);
}
