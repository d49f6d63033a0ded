import {
  Cancellation,
  DefaultWorkspaceManager,
  DocumentState,
  type FileSystemNode,
  type LangiumDocument,
  type LangiumSharedCoreServices,
  URI,
} from 'langium';
import type { WorkspaceFolder } from 'vscode-languageserver';
import type { ShippedText } from '../../language/workspace.js';
import type { Background } from '../background.js';
import { isLetterFile, problemOf, type WorkspaceFiles } from './workspace-files.js';

/**
 * Makes documents of the files that ship, and of nothing else; the workspace is read behind the open document, whose findings do not wait
 * for it. Until it has been read, `complete` is false, and what could only be said of a whole workspace is not said.
 */
export class LetterWorkspaceManager extends DefaultWorkspaceManager {
  complete = false;
  private reading = Promise.resolve();
  private readonly documents;

  constructor(
    services: LangiumSharedCoreServices,
    private readonly shipped: readonly ShippedText[],
    private readonly files: () => WorkspaceFiles,
    private readonly background: Background,
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
    this._ready.resolve();
    if (folders.length === 0) this.complete = true;
    else this.background.run('Reading the workspace', () => this.readWorkspace(folders));
    return documents;
  }

  /** Reads files that changed on disk, behind whatever the editor waits for; the open letters are then checked again with what was found. */
  readBehind(uris: readonly URI[]): void {
    if (uris.length === 0) return;
    const read = () => this.files().readAll(uris, Cancellation.CancellationToken.None);
    this.background.run('Reading changed files', () => this.behind(read));
  }

  /** Resolves when all that was to be read behind has been, for now. */
  async quiet(): Promise<void> {
    for (let last; last !== this.reading;) await (last = this.reading);
  }

  private readWorkspace(folders: readonly WorkspaceFolder[]): Promise<void> {
    const read = async () => {
      const uris: URI[] = [];
      for (const folder of folders) await this.traverseFolder(URI.parse(folder.uri), uris);
      await this.files().readAll(uris.filter(isLetterFile), Cancellation.CancellationToken.None);
    };
    // What was not said of a half-known workspace is said now, whether or not there was anything to read.
    return this.behind(read, () => {
      this.complete = true;
      for (const document of this.langiumDocuments.all) {
        this.documentBuilder.resetToState(document, DocumentState.IndexedReferences);
      }
    });
  }

  private behind(read: () => Promise<void>, done?: () => void): Promise<void> {
    const write = () =>
      this.mutex.write((token) => {
        done?.();
        return this.documentBuilder.update([], [], token);
      });
    const next = this.reading.then(read).finally(write);
    const over = () => undefined;
    // Whoever gets `next` hears of a failure; the readings after it begin afresh.
    this.reading = next.then(over, over);
    return next;
  }

  /** In place of the stock one, which tells of a folder without permission in the log only, by its whole path. */
  protected override async traverseFolder(folder: URI, uris: URI[]): Promise<void> {
    const { unreadable } = this.files();
    let entries: FileSystemNode[];
    try {
      entries = await this.fileSystemProvider.readDirectory(folder);
      unreadable.delete(folder.toString());
    } catch (error) {
      unreadable.set(folder.toString(), problemOf(error));
      return;
    }
    for (const entry of entries) {
      if (!this.shouldIncludeEntry(entry)) continue;
      if (entry.isDirectory) await this.traverseFolder(entry.uri, uris);
      else uris.push(entry.uri);
    }
  }
}
