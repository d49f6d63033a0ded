import {
  Cancellation,
  DefaultDocumentBuilder,
  type Disposable,
  type DocumentBuildListener,
  type DocumentPhaseListener,
  DocumentState,
  isOperationCancelled,
  type LangiumDocument,
  type MaybePromise,
  type URI,
} from 'langium';
import type { LangiumSharedServices } from 'langium/lsp';
import { type Diagnostic, DiagnosticSeverity, LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import { isShipped } from '../../language/shipped-text.js';
import { internalError } from '../../lint/engine.js';
import type { Background } from '../background.js';
import { diagnosticSource } from '../diagnostics.js';
import type { WorkspaceFiles } from './workspace-files.js';
import type { OpenLetters } from './open-letters.js';
import { WaitingRequests } from './waiting-requests.js';

const fault = 'This could not be answered, because of a fault in LMN.';

const notChecked: Diagnostic = {
  range: { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } },
  severity: DiagnosticSeverity.Error,
  code: internalError,
  source: diagnosticSource,
  message: 'This file could not be checked, because of a fault in LMN. Please report this; its output says where.',
};

/**
 * Langium's builder, made so that a keystroke costs the same in a workspace of ten thousand files as in one of three: only open documents
 * (and the few files that ship) are Langium documents at all. The two walks over all documents in the stock `update` therefore see a handful;
 * what changes on disk goes to `WorkspaceFiles` instead.
 */
export class LetterDocumentBuilder extends DefaultDocumentBuilder {
  private readonly open;
  private readonly updated: (() => void)[] = [];
  private readonly requests = new WaitingRequests();
  private readonly notChecked = new WeakSet<LangiumDocument>();
  /** Files that have changed, by address: how many updates that take that in have not begun. */
  private readonly announced = new Map<string, number>();
  /** What the update that runs takes in. */
  private taken: readonly URI[] = [];

  constructor(
    services: LangiumSharedServices,
    private readonly letters: () => OpenLetters,
    private readonly files: () => WorkspaceFiles,
    private readonly readBehind: (addresses: readonly string[]) => void,
    /** Reads what came or changed on disk, a file or a folder, if its workspace counts it. */
    private readonly readIfCounts: (uri: URI) => void,
    private readonly background: Background,
  ) {
    super(services);
    this.open = services.workspace.TextDocuments;
  }

  override async update(
    changed: URI[],
    deleted: URI[],
    cancelToken = Cancellation.CancellationToken.None,
  ): Promise<void> {
    this.taken = [...changed, ...deleted];
    try {
      await this.takeIn(changed, deleted, cancelToken);
    } catch (error) {
      if (!isOperationCancelled(error)) this.requests.giveUp(new ResponseError(LSPErrorCodes.RequestFailed, fault));
      throw error;
    } finally {
      this.begun();
    }
  }

  private async takeIn(
    changed: readonly URI[],
    deleted: readonly URI[],
    cancelToken: Cancellation.CancellationToken,
  ): Promise<void> {
    for (const uri of deleted) await this.contained('Closing a file', () => this.letGo(uri));
    // What ships is there for good: when its editor is closed, the text that ships counts again.
    const shipped = deleted.filter((uri) => isShipped(uri.toString()));
    await super.update([...changed, ...shipped], this.goneFor(deleted), cancelToken);
    for (const tell of this.updated) await this.contained('Following an update', tell);
    // Stock: `shouldRelink` decides before anything is parsed. A letter is stale once a template or vocabulary has been parsed anew.
    const stale = this.langiumDocuments.all.filter((document) => this.isStale(document)).toArray();
    if (stale.length === 0) return;
    this.currentState = DocumentState.ComputedScopes;
    for (const document of stale) this.resetToState(document, DocumentState.ComputedScopes);
    await this.buildDocuments(this.sortDocuments(stale), this.updateBuildOptions, cancelToken);
  }

  /** After each update, also one of files that are no documents: what letters are made of may have changed. */
  onUpdated(tell: () => void): void {
    this.updated.push(tell);
  }

  /** Says what the next update will take in, as soon as it is known: who asks about such a file from then on waits for it. */
  announce(uris: readonly URI[]): void {
    for (const uri of uris) {
      const address = uri.toString();
      this.announced.set(address, (this.announced.get(address) ?? 0) + 1);
    }
  }

