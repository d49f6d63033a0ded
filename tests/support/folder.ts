import type { LangiumDocument } from 'langium';
import type { InitializeParams } from 'vscode-languageserver';
import type { LmnLanguageServer } from '../../server/src/editor/services.js';
import { createLmnServices } from '../../server/src/editor/wire.js';
import { LetterWorkspaceManager } from '../../server/src/editor/workspace/workspace-manager.js';
import { shippedFiles } from '../../server/src/shipped.js';
import { openText, today } from './editor.js';
import { TextsOnDisk } from './texts-on-disk.js';

export const folderUri = 'file:///workspace';

/** The address of a file of the folder. */
export function addressOf(name: string): string {
  return `${folderUri}/${name}`;
}

export interface OpenFolder extends LmnLanguageServer {
  /** Texts that were read from the folder since it was opened, by name: closed files are read again only when somebody asks. */
  readonly reads: string[];
  /** The folder, by address. */
  readonly disk: TextsOnDisk;
}

/** A language server over a folder of files that are closed, read to its end. */
export async function openFolder(files: Readonly<Record<string, string>>): Promise<OpenFolder> {
  const disk = new FolderOnDisk(
    Object.fromEntries(Object.entries(files).map(([name, text]) => [addressOf(name), text])),
  );
  const server = createLmnServices({ files: disk }, shippedFiles, today);
  const manager = server.shared.workspace.WorkspaceManager;
  if (!(manager instanceof LetterWorkspaceManager)) throw new Error('The workspace has another manager.');
  const workspaceFolders = [{ uri: folderUri, name: 'workspace' }];
  manager.initialize({ processId: null, capabilities: {}, workspaceFolders } as InitializeParams);
  await manager.initializeWorkspace(workspaceFolders);
  while (!manager.complete) await new Promise((resolve) => setTimeout(resolve, 1));
  await manager.quiet();
  disk.names.length = 0;
  return { ...server, disk, reads: disk.names };
}

/** Opens a file of the folder, or one that is not saved yet, with the text that the editor holds. */
export function openFile(server: LmnLanguageServer, name: string, text: string): Promise<LangiumDocument> {
  server.lmn.letters.Files.open(addressOf(name));
  return openText(server, text, name);
}

/** Closes a file: what the folder holds counts again. */
export async function closeFile(server: LmnLanguageServer, document: LangiumDocument): Promise<void> {
  server.shared.workspace.LangiumDocuments.deleteDocument(document.uri);
  server.lmn.letters.Workspaces.remove(document.uri.toString());
  await server.lmn.letters.Files.close(document.uri);
}

class FolderOnDisk extends TextsOnDisk {
  readonly names: string[] = [];

  override read(path: string): Promise<Uint8Array> {
    if (this.files.has(path)) this.names.push(path.slice(folderUri.length + 1));
    return super.read(path);
  }
}
