import { URI, UriUtils } from 'langium';
import type { Connection } from 'vscode-languageserver';
import { baselineFileName } from '../../configuration/baseline.js';
import { configFileName } from '../../configuration/config.js';
import { LetterDocumentBuilder } from './letter-builder.js';
import type { LmnLanguageServer } from '../services.js';
import { WorkspaceDiagnostics } from './workspace-diagnostics.js';
import { LetterWorkspaceManager } from './workspace-manager.js';

/** Shows the findings of closed files too, where the setting `lmn.diagnostics` is `workspace`. */
export function followDiagnosticsSetting(
  connection: Connection,
  { lmn, shared }: LmnLanguageServer,
): WorkspaceDiagnostics {
  const { Background, Config, Files, Progress, Validator, Workspaces } = lmn.letters;
  const { ConfigurationProvider, DocumentBuilder, TextDocuments, WorkspaceLock, WorkspaceManager } = shared.workspace;
  const diagnostics = new WorkspaceDiagnostics({
    files: Files,
    workspaces: Workspaces,
    loadConfig: (address) => Config.load(address),
    validator: Validator,
    lock: WorkspaceLock,
    isComplete: () => !(WorkspaceManager instanceof LetterWorkspaceManager) || WorkspaceManager.complete,
    isOpen: (address) => TextDocuments.get(URI.parse(address)) !== undefined,
    send: (uri, found) => connection.sendDiagnostics({ uri, diagnostics: [...found] }),
    failed: (error) => {
      Background.failed('Checking a closed file', error);
    },
    beginProgress: (cancel) => Progress.begin('Checking all letters', cancel),
  });
  const follow = (setting: unknown) => diagnostics.turn(setting === 'workspace');
  shared.lsp.LanguageServer.onInitialized(() => {
    Background.run('Asking for the settings', async () =>
      follow(await ConfigurationProvider.getConfiguration('lmn', 'diagnostics')),
    );
  });
  ConfigurationProvider.onConfigurationSectionUpdate(({ section, configuration }) => {
    const settings = configuration as { readonly diagnostics?: unknown } | null | undefined;
    if (section === 'lmn') Background.run('Following the settings', () => follow(settings?.diagnostics));
  });
  Files.onEach((address) => {
    diagnostics.changed(address);
  });
  if (DocumentBuilder instanceof LetterDocumentBuilder) {
    DocumentBuilder.onUpdated(() => {
      diagnostics.start();
    });
  }
  shared.lsp.DocumentUpdateHandler.onWatchedFilesChange(({ changes }) => {
    const settings = [configFileName, baselineFileName];
    if (changes.some(({ uri }) => settings.includes(UriUtils.basename(URI.parse(uri))))) diagnostics.checkAll();
    // An open file is not read again when it is saved; but what is made of it is closed.
    for (const { uri } of changes) if (TextDocuments.get(URI.parse(uri))) diagnostics.changed(uri);
  });
  return diagnostics;
}
