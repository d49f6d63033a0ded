import type { Connection } from 'vscode-languageserver';
import { type AddCodeList, type AddCodeListParams, addCodeListRequest } from '../protocol/code-lists.js';
import type { CodeLibrary, LmnLanguageServer } from './services.js';
import { LetterWorkspaceManager } from './workspace/workspace-manager.js';

/** Keeps an official code list for the user, and checks what is open against it. */
export function addCodeListRequests(
  connection: Connection,
  { lmn, shared }: LmnLanguageServer,
  codes: CodeLibrary | undefined,
): void {
  connection.onRequest<AddCodeList, never>(addCodeListRequest, ({ uri }: AddCodeListParams): AddCodeList => {
    if (!codes) return { problem: 'Code lists can be kept where VS Code runs on a desktop, not in a browser.' };
    try {
      const added = codes.add(uri);
      lmn.letters.Workspaces.readCodesAgain();
      const manager = shared.workspace.WorkspaceManager;
      if (manager instanceof LetterWorkspaceManager) manager.readAgain();
      return { year: added.year, count: added.count };
    } catch (error) {
      return { problem: error instanceof Error ? error.message : 'The list could not be kept.' };
    }
  });
}
