import { FileType, Uri, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  type ClientFileEntry,
  type ClientFileParams,
  type ClientFileText,
  readDirectoryRequest,
  readFileRequest,
  statRequest,
} from '../../server/src/protocol.js';
import { orNothing } from './or-nothing.js';

/**
 * Reads for the server what only the editor can: folders in a browser, and those of remote repositories. Only within the workspace, whatever is asked
 * for.
 */
export function readForServer(client: BaseLanguageClient): void {
  client.onRequest(statRequest, async ({ uri }: ClientFileParams): Promise<ClientFileEntry | null> => {
    const address = inWorkspace(uri);
    const found = address && (await orNothing(workspace.fs.stat(address)));
    return found ? { uri, isDirectory: (found.type & FileType.Directory) !== 0 } : null;
  });
  client.onRequest(readDirectoryRequest, async ({ uri }: ClientFileParams): Promise<ClientFileEntry[] | null> => {
    const address = inWorkspace(uri);
    const found = address && (await orNothing(workspace.fs.readDirectory(address)));
    if (!address || !found) return null;
    return found.map(([name, type]) => ({
      uri: Uri.joinPath(address, name).toString(),
      isDirectory: (type & FileType.Directory) !== 0,
    }));
  });
  client.onRequest(readFileRequest, async ({ uri }: ClientFileParams): Promise<ClientFileText | null> => {
    const address = inWorkspace(uri);
    const bytes = address && (await orNothing(workspace.fs.readFile(address)));
    return bytes ? { text: new TextDecoder().decode(bytes) } : null;
  });
}

function inWorkspace(uri: string): Uri | undefined {
  const address = Uri.parse(uri);
  return workspace.getWorkspaceFolder(address) ? address : undefined;
}
