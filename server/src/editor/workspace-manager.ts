import {
  Cancellation,
  DefaultWorkspaceManager,
  isOperationCancelled,
  type LangiumDocument,
  type LangiumSharedCoreServices,
  URI,
} from 'langium';
import type { WorkspaceFolder } from 'vscode-languageserver';
import type { ShippedText } from '../language/workspace.js';
import { isLetterFile, type WorkspaceFiles } from './workspace-files.js';

/**
 * Makes documents of the files that ship, and of nothing else; the workspace is read behind the open document, whose findings do not wait
 * for it. Until it has been read, `complete` is false, and what could only be said of a whole workspace is not said.
 */
export class LetterWorkspaceManager extends DefaultWorkspaceManager {
  complete = false;
  private readonly documents;

  constructor(
    services: LangiumSharedCoreServices,
    private readonly shipped: readonly ShippedText[],
    private readonly files: () => WorkspaceFiles,
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
    else void this.readWorkspace(folders);
    return documents;
  }

  /** Reads all folders and lets the open documents be checked again with what was found. */
  private async readWorkspace(folders: WorkspaceFolder[]): Promise<void> {
    const token = Cancellation.CancellationToken.None;
    try {
      const uris: URI[] = [];
      for (const folder of folders) await this.traverseFolder(URI.parse(folder.uri), uris);
      await this.files().readAll(uris.filter(isLetterFile), token);
    } catch (error) {
      if (!isOperationCancelled(error)) throw error;
    } finally {
      this.complete = true;
      await this.mutex.write((cancel) => this.documentBuilder.update([], [], cancel));
    }
  }
}
