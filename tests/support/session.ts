import { PassThrough } from 'node:stream';
import { URI } from 'langium';
import type { ClientCapabilities, Diagnostic, FileChangeType, PublishDiagnosticsParams } from 'vscode-languageserver';
import {
  createConnection,
  createProtocolConnection,
  type ProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { DocumentWriters } from '../../server/src/export/letter-writers.js';
import type { CodeLibrary, LmnLanguageServer } from '../../server/src/editor/services.js';
import { startLmnServer } from '../../server/src/editor/start.js';
import { LetterWorkspaceManager } from '../../server/src/editor/workspace/workspace-manager.js';
import type { ShippedText } from '../../server/src/language/shipped-text.js';
import type { FilePort } from '../../server/src/workspace/file-port.js';
import { unreadableFilesNotification, type UnreadableFilesParams } from '../../server/src/protocol/files.js';
import { completenessNotification } from '../../server/src/protocol/letters.js';
import { templatesRequest } from '../../server/src/protocol/new-files.js';
import type { WordSource } from '../../server/src/editor/later-dictionary.js';
import { today } from './editor.js';
import { TextsOnDisk } from './texts-on-disk.js';

interface Options {
  readonly shipped: readonly ShippedText[];
  readonly disk?: FilePort;
  /** Whether the configurations of the folders may be read. */
  readonly trusted?: boolean;
  /** Addresses of the folders that are open. */
  readonly folders?: readonly string[];
  /** What makes PDF and Word files; a browser has none. */
  readonly writers?: DocumentWriters;
  readonly words?: WordSource;
  readonly codes?: CodeLibrary;
  /** What the editor says that it can, beside having folders. */
  readonly capabilities?: ClientCapabilities;
}

/** An editor and its language server, both in this process, that speak the protocol with each other: as in life, nobody waits for anybody. */
export class Session {
  /** What the editor was last told, by address. */
  readonly diagnostics = new Map<string, readonly Diagnostic[]>();
  readonly unreadable: UnreadableFilesParams[] = [];
  /** Everything that the server logged, and failures that nobody caught. */
  readonly logged: string[] = [];
  private readonly open = new Map<string, TextDocument>();

  private constructor(
    readonly client: ProtocolConnection,
    readonly server: LmnLanguageServer,
  ) {
    client.onNotification('textDocument/publishDiagnostics', ({ uri, diagnostics }: PublishDiagnosticsParams) => {
      this.diagnostics.set(uri, diagnostics);
    });
    client.onNotification(completenessNotification, () => undefined);
    client.onNotification(unreadableFilesNotification, (params: UnreadableFilesParams) => {
      this.unreadable.push(params);
    });
    client.onNotification('window/logMessage', ({ message }: { message: string }) => {
      this.logged.push(message);
    });
  }

  static async start({
    shipped,
    disk,
    folders = [],
    writers,
    words,
    codes,
    trusted = false,
    capabilities,
  }: Options): Promise<Session> {
    const [up, down] = [new PassThrough(), new PassThrough()];
    const connection = createConnection(new StreamMessageReader(up), new StreamMessageWriter(down));
    const context = { connection, files: disk ?? new TextsOnDisk(), ...(words && { words }), ...(codes && { codes }) };
    const server = startLmnServer(context, shipped, today, writers);
    const client = createProtocolConnection(new StreamMessageReader(down), new StreamMessageWriter(up));
    const session = new Session(client, server);
    client.listen();
    const workspaceFolders = folders.map((uri) => ({ uri, name: uri }));
    await client.sendRequest('initialize', {
      processId: null,
      capabilities: { ...capabilities, workspace: { ...capabilities?.workspace, workspaceFolders: true } },
      initializationOptions: { trusted },
      workspaceFolders: folders.length > 0 ? workspaceFolders : null,
    });
    void client.sendNotification('initialized', {});
    return session;
  }

  /** The text of a file that is open. */
  textOf(uri: string): string | undefined {
    return this.open.get(uri)?.getText();
  }

  openFile(uri: string, text: string): void {
    this.open.set(uri, TextDocument.create(uri, 'lmn', 1, text));
    this.tell('didOpen', { textDocument: { uri, languageId: 'lmn', version: 1, text } });
  }

  /** Types `text` in the place of `[start, end)`. */
  edit(uri: string, start: number, end: number, text: string): void {
    const document = this.open.get(uri);
    if (!document) throw new Error(`Not open: ${uri}`);
    const changes = [{ range: { start: document.positionAt(start), end: document.positionAt(end) }, text }];
    const version = document.version + 1;
    TextDocument.update(document, changes, version);
    this.tell('didChange', { textDocument: { uri, version }, contentChanges: changes });
  }

  closeFile(uri: string): void {
    this.open.delete(uri);
    this.tell('didClose', { textDocument: { uri } });
  }

  /** Says that files changed on disk. */
  changed(uri: string, type: FileChangeType): void {
    void this.client.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri, type }] });
  }

  /** Says that folders were added to the window, or taken from it. */
  changeFolders(added: readonly string[], removed: readonly string[]): void {
    const toFolders = (uris: readonly string[]) => uris.map((uri) => ({ uri, name: uri }));
    const event = { added: toFolders(added), removed: toFolders(removed) };
    void this.client.sendNotification('workspace/didChangeWorkspaceFolders', { event });
  }

  /** Waits until the workspace has been read and nothing is being built or sent any more. */
  async settle(): Promise<void> {
    await this.client.sendRequest(templatesRequest);
    const { WorkspaceManager: manager, WorkspaceLock: lock } = this.server.shared.workspace;
    if (!(manager instanceof LetterWorkspaceManager)) throw new Error('The workspace has another manager.');
    await manager.ready;
    await lock.read(() => undefined);
    await manager.quiet();
    await lock.read(() => undefined);
    await this.client.sendRequest(templatesRequest);
  }

  /** Whether the server holds a document of the file. */
  hasDocument(uri: string): boolean {
    return this.server.shared.workspace.LangiumDocuments.hasDocument(URI.parse(uri));
  }

  end(): void {
    this.client.dispose();
  }

  private tell(what: string, params: object): void {
    void this.client.sendNotification(`textDocument/${what}`, params);
  }
}
