import { type FileSystemProvider, URI, UriUtils } from 'langium';
import { configFileName, type ConfigProblem } from '../../configuration/config.js';
import { type FoundConfig, noSettings, resolveConfig, type Settings } from '../../configuration/config-chain.js';
import type { Severities } from '../../lint/engine.js';
import { type ExportSettings, usualExport } from '../../configuration/export-settings.js';
import { allRules } from '../../rules/all-rules.js';

/**
 * What `lmn.config.json` files say, as the command line reads them: the nearest one above a letter counts, up to its workspace folder. Nothing is
 * read of a folder that is not trusted.
 */
export class WorkspaceConfig {
  private readonly byFolder = new Map<string, Settings>();
  private readonly found: ConfigProblem[] = [];
  trusted = false;

  constructor(
    private readonly fileSystem: FileSystemProvider,
    private readonly folders: () => readonly string[],
  ) {}

  /** Forgets what was read: a configuration has changed. */
  clear(): void {
    this.byFolder.clear();
    this.found.length = 0;
  }

  /** What is wrong in the configurations read so far; the path of each is an address. */
  get problems(): readonly ConfigProblem[] {
    return this.found;
  }

  severitiesFor(uri: string): Severities {
    return this.settingsFor(uri).severities;
  }

  exportFor(uri: string): Required<ExportSettings> {
    return { ...usualExport, ...this.settingsFor(uri).export };
  }

  private settingsFor(uri: string): Settings {
    if (!this.trusted) return noSettings;
    const root = this.folders().find((folder) => isInside(uri, folder));
    return root === undefined ? noSettings : this.ofFolder(UriUtils.dirname(URI.parse(uri)), root);
  }

  private ofFolder(folder: URI, root: string): Settings {
    const address = folder.toString();
    const known = this.byFolder.get(address);
    if (known) return known;
    const isRoot = withoutSlash(address) === withoutSlash(root);
    const settings =
      this.readIn(folder, root) ??
      (isRoot || !isInside(address, root) ? noSettings : this.ofFolder(UriUtils.dirname(folder), root));
    this.byFolder.set(address, settings);
    return settings;
  }

  private readIn(folder: URI, root: string): Settings | undefined {
    const path = UriUtils.joinPath(folder, configFileName);
    const text = this.readText(path);
    if (text === undefined) return undefined;
    const find = (specifier: string, from: string) => this.findExtended(specifier, URI.parse(from), root);
    const { problems, ...settings } = resolveConfig(path.toString(), text, allRules, find);
    this.found.push(...problems);
    return settings;
  }

  private readText(uri: URI): string | undefined {
    try {
      return this.fileSystem.existsSync(uri) ? this.fileSystem.readFileSync(uri) : undefined;
    } catch {
      // A file system without synchronous reading (a virtual workspace), or no permission: the built-in settings hold.
      return undefined;
    }
  }

  /** A file of the workspace by its path, or a package of its node_modules; JSON only. */
  private findExtended(specifier: string, from: URI, root: string): FoundConfig {
    if (/^(?:[\\/~]|[A-Za-z][\w+.-]*:)/.test(specifier)) {
      return {
        problem: 'Only a path from this file is read, such as "../lmn.config.json", or a package of node_modules.',
      };
    }
    const isPath = /^\.\.?(?:\/|$)/.test(specifier);
    const named = isPath || specifier.endsWith('.json') ? specifier : `${specifier}/${configFileName}`;
    if (!named.endsWith('.json')) return { problem: 'Only JSON is read: name a file that ends in .json.' };
    for (
      let folder = UriUtils.dirname(from);
      isInside(folder.toString(), root) || withoutSlash(folder.toString()) === withoutSlash(root);
    ) {
      const uri = isPath ? UriUtils.resolvePath(folder, named) : UriUtils.joinPath(folder, 'node_modules', named);
      if (!isInside(uri.toString(), root)) {
        return { problem: 'This leads out of the workspace. Only files in it, and in its node_modules, are read.' };
      }
      const text = this.readText(uri);
      if (text !== undefined) return { path: uri.toString(), text };
      if (isPath || withoutSlash(folder.toString()) === withoutSlash(root)) break;
      folder = UriUtils.dirname(folder);
    }
    return { problem: isPath ? 'There is no such file.' : 'No package of node_modules has it.' };
  }
}

function isInside(uri: string, folder: string): boolean {
  return uri.startsWith(`${withoutSlash(folder)}/`);
}

function withoutSlash(address: string): string {
  return address.replace(/\/+$/, '');
}
