import { type FileSystemNode, type FileSystemProvider, URI } from 'langium';

/** What may be wrong with a file or folder, as a disk says it. */
export interface Broken {
  readonly code: string;
}

/** Files by address, as a disk that a test can change at any time: a text, bytes, or a failure to read. Reading takes a turn of the loop or more. */
export class TextsOnDisk implements FileSystemProvider {
  readonly files = new Map<string, string | Uint8Array | Broken>();
  /** Folders that nobody may look into. */
  readonly closedFolders = new Set<string>();
  /** Files read so far, by address. */
  readonly reads: string[] = [];

  constructor(files: Readonly<Record<string, string | Uint8Array | Broken>> = {}) {
    for (const [address, content] of Object.entries(files)) this.files.set(address, content);
  }

  private inside(uri: URI): string[] {
    const folder = `${uri.toString().replace(/\/$/, '')}/`;
    return [...this.files.keys(), ...this.closedFolders].filter((address) => address.startsWith(folder));
  }

  existsSync(uri: URI): boolean {
    return this.files.has(uri.toString()) || this.inside(uri).length > 0;
  }

  statSync(uri: URI): FileSystemNode {
    if (!this.existsSync(uri)) throw failure('ENOENT');
    const isFile = this.files.has(uri.toString());
    return { uri, isFile, isDirectory: !isFile };
  }

  readBinarySync(uri: URI): Uint8Array {
    const content = this.files.get(uri.toString());
    this.reads.push(uri.toString());
    if (content === undefined) throw failure('ENOENT');
    if (typeof content === 'string') return new TextEncoder().encode(content);
    if (content instanceof Uint8Array) return content;
    throw failure(content.code);
  }

  readFileSync(uri: URI): string {
    return new TextDecoder().decode(this.readBinarySync(uri));
  }

  readDirectorySync(uri: URI): FileSystemNode[] {
    const address = uri.toString().replace(/\/$/, '');
    if (this.closedFolders.has(address)) throw failure('EACCES');
    const names = this.inside(uri).map((path) => path.slice(address.length + 1).split('/')[0] ?? '');
    return [...new Set(names)].map((name) => {
      const path = `${address}/${name}`;
      const isFile = this.files.has(path);
      return { uri: URI.parse(path), isFile, isDirectory: !isFile };
    });
  }

  async stat(uri: URI): Promise<FileSystemNode> {
    await turn();
    return this.statSync(uri);
  }

  async exists(uri: URI): Promise<boolean> {
    await turn();
    return this.existsSync(uri);
  }

  async readBinary(uri: URI): Promise<Uint8Array> {
    const content = this.readBinarySync(uri);
    await turn();
    return content;
  }

  async readFile(uri: URI): Promise<string> {
    return new TextDecoder().decode(await this.readBinary(uri));
  }

  async readDirectory(uri: URI): Promise<FileSystemNode[]> {
    await turn();
    return this.readDirectorySync(uri);
  }
}

function turn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

function failure(code: string): Error {
  return Object.assign(new Error(`${code}: as the test says`), { code });
}
