import { type FileSystemNode, type FileSystemProvider, type LangiumDocument, URI } from 'langium';
import type { InitializeParams } from 'vscode-languageserver';
import type { LmnLanguageServer } from '../../server/src/editor/services.js';
import { createLmnServices } from '../../server/src/editor/wire.js';
import { LetterWorkspaceManager } from '../../server/src/editor/workspace/workspace-manager.js';
import { shippedFiles } from '../../server/src/shipped.js';
import { openText, today } from './editor.js';

export const folderUri = 'file:///workspace';

/** The address of a file of the folder. */
export function addressOf(name: string): string {
  return `${folderUri}/${name}`;
}

export interface OpenFolder extends LmnLanguageServer {
  /** Texts that were read from the folder since it was opened, by name: closed files are read again only when somebody asks. */
  readonly reads: string[];
}

/** A language server over a folder of files that are closed, read to its end. */
export async function openFolder(files: Readonly<Record<string, string>>): Promise<OpenFolder> {
  const reads: string[] = [];
  const server = createLmnServices({ fileSystemProvider: () => new FolderInMemory(files, reads) }, shippedFiles, today);
  const manager = server.shared.workspace.WorkspaceManager;
  if (!(manager instanceof LetterWorkspaceManager)) throw new Error('The workspace has another manager.');
  const workspaceFolders = [{ uri: folderUri, name: 'workspace' }];
  manager.initialize({ processId: null, capabilities: {}, workspaceFolders } as InitializeParams);
  await manager.initializeWorkspace(workspaceFolders);
  while (!manager.complete) await new Promise((resolve) => setTimeout(resolve, 1));
  reads.length = 0;
  return { ...server, reads };
}

/** Opens a file of the folder, or one that is not saved yet, with the text that the editor holds. */
export function openFile(server: LmnLanguageServer, name: string, text: string): Promise<LangiumDocument> {
  server.lmn.letters.Files.open(addressOf(name));
  return openText(server, text, name);
}

/** Closes a file: what the folder holds counts again. */
export async function closeFile(server: LmnLanguageServer, document: LangiumDocument): Promise<void> {
  server.shared.workspace.LangiumDocuments.deleteDocument(document.uri);
  server.lmn.letters.Workspace.remove(document.uri.toString());
  await server.lmn.letters.Files.close(document.uri);
}

class FolderInMemory implements FileSystemProvider {
  constructor(
    private readonly files: Readonly<Record<string, string>>,
    private readonly reads: string[],
  ) {}

  private nameOf(uri: URI): string {
    return uri.path.replace(/^\/workspace\/?/, '');
  }

  statSync(uri: URI): FileSystemNode {
    const isFile = this.nameOf(uri) in this.files;
    return { uri, isFile, isDirectory: !isFile };
  }

  existsSync(uri: URI): boolean {
    return this.nameOf(uri) in this.files;
  }

  readFileSync(uri: URI): string {
    const name = this.nameOf(uri);
    this.reads.push(name);
    return this.files[name] ?? '';
  }

  readBinarySync(): Uint8Array {
    return new Uint8Array();
  }

  readDirectorySync(): FileSystemNode[] {
    return Object.keys(this.files).map((name) => this.statSync(URI.parse(addressOf(name))));
  }

  stat(uri: URI): Promise<FileSystemNode> {
    return Promise.resolve(this.statSync(uri));
  }

  exists(uri: URI): Promise<boolean> {
    return Promise.resolve(this.existsSync(uri));
  }

  readFile(uri: URI): Promise<string> {
    return Promise.resolve(this.readFileSync(uri));
  }

  readBinary(): Promise<Uint8Array> {
    return Promise.resolve(this.readBinarySync());
  }

  readDirectory(): Promise<FileSystemNode[]> {
    return Promise.resolve(this.readDirectorySync());
  }
}
