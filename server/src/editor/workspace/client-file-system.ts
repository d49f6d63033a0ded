import { type FileSystemNode, type FileSystemProvider, URI } from 'langium';
import type { Connection } from 'vscode-languageserver';
import {
  type ClientFileEntry,
  type ClientFileParams,
  type ClientFileText,
  readDirectoryRequest,
  readFileRequest,
  statRequest,
} from '../../protocol.js';

/**
 * Files that only the client can read: a browser's folders, remote repositories. There is no waiting for an answer in between, so what asks at
 * once is told that nothing is there.
 */
export class ClientFileSystem implements FileSystemProvider {
  constructor(private readonly connection: Pick<Connection, 'sendRequest'>) {}

  async stat(uri: URI): Promise<FileSystemNode> {
    const found = await this.ask<ClientFileEntry>(statRequest, uri);
    if (!found) throw new Error('There is no such file.');
    return toNode(found);
  }

  async exists(uri: URI): Promise<boolean> {
    return (await this.ask<ClientFileEntry>(statRequest, uri)) !== null;
  }

  async readDirectory(uri: URI): Promise<FileSystemNode[]> {
    const entries = await this.ask<ClientFileEntry[]>(readDirectoryRequest, uri);
    if (!entries) throw new Error('There is no such folder.');
    return entries.map(toNode);
  }

  async readFile(uri: URI): Promise<string> {
    const file = await this.ask<ClientFileText>(readFileRequest, uri);
    if (!file) throw new Error('There is no such file.');
    return file.text;
  }

  readBinary(): Promise<Uint8Array> {
    return Promise.reject(new Error('Only texts are read through the editor.'));
  }

  existsSync(): boolean {
    return false;
  }

  statSync(): FileSystemNode {
    throw new Error('The editor cannot be waited for.');
  }

  readFileSync(): string {
    throw new Error('The editor cannot be waited for.');
  }

  readBinarySync(): Uint8Array {
    throw new Error('The editor cannot be waited for.');
  }

  readDirectorySync(): FileSystemNode[] {
    throw new Error('The editor cannot be waited for.');
  }

  private ask<Answer>(request: string, uri: URI): Promise<Answer | null> {
    return this.connection.sendRequest<Answer | null>(request, { uri: uri.toString() } satisfies ClientFileParams);
  }
}

function toNode({ uri, isDirectory }: ClientFileEntry): FileSystemNode {
  return { uri: URI.parse(uri), isDirectory, isFile: !isDirectory };
}

/** The disk for addresses of the disk, the client for all others. */
export function eitherFileSystem(disk: FileSystemProvider, client: FileSystemProvider): FileSystemProvider {
  const of = (uri: URI) => (uri.scheme === 'file' ? disk : client);
  return {
    stat: (uri) => of(uri).stat(uri),
    statSync: (uri) => of(uri).statSync(uri),
    exists: (uri) => of(uri).exists(uri),
    existsSync: (uri) => of(uri).existsSync(uri),
    readFile: (uri) => of(uri).readFile(uri),
    readFileSync: (uri) => of(uri).readFileSync(uri),
    readBinary: (uri) => of(uri).readBinary(uri),
    readBinarySync: (uri) => of(uri).readBinarySync(uri),
    readDirectory: (uri) => of(uri).readDirectory(uri),
    readDirectorySync: (uri) => of(uri).readDirectorySync(uri),
  };
}
