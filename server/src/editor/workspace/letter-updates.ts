import { URI } from 'langium';
import { DefaultDocumentUpdateHandler, type LangiumSharedServices } from 'langium/lsp';
import {
  DidChangeWatchedFilesNotification,
  type FileSystemWatcher,
  type TextDocumentChangeEvent,
  WatchKind,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Background } from '../background.js';
import { LetterDocumentBuilder } from './letter-builder.js';
import type { WorkspaceFiles } from './workspace-files.js';

/** Lets a document go when its editor is closed: from then on the file on disk counts, and its findings leave the list of problems. */
export class LetterUpdateHandler extends DefaultDocumentUpdateHandler {
  constructor(
    services: LangiumSharedServices,
    private readonly files: () => WorkspaceFiles,
    /** Finds out whether the workspace of a file counts it. */
    private readonly judge: (uri: URI) => void,
    private readonly background: Background,
  ) {
    super(services);
  }

  didOpenDocument(event: TextDocumentChangeEvent<TextDocument>): void {
    this.files().open(event.document.uri);
    this.judge(URI.parse(event.document.uri));
  }

  didCloseDocument(event: TextDocumentChangeEvent<TextDocument>): void {
    this.fireDocumentUpdate([], [URI.parse(event.document.uri)]);
  }

  /** In place of the stock one, which lets a failed update end the server, and requests overtake it. */
  protected override fireDocumentUpdate(changed: URI[], deleted: URI[]): void {
    const { documentBuilder: builder, workspaceManager: manager, workspaceLock: lock } = this;
    if (builder instanceof LetterDocumentBuilder) builder.announce([...changed, ...deleted]);
    this.background.run('Following the text', async () => {
      await manager.ready;
      await lock.write((token) => builder.update(changed, deleted, token));
    });
  }

  /** In place of the stock one, whose promise nobody has. */
  protected override registerFileWatcher({ lsp }: LangiumSharedServices): void {
    this.background.run('Watching files', () =>
      lsp.Connection?.client.register(DidChangeWatchedFilesNotification.type, { watchers: this.getWatchers() }),
    );
  }

  /** Letters and their configuration, code lists, what leaves files out, and folders, whose renaming moves the letters in them. */
  protected override getWatchers(): FileSystemWatcher[] {
    const comesOrGoes = WatchKind.Create | WatchKind.Delete;
    return [
      { globPattern: '**/*.lmn' },
      { globPattern: '**/lmn.{config,baseline}.json' },
      { globPattern: '**/*.lmncodes' },
      { globPattern: '**/.{git,lmn}ignore' },
      { globPattern: '**', kind: comesOrGoes },
    ];
  }
}
