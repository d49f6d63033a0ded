import type { Connection } from 'vscode-languageserver';
import type { LmnLanguageServer } from '../services.js';
import { LetterWorkspaceManager } from './workspace-manager.js';

/** Follows the folders of the window, where the editor tells of them: each is a workspace of its own. */
export function followFolders(connection: Connection, { shared }: LmnLanguageServer): void {
  const { LanguageServer } = shared.lsp;
  const { WorkspaceManager: manager } = shared.workspace;
  let tells = false;
  LanguageServer.onInitialize(({ capabilities }) => {
    tells = capabilities.workspace?.workspaceFolders === true;
  });
  LanguageServer.onInitialized(() => {
    if (!tells || !(manager instanceof LetterWorkspaceManager)) return;
    connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
      manager.changeFolders(
        added.map(({ uri }) => uri),
        removed.map(({ uri }) => uri),
      );
    });
  });
}
