import {
  Cancellation,
  DefaultWorkspaceManager,
  DocumentState,
  interruptAndCheck,
  type LangiumDocument,
  type LangiumSharedCoreServices,
  URI,
  UriUtils,
  type WorkspaceManager,
} from 'langium';
import type { WorkspaceFolder } from 'vscode-languageserver';
import type { ShippedText } from '../../language/shipped-text.js';
import { realIfFound } from '../../workspace/belongs.js';
import type { FilePort } from '../../workspace/file-port.js';
import { findFiles } from '../../workspace/find-files.js';
import { ignoreFileNames, UnreadableIgnoreFile } from '../../workspace/ignore-files.js';
import type { Background } from '../background.js';
import { addresses, addressOf } from './editor-files.js';
import { isLetterFile, problemOf, type WorkspaceFiles } from './workspace-files.js';
import type { WorkspaceConfig } from './workspace-config.js';
import type { Workspaces } from './workspaces.js';

/** What the manager works with; it comes first, and they reach back to it. */
export interface WorkspaceParts {
  readonly port: FilePort;
  readonly files: WorkspaceFiles;
  readonly workspaces: Workspaces;
  readonly config: WorkspaceConfig;
  readonly background: Background;
}

/** Resolves when every workspace has been read, for who needs all names at once. */
export async function whenRead(manager: WorkspaceManager): Promise<void> {
  await manager.ready;
  if (manager instanceof LetterWorkspaceManager) await manager.quiet();
}

/**
 * Makes documents of the files that ship, and of nothing else; the workspaces are read behind the open document, whose findings do not wait
 * for them. Until they have been read, `complete` is false, and what could only be said of a whole workspace is not said.
 */
export class LetterWorkspaceManager extends DefaultWorkspaceManager {
  complete = false;
  private reading = Promise.resolve();
  private opened: readonly string[] = [];
  private readonly changed = new Set<string>();
  private readonly documents;

  constructor(
    services: LangiumSharedCoreServices,
    private readonly shipped: readonly ShippedText[],
    private readonly parts: () => WorkspaceParts,
  ) {
    super(services);
    this.documents = services.workspace.LangiumDocumentFactory;
  }

  protected override loadAdditionalDocuments(
    _folders: WorkspaceFolder[],
    collector: (document: LangiumDocument) => void,
  ): Promise<void> {
    for (const { uri, text } of this.shipped) collector(this.documents.fromString(text, URI.parse(uri)));
    return Promise.resolve();
  }

  protected override async performStartup(folders: WorkspaceFolder[]): Promise<LangiumDocument[]> {
    const documents: LangiumDocument[] = [];
    await this.loadAdditionalDocuments(folders, (document) => {
      documents.push(document);
      if (!this.langiumDocuments.hasDocument(document.uri)) this.langiumDocuments.addDocument(document);
    });
    this.opened = folders.map((folder) => addressOf(folder.uri));
    this.parts().workspaces.open(this.opened);
    this._ready.resolve();
    if (folders.length === 0) this.complete = true;
    else this.readRoots(this.opened);
    return documents;
  }

  /** Folders were added to the window, or taken from it. */
  changeFolders(added: readonly string[], removed: readonly string[]): void {
    const { workspaces, files } = this.parts();
    const gone = new Set(removed.map(addressOf));
    const come = added.map(addressOf);
    this.opened = [...this.opened.filter((root) => !gone.has(root)), ...come];
    const before = new Set(workspaces.roots);
    workspaces.open(this.opened);
    files.forgetMoved();
    // What lay in a root that is gone may lie in another one around it; and what lay in one around a new root lies in that now.
    const around = workspaces.roots.filter((root) => [...gone].some((one) => addresses.namesFrom(root, one)));
    this.readRoots([...new Set([...workspaces.roots.filter((root) => !before.has(root)), ...around])]);
  }

  /** Walks over the workspaces again: what counts in them may be other files than before. */
  readAgain(): void {
    this.readRoots(this.opened);
  }

  /** Checks the open letters again: more is known than their text says. */
  checkAgain(): void {
    this.behind(
      () => Promise.resolve(),
      () => {
        for (const document of this.langiumDocuments.all)
          this.documentBuilder.resetToState(document, DocumentState.ComputedScopes);
      },
    );
  }

  /** Reads files that changed on disk, behind whatever the editor waits for; the open letters are then checked again with what was found. */
  readBehind(changed: readonly string[]): void {
    if (changed.length > 0) this.behind(() => this.parts().files.readAll(changed, Cancellation.CancellationToken.None));
  }

  /** Reads what has come or changed on disk, where its workspace counts it: a file, or all in a folder. */
  readIfCounts(uri: URI): void {
    this.changed.add(uri.toString());
    if (this.changed.size > 1) return;
    this.behind(async () => {
      const addresses = [...this.changed];
      this.changed.clear();
      for (const address of addresses) await this.readChanged(URI.parse(address));
    });
  }

