import { Cancellation, DefaultDocumentBuilder, DocumentState, type LangiumDocument, type URI } from 'langium';
import type { LangiumSharedServices } from 'langium/lsp';
import { isShipped } from '../../language/workspace.js';
import type { WorkspaceFiles } from './workspace-files.js';
import type { OpenLetters } from './open-letters.js';

/**
 * Langium's builder, made so that a keystroke costs the same in a workspace of ten thousand files as in one of three: only open documents
 * (and the few files that ship) are Langium documents at all. The two walks over all documents in the stock `update` therefore see a handful;
 * what changes on disk goes to `WorkspaceFiles` instead.
 */
export class LetterDocumentBuilder extends DefaultDocumentBuilder {
  private readonly open;
  private readonly updated: (() => void)[] = [];

  constructor(
    services: LangiumSharedServices,
    private readonly letters: () => OpenLetters,
    private readonly files: () => WorkspaceFiles,
    private readonly readBehind: (addresses: readonly string[]) => void,
    /** Reads what came or changed on disk, a file or a folder, if its workspace counts it. */
    private readonly readIfCounts: (uri: URI) => void,
  ) {
    super(services);
    this.open = services.workspace.TextDocuments;
  }

  override async update(
    changed: URI[],
    deleted: URI[],
    cancelToken = Cancellation.CancellationToken.None,
  ): Promise<void> {
    for (const uri of deleted) await this.letGo(uri);
    // What ships is there for good: when its editor is closed, the text that ships counts again.
    const shipped = deleted.filter((uri) => isShipped(uri.toString()));
    await super.update([...changed, ...shipped], this.goneFor(deleted), cancelToken);
    for (const tell of this.updated) tell();
    // Stock: `shouldRelink` decides before anything is parsed. A letter is stale once a template or vocabulary has been parsed anew.
    const stale = this.langiumDocuments.all.filter((document) => this.isStale(document)).toArray();
    if (stale.length === 0) return;
    for (const document of stale) this.resetToState(document, DocumentState.ComputedScopes);
    await this.buildDocuments(this.sortDocuments(stale), this.updateBuildOptions, cancelToken);
  }

  /** After each update, also one of files that are no documents: what letters are made of may have changed. */
  onUpdated(tell: () => void): void {
    this.updated.push(tell);
  }

  /** In place of stock `findChangedUris`: what is not open does not become a document. */
  protected override findChangedUris(changed: URI): Promise<URI[]> {
    if (this.open.get(changed) || this.langiumDocuments.hasDocument(changed)) return Promise.resolve([changed]);
    this.readIfCounts(changed);
    return Promise.resolve([]);
  }

  /** In place of stock `shouldRelink`, which asks for references between documents: a letter is built again when what it is made of has changed. */
  protected override shouldRelink(document: LangiumDocument): boolean {
    return this.isStale(document);
  }

  /**
   * In place of stock `notifyDocumentPhase`, which tells nobody once a build is cancelled, though the document counts as done with the phase:
   * the next build would not tell either, so that a vocabulary stayed unknown or findings unsent.
   */
  protected override notifyDocumentPhase(document: LangiumDocument, state: DocumentState): Promise<void> {
    return super.notifyDocumentPhase(document, state, Cancellation.CancellationToken.None);
  }

  /** Files that ship have no findings, and nobody sees them unless they are open: they are not checked at the first edit, nor at each of a template. */
  protected override async validate(
    document: LangiumDocument,
    cancelToken: Cancellation.CancellationToken,
  ): Promise<void> {
    if (isShipped(document.uri.toString()) && !this.open.get(document.uri)) document.diagnostics = [];
    else await super.validate(document, cancelToken);
  }

  private isStale(document: LangiumDocument): boolean {
    return document.state === DocumentState.Validated && this.letters().isStale(document);
  }

  /** The documents to let go of, where stock lets all go: a file that is deleted on disk while its editor is open keeps its text and its findings. */
  private goneFor(deleted: readonly URI[]): URI[] {
    const addresses = deleted.map((uri) => uri.toString().replace(/\/$/, ''));
    return this.langiumDocuments.all
      .map(({ uri }) => uri)
      .filter((uri) => !this.open.get(uri) && !isShipped(uri.toString()))
      .filter((uri) => addresses.some((gone) => uri.toString() === gone || uri.toString().startsWith(`${gone}/`)))
      .toArray();
  }

  /** The editor of the file was closed, or the file is gone from the disk, or the folder with all its files. */
  private async letGo(uri: URI): Promise<void> {
    const files = this.files();
    if (this.open.get(uri)) return;
    if (files.isOpen(uri)) await files.close(uri);
    else this.readBehind(files.within(uri));
  }
}
