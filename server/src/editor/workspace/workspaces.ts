import { type CodeLists, noCodeLists } from '../../knowledge/code-list.js';
import type { SourceFile } from '../../language/source-file.js';
import { Workspace } from '../../language/workspace.js';
import { isShipped } from '../../language/shipped-text.js';
import type { Dictionary } from '../../spelling/dictionary.js';
import { addresses } from './editor-files.js';

/**
 * The workspaces of a window: one for each folder that is open, and for each folder in one whose configuration says that it is a workspace of its own. A
 * file knows the names of the innermost around it, and no other's. One that lies in none of them knows what ships, and what is open of its own folder; one
 * that was never saved belongs to the first, and so does what ships.
 */
export class Workspaces {
  private readonly byRoot = new Map<string, Workspace>();
  /** The outer roots, as the editor has them open. */
  private opened: readonly string[] = [];
  private readonly loose = new Map<string, Workspace>();
  private readonly ships = new Map<string, SourceFile>();
  /** Open files that their workspace's ignore files leave out: they know the others, and the others do not know them. */
  private readonly outside = new Set<string>();
  private readonly withOwn = new WeakMap<SourceFile, { base: Workspace; revision: number; workspace: Workspace }>();

  constructor(
    private readonly codesOf: (root: string | undefined) => CodeLists = () => noCodeLists,
    private readonly dictionary?: Dictionary,
  ) {}

  /** Addresses of the roots, those within others among them. */
  get roots(): readonly string[] {
    return [...this.byRoot.keys()];
  }

  /** Sets the folders that are open; workspaces that stay keep what they know. */
  open(roots: readonly string[]): void {
    this.opened = roots;
    this.keep(new Set(roots));
    for (const root of roots) this.add(root);
  }

  add(root: string): void {
    if (!this.byRoot.has(root)) this.byRoot.set(root, this.create(root));
    this.loose.clear();
  }

  /** Forgets all other roots, with what lies in them. */
  keep(roots: ReadonlySet<string>): void {
    for (const root of this.byRoot.keys()) if (!roots.has(root)) this.byRoot.delete(root);
  }

  /** The root of the innermost workspace around a file; undefined for one that lies in none. */
  rootOf(uri: string): string | undefined {
    let found: string | undefined;
    for (const root of this.byRoot.keys())
      if (root.length > (found?.length ?? -1) && addresses.namesFrom(root, uri)) found = root;
    if (found !== undefined) return found;
    const { scheme, path } = partsOf(uri);
    if (isShipped(uri) || (scheme === 'untitled' && !path.includes('/'))) return this.opened[0];
    // The other side of a comparison has the path of the file, and a scheme of its own.
    const isOwnScheme = scheme === 'file' || this.opened.some((root) => partsOf(root).scheme === scheme);
    const [first] = this.opened;
    return isOwnScheme || first === undefined ? undefined : this.rootOf(`${partsOf(first).scheme}:${path}`);
  }

  /** Files of other sides of a comparison (`git:`, `vscode-local-history:`) are looked at, but are no part of a workspace. */
  isPart(uri: string): boolean {
    const { scheme } = partsOf(uri);
    return (
      ['file', 'untitled', 'lmn-shipped'].includes(scheme) ||
      this.opened.some((root) => partsOf(root).scheme === scheme)
    );
  }

  /** From where a letter's paths of pictures and enclosures count: the root of its workspace, else its own folder. */
  folderOf(uri: string): string {
    return this.rootOf(uri) ?? addresses.parent(uri);
  }

  /** The workspace that a file belongs to. */
  of(uri: string): Workspace {
    const root = this.rootOf(uri);
    if (root !== undefined) return this.byRoot.get(root) ?? this.looseIn(root);
    return this.looseIn(addresses.parent(uri));
  }

  /** What the names of a file are held against: its workspace, and the file itself where that does not count it. */
  around(file: SourceFile): Workspace {
    const base = this.of(file.uri);
    if (!this.outside.has(file.uri) || !file.kind || file.kind === 'case') return base;
    const known = this.withOwn.get(file);
    if (known?.base === base && known.revision === base.revision) return known.workspace;
    const workspace = base.with(file);
    this.withOwn.set(file, { base, revision: base.revision, workspace });
    return workspace;
  }

  /** Says of an open file whether its workspace counts it. True when that is news. */
  setOutside(uri: string, isOutside: boolean): boolean {
    if (isOutside === this.outside.has(uri)) return false;
    if (isOutside) {
      this.outside.add(uri);
      this.of(uri).remove(uri);
    } else this.outside.delete(uri);
    return true;
  }

  /** The file of that address, as its workspace knows it. */
  get(uri: string): SourceFile | undefined {
    return this.ships.get(uri) ?? this.of(uri).get(uri);
  }

  /** Adds a file or its new version to its workspace; one that ships to all of them. */
  set(file: SourceFile): void {
    if (!isShipped(file.uri)) {
      if (!this.outside.has(file.uri)) this.of(file.uri).set(file);
      return;
    }
    this.ships.set(file.uri, file);
    for (const workspace of this.all()) workspace.set(file);
  }

  remove(uri: string): void {
    this.outside.delete(uri);
    for (const workspace of this.all()) workspace.remove(uri);
  }

  /** Every workspace: those of the roots, and those of files that lie in none. */
  all(): Workspace[] {
    return [...this.byRoot.values(), ...this.loose.values()];
  }

  private looseIn(folder: string): Workspace {
    let workspace = this.loose.get(folder);
    if (!workspace) this.loose.set(folder, (workspace = this.create()));
    return workspace;
  }

  /** Lists of codes were added: every workspace knows them from now on. */
  readCodesAgain(): void {
    for (const [root, workspace] of this.byRoot) workspace.codes = this.codesOf(root);
    for (const workspace of this.loose.values()) workspace.codes = this.codesOf(undefined);
  }

  private create(root?: string): Workspace {
    const workspace = new Workspace();
    workspace.codes = this.codesOf(root);
    workspace.dictionary = this.dictionary;
    for (const file of this.ships.values()) workspace.set(file);
    return workspace;
  }
}

function partsOf(uri: string): { scheme: string; path: string } {
  const [, scheme = '', path = ''] = /^([^:]*):(.*)$/s.exec(uri) ?? [];
  return { scheme, path };
}