  /** Whether the workspace of a file that was opened counts it is found out behind. */
  judge(uri: URI): void {
    const address = uri.toString();
    const { workspaces, port } = this.parts();
    const root = workspaces.rootOf(address);
    if (root === undefined || uri.scheme !== URI.parse(root).scheme) return;
    this.behind(async () => {
      // One that is not on the disk yet is what its writer is working on.
      const isThere = await Promise.resolve(port.stat(address)).then(
        () => true,
        () => false,
      );
      // Where that cannot be found out it stays as it was: what is open is shown in any case.
      const real = isThere ? await realIfFound(port, root, address) : address;
      if (!workspaces.setOutside(address, real === undefined)) return;
      const document = this.langiumDocuments.getDocument(uri);
      if (document) this.documentBuilder.resetToState(document, DocumentState.Parsed);
    });
  }

  /** Resolves when all that was to be read behind has been, for now. */
  async quiet(): Promise<void> {
    for (let last; last !== this.reading;) await (last = this.reading);
  }

  private readRoots(roots: readonly string[]): void {
    // What was not said of a half-known workspace is said now, whether or not there was anything to read.
    this.behind(
      () => this.walkRoots(roots),
      () => {
        this.complete = true;
        for (const document of this.langiumDocuments.all)
          this.documentBuilder.resetToState(document, DocumentState.Parsed);
      },
    );
  }

  private async walkRoots(roots: readonly string[]): Promise<void> {
    const { port, files, workspaces, config } = this.parts();
    const token = Cancellation.CancellationToken.None;
    const options = { partsAtRoots: config.trusted, checkpoint: () => interruptAndCheck(token) };
    const within = new Set<string>();
    const read = new Set<string>();
    const waiting = [...roots];
    for (let root = waiting.shift(); root !== undefined; root = waiting.shift()) {
      try {
        const walk = await findFiles(port, root, root, options);
        for (const { path, why } of walk.leftOut) {
          if (why !== 'own workspace') continue;
          within.add(path);
          workspaces.add(path);
          waiting.push(path);
        }
        files.found(root, new Set(walk.files.map(({ path }) => path)), walk.leftOut);
        for (const { path } of walk.files) read.add(path);
      } catch (error) {
        if (error instanceof UnreadableIgnoreFile) files.unreadable.set(error.path, problemOf(error.cause));
        else throw error;
      }
    }
    const stay = workspaces.roots.filter((root) => roots.every((one) => !isBeneath(root, one)));
    workspaces.keep(new Set([...this.opened, ...stay, ...within]));
    files.forgetMoved();
    // What was opened before the workspaces were known could not be judged yet.
    for (const { uri } of this.langiumDocuments.all) this.judge(uri);
    // What is known already is read again when the editor says that it changed.
    await files.readAll(
      [...read].filter((address) => !files.get(address)),
      token,
    );
  }

  private async readChanged(uri: URI): Promise<void> {
    const { port, files, workspaces } = this.parts();
    const address = uri.toString();
    const root = workspaces.rootOf(address);
    if (root !== undefined && this.wasUnreadable(address)) {
      // A folder that could not be looked into: there may be more in it.
      await this.walkRoots(this.opened);
    }
    if (files.get(address)) await files.readAll([address], Cancellation.CancellationToken.None);
    if (root === undefined || files.get(address)) return;
    let kind: string;
    try {
      ({ kind } = await port.stat(address));
    } catch {
      return; // gone again
    }
    if (kind === 'folder') {
      const { files: found } = await findFiles(port, address, root, { partsAtRoots: false });
      const counted: string[] = [];
      for (const { path } of found) if ((await this.realOf(root, path)) !== undefined) counted.push(path);
      await files.readAll(counted, Cancellation.CancellationToken.None);
    } else if (isLetterFile(uri) && (await this.realOf(root, address)) !== undefined)
      await files.readAll([address], Cancellation.CancellationToken.None);
  }

  /** Whether the address is that of a folder that could not be looked into, or whose ignore file could not be read, or of something in one. */
  private wasUnreadable(address: string): boolean {
    const isOf = (one: string) => {
      const uri = URI.parse(one);
      const folder = ignoreFileNames.includes(UriUtils.basename(uri)) ? addresses.parent(one) : one;
      return !isLetterFile(uri) && addresses.namesFrom(folder, address) !== undefined;
    };
    return [...this.parts().files.unreadable.keys()].some(isOf);
  }

  /** The path without links of a file that its workspace counts; where that cannot be found out, it is told. */
  private async realOf(root: string, address: string): Promise<string | undefined> {
    const { port, files } = this.parts();
    try {
      return await realIfFound(port, root, address);
    } catch (error) {
      if (error instanceof UnreadableIgnoreFile) files.unreadable.set(error.path, problemOf(error.cause));
      else files.unreadable.set(address, problemOf(error));
      return undefined;
    }
  }

  /** Does something after all that was begun before. A failure is reported, and what comes after goes on. */
  private behind(read: () => Promise<void>, done?: () => void): void {
    const write = () =>
      this.mutex.write((token) => {
        done?.();
        return this.documentBuilder.update([], [], token);
      });
    const { background } = this.parts();
    const owned = async (work: () => unknown) => {
      try {
        await work();
      } catch (error) {
        background.failed('Reading the workspace', error);
      }
    };
    this.reading = this.reading.then(() => owned(read)).then(() => owned(write));
  }
}

function isBeneath(root: string, folder: string): boolean {
  return root !== folder && addresses.namesFrom(folder, root) !== undefined;
}
