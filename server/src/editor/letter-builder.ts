import { Cancellation, DefaultDocumentBuilder, DocumentState, type LangiumDocument, URI } from 'langium';
import type { LangiumSharedServices } from 'langium/lsp';
import { isLetterFile, type WorkspaceFiles } from './workspace-files.js';
import type { OpenLetters } from './open-letters.js';

/**
 * Langium's builder, made so that a keystroke costs the same in a workspace of ten thousand files as in one of three: only open documents
 * (and the few files that ship) are Langium documents at all. The two walks over all documents in the stock `update` therefore see a handful;
 * what changes on disk goes to `WorkspaceFiles` instead.
 */
export class LetterDocumentBuilder extends DefaultDocumentBuilder {
  private readonly open;

  constructor(
    services: LangiumSharedServices,
    private readonly letters: () => OpenLetters,
    private readonly files: () => WorkspaceFiles,
  ) {
    super(services);
    this.open = services.workspace.TextDocuments;
  }

  override async update(
    changed: URI[],
    deleted: URI[],
    cancelToken = Cancellation.CancellationToken.None,
  ): Promise<void> {
    for (const uri of deleted) await this.closeOrForget(uri);
    await super.update(changed, deleted, cancelToken);
    // Stock: `shouldRelink` decides before anything is parsed. A letter is stale once a template or vocabulary has been parsed anew.
    const stale = this.langiumDocuments.all.filter((document) => this.isStale(document)).toArray();
    if (stale.length === 0) return;
    for (const document of stale) this.resetToState(document, DocumentState.ComputedScopes);
    await this.buildDocuments(this.sortDocuments(stale), this.updateBuildOptions, cancelToken);
  }

  /** In place of stock `findChangedUris`: what is not open does not become a document. */
  protected override async findChangedUris(changed: URI): Promise<URI[]> {
    if (this.open.get(changed)) return [changed];
    const found = await super.findChangedUris(changed);
    for (const uri of found) if (!this.open.get(uri) && isLetterFile(uri)) await this.files().refresh(uri);
    return found.filter((uri) => this.open.get(uri) !== undefined || this.langiumDocuments.hasDocument(uri));
  }

  /** In place of stock `shouldRelink`, which also relinks every document with a broken reference at every edit. */
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

  private isStale(document: LangiumDocument): boolean {
    return document.state === DocumentState.Validated && this.letters().isStale(document);
  }

  private async closeOrForget(uri: URI): Promise<void> {
    const files = this.files();
    if (this.open.get(uri)) return;
    await files.close(uri);
    // A folder that is gone takes its files along.
    const folder = uri.toString().endsWith('/') ? uri.toString() : `${uri.toString()}/`;
    for (const file of [...files.all()]) if (file.uri.startsWith(folder)) await files.refresh(URI.parse(file.uri));
  }
}
