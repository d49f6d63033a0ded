import type { PlacedEntry } from '../../configuration/baseline.js';
import { configFileName } from '../../configuration/config.js';
import { noSettings, type Settings } from '../../configuration/config-chain.js';
import { type ExportSettings, usualExport } from '../../configuration/export-settings.js';
import { paperOf } from '../../configuration/paper-settings.js';
import { suppressionRules } from '../../lint/suppressing.js';
import type { Paper } from '../../paper.js';
import { allRules } from '../../rules/all-rules.js';
import {
  type ConfigFileProblem,
  ConfigFiles,
  type FolderSettings,
  type WorkspaceBaseline,
} from '../../workspace/config-files.js';
import { decodeText } from '../../workspace/decode.js';
import { isMissing } from '../../workspace/file-failure.js';
import type { FilePort } from '../../workspace/file-port.js';
import type { CountingConfig } from '../actions/list-word-edit.js';

const nothingSet = { ...noSettings, problems: [] };

/**
 * What `lmn.config.json` files say, as the command line reads them: the nearest one above a letter counts, up to its workspace. Nothing is read of a folder
 * that is not trusted.
 */
export class WorkspaceConfig {
  private readonly byRoot = new Map<string, ConfigFiles>();
  private readonly byFolder = new Map<string, FolderSettings>();
  private readonly baselines = new Map<string, WorkspaceBaseline>();
  trusted = false;

  constructor(
    private readonly files: FilePort,
    private readonly rootOf: (uri: string) => string | undefined,
  ) {}

  /** Forgets what was read: a configuration has changed. What it set holds until it is read again. */
  clear(): void {
    this.byRoot.clear();
  }

  /** Reads what counts for a letter, where that has not been done. */
  async load(uri: string): Promise<void> {
    const root = this.trusted ? this.rootOf(uri) : undefined;
    if (root === undefined) return;
    let configs = this.byRoot.get(root);
    if (!configs)
      this.byRoot.set(root, (configs = new ConfigFiles(this.files, root, [...allRules, ...suppressionRules])));
    const folder = this.files.parent(uri);
    const settings = await configs.settingsOf(folder);
    const baseline = await configs.baseline();
    // Of two readings the one that began last counts, however long each took.
    if (this.byRoot.get(root) !== configs) return;
    this.byFolder.set(folder, settings);
    this.baselines.set(root, baseline);
  }

  /** What is wrong in the configurations read so far; the path of each is an address. */
  get problems(): readonly ConfigFileProblem[] {
    const read = [...this.byFolder.values(), ...this.baselines.values()];
    return [...new Set(read.flatMap(({ problems }) => problems))];
  }

  /** What is wrong in the configurations that count for a letter, as last loaded. */
  problemsFor(uri: string): readonly ConfigFileProblem[] {
    return this.settingsFor(uri).problems;
  }

  /** What the baseline says of a file, as last loaded. */
  knownIn(uri: string): readonly PlacedEntry[] {
    const root = this.trusted ? this.rootOf(uri) : undefined;
    const names = root === undefined ? undefined : this.files.namesFrom(root, uri);
    if (root === undefined || !names) return [];
    return this.baselines.get(root)?.files.get(names.join('/')) ?? [];
  }

  /** The configuration that counts for a file as it is now, or the one that would, at the root of its workspace. Undefined where none is read. */
  async countingFor(uri: string): Promise<CountingConfig | undefined> {
    const root = this.trusted ? this.rootOf(uri) : undefined;
    if (root === undefined) return undefined;
    const [nearest = this.files.join(root, configFileName)] = this.byFolder.get(this.files.parent(uri))?.paths ?? [];
    try {
      return { uri: nearest, text: decodeText(await this.files.read(nearest)) };
    } catch (error) {
      return isMissing(error) ? { uri: nearest, text: undefined } : undefined;
    }
  }

  /** As last loaded. */
  exportFor(uri: string): Required<ExportSettings> {
    return { ...usualExport, ...this.settingsFor(uri).export };
  }

  /** As last loaded. */
  paperFor(uri: string): Paper {
    return paperOf(this.settingsFor(uri).paper);
  }

  /** As last loaded. */
  settingsFor(uri: string): Pick<FolderSettings, keyof Settings | 'problems'> {
    if (!this.trusted || this.rootOf(uri) === undefined) return nothingSet;
    return this.byFolder.get(this.files.parent(uri)) ?? nothingSet;
  }
}