  /** The state of every document says by now that it has changed. */
  private begun(): void {
    for (const uri of this.taken) {
      const address = uri.toString();
      const left = (this.announced.get(address) ?? 0) - 1;
      if (left > 0) this.announced.set(address, left);
      else this.announced.delete(address);
    }
    this.taken = [];
    this.requests.look();
  }

  protected override emitUpdate(changed: URI[], deleted: URI[]): Promise<void> {
    this.begun();
    return super.emitUpdate(changed, deleted);
  }

  /**
   * In place of the stock one, which refuses a file whose opening has not been taken in, and waits for ever for one that is closed meanwhile. A file that is no
   * document is not waited for: its text on disk counts.
   */
  protected override async awaitDocumentState(
    state: DocumentState,
    uri: URI,
    token: Cancellation.CancellationToken,
  ): Promise<URI> {
    await this.requests.until(() => {
      if (this.announced.has(uri.toString())) return false;
      const document = this.langiumDocuments.getDocument(uri);
      // What ships is not checked until somebody opens it, however far the builder has come.
      return !document || document.state >= state || this.currentState >= state;
    }, token);
    return uri;
  }

  /** In place of the stock one, which waits for ever where there is nothing to build, and overlooks what has not been taken in. */
  protected override awaitBuilderState(state: DocumentState, token: Cancellation.CancellationToken): Promise<void> {
    return this.requests.until(() => this.announced.size === 0 && this.currentState >= state, token);
  }

  protected override async runCancelable(
    documents: LangiumDocument[],
    state: DocumentState,
    token: Cancellation.CancellationToken,
    step: (document: LangiumDocument) => MaybePromise<unknown>,
  ): Promise<void> {
    await super.runCancelable(documents, state, token, step);
    this.requests.look();
  }

  /** A listener that fails keeps neither the others nor the build from going on. */
  override onBuildPhase(state: DocumentState, listener: DocumentBuildListener): Disposable {
    return super.onBuildPhase(state, (built, token) =>
      this.contained('Following the builder', () => listener(built, token)),
    );
  }

  override onDocumentPhase(state: DocumentState, listener: DocumentPhaseListener): Disposable {
    return super.onDocumentPhase(state, (built, token) =>
      this.contained('Following the builder', () => listener(built, token)),
    );
  }

  /** Resolves also where the work fails, which is told; rejects where it is cancelled. */
  private async contained(what: string, work: () => MaybePromise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      if (isOperationCancelled(error)) throw error;
      this.background.failed(what, error);
    }
  }

  /** In place of stock `findChangedUris`: what is not open does not become a document. */
  protected override findChangedUris(changed: URI): Promise<URI[]> {
    if (this.open.get(changed) || this.langiumDocuments.hasDocument(changed)) return Promise.resolve([changed]);
    this.readIfCounts(changed);
    return Promise.resolve([]);
  }

  /** In place of stock `shouldRelink`, which asks for references between documents: a letter is built again when what it is made of has changed. */
  protected override shouldRelink(document: LangiumDocument): boolean {
    // What could not be checked is tried again at every update.
    return this.notChecked.delete(document) || this.isStale(document);
  }

  /**
   * In place of stock `notifyDocumentPhase`, which tells nobody once a build is cancelled, though the document counts as done with the phase:
   * the next build would not tell either, so that a vocabulary stayed unknown or findings unsent.
   */
  protected override async notifyDocumentPhase(document: LangiumDocument, state: DocumentState): Promise<void> {
    await super.notifyDocumentPhase(document, state, Cancellation.CancellationToken.None);
    this.requests.look();
  }

  /** Files that ship have no findings, and nobody sees them unless they are open: they are not checked at the first edit, nor at each of a template. */
  protected override async validate(
    document: LangiumDocument,
    cancelToken: Cancellation.CancellationToken,
  ): Promise<void> {
    if (isShipped(document.uri.toString()) && !this.open.get(document.uri)) document.diagnostics = [];
    else {
      try {
        await super.validate(document, cancelToken);
      } catch (error) {
        if (isOperationCancelled(error)) throw error;
        this.background.failed('Checking a file', error);
        document.diagnostics = [notChecked];
        this.notChecked.add(document);
      }
    }
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
