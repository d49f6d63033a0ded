import { FileType, Uri, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  type ClientFile,
  type ClientFileParams,
  type ClientFileStats,
  type ClientFolderEntry,
  readDirectoryRequest,
  readFileRequest,
  realPathRequest,
  statRequest,
} from '../../server/src/protocol/files.js';
import { orNothing } from './or-nothing.js';

/**
 * Reads for the server what only the editor can: folders in a browser, and those of remote repositories. Only within the workspace, whatever is asked
 * for.
 */
export function readForServer(client: BaseLanguageClient): void {
  client.onRequest(statRequest, async ({ uri }: ClientFileParams): Promise<ClientFileStats | null> => {
    const address = inWorkspace(uri);
    const found = address && (await orNothing(workspace.fs.stat(address)));
    return found ? { kind: kindOf(found.type & ~FileType.SymbolicLink), size: found.size } : null;
  });
  client.onRequest(readDirectoryRequest, async ({ uri }: ClientFileParams): Promise<ClientFolderEntry[] | null> => {
    const address = inWorkspace(uri);
    const found = address && (await orNothing(workspace.fs.readDirectory(address)));
    if (!found) return null;
    return found.map(([name, type]) => ({ name, kind: isLink(type) ? 'link' : kindOf(type) }));
  });
  client.onRequest(readFileRequest, async ({ uri }: ClientFileParams): Promise<ClientFile | null> => {
    const address = inWorkspace(uri);
    const bytes = address && (await orNothing(workspace.fs.readFile(address)));
    return bytes ? { content: toBase64(bytes) } : null;
  });
  client.onRequest(realPathRequest, async ({ uri }: ClientFileParams): Promise<string | null> => {
    const address = inWorkspace(uri);
    return address && (await hasNoLink(address)) ? uri : null;
  });
}

function inWorkspace(uri: string): Uri | undefined {
  const address = Uri.parse(uri);
  return workspace.getWorkspaceFolder(address) ? address : undefined;
}

function kindOf(type: FileType): ClientFileStats['kind'] {
  return type === FileType.File ? 'file' : type === FileType.Directory ? 'folder' : 'other';
}

function isLink(type: FileType): boolean {
  return (type & FileType.SymbolicLink) !== 0;
}

/** Editors say of a file whether it is a link, but not where it leads: so no part of the way beneath the workspace's folder may be one. */
async function hasNoLink(address: Uri): Promise<boolean> {
  const root = workspace.getWorkspaceFolder(address)?.uri.path.replace(/\/$/, '') ?? '';
  for (let at = address; at.path.length > root.length; at = Uri.joinPath(at, '..')) {
    const found = await orNothing(workspace.fs.stat(at));
    if (!found || isLink(found.type)) return false;
    if (at.path === '/') break;
  }
  return true;
}

/** As many bytes at a time as a call can take as arguments; a multiple of three, so that the parts join. */
const chunk = 3 * 4096;

/** A browser has no `Buffer`. */
function toBase64(bytes: Uint8Array): string {
  let text = '';
  for (let start = 0; start < bytes.length; start += chunk)
    text += btoa(String.fromCharCode(...bytes.subarray(start, start + chunk)));
  return text;
}
