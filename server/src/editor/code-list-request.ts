import { URI, UriUtils } from 'langium';
import type { Connection } from 'vscode-languageserver';
import { codesInWorkspace, yearOfCodeFile } from '../codes/compact-file.js';
import { type AddCodeList, type AddCodeListParams, addCodeListRequest } from '../protocol/code-lists.js';
import type { CodeLibrary, LmnLanguageServer } from './services.js';
import { LetterWorkspaceManager } from './workspace/workspace-manager.js';

/** Keeps an official code list for the user, and checks what is open against it; against those too that come into a workspace in another way. */
export function addCodeListRequests(
  connection: Connection,
  { lmn, shared }: LmnLanguageServer,
  codes: CodeLibrary | undefined,
): void {
  const checkAgain = () => {
    lmn.letters.Workspaces.readCodesAgain();
    const manager = shared.workspace.WorkspaceManager;
    if (manager instanceof LetterWorkspaceManager) manager.checkAgain();
  };
  shared.lsp.DocumentUpdateHandler.onWatchedFilesChange(({ changes }) => {
    if (changes.some(({ uri }) => isOfLists(UriUtils.basename(URI.parse(uri))))) checkAgain();
  });
  connection.onRequest<AddCodeList, never>(addCodeListRequest, ({ uri }: AddCodeListParams): AddCodeList => {
    if (!codes) return { problem: 'Code lists can be kept where VS Code runs on a desktop, not in a browser.' };
    try {
      const added = codes.add(uri);
      checkAgain();
      return { year: added.year, count: added.count };
    } catch (error) {
      return { problem: error instanceof Error ? error.message : 'The list could not be kept.' };
    }
  });
}

/** A list, or the folder of lists: of a folder that is new, editors tell nothing of what was in it before they looked. */
function isOfLists(name: string): boolean {
  return name === codesInWorkspace || yearOfCodeFile(name) !== undefined;
}
