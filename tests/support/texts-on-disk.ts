import { addresses } from '../../server/src/editor/workspace/editor-files.js';
import type { FilePort, FileStats, FolderEntry } from '../../server/src/workspace/file-port.js';

/** What may be wrong with a file or folder, as a disk says it. */
export interface Broken {
  readonly code: string;
}

/** Files by address, as a disk that a test can change at any time: a text, bytes, or a failure to read. Reading takes a turn of the loop or more. */
export class TextsOnDisk implements FilePort {
  readonly files = new Map<string, string | Uint8Array | Broken>();
  /** Folders that nobody may look into. */
  readonly closedFolders = new Set<string>();
  /** Files read so far, by address. */
  readonly reads: string[] = [];
  readonly ignoresCase = false;
  readonly join = addresses.join;
  readonly parent = addresses.parent;
  readonly namesFrom = addresses.namesFrom;

  constructor(files: Readonly<Record<string, string | Uint8Array | Broken>> = {}) {
    for (const [address, content] of Object.entries(files)) this.files.set(address, content);
  }

  /** The text of a file that is one. */
  textOf(address: string): string {
    const content = this.files.get(address);
    if (typeof content !== 'string') throw new Error(`No text: ${address}`);
    return content;
  }

  async list(folder: string): Promise<FolderEntry[]> {
    await turn();
    const address = folder.replace(/\/$/, '');
    if (this.closedFolders.has(address)) throw failure('EACCES');
    const inside = this.inside(address);
    if (inside.length === 0) throw failure('ENOENT');
    const names = new Set(inside.map((path) => path.slice(address.length + 1).split('/')[0] ?? ''));
    return [...names].map((name) => ({
      name: decodeURIComponent(name),
      kind: this.files.has(`${address}/${name}`) ? 'file' : 'folder',
    }));
  }

  async stat(path: string): Promise<FileStats> {
    await turn();
    const content = this.files.get(path);
    if (content === undefined && this.inside(path).length === 0) throw failure('ENOENT');
    return content === undefined ? { kind: 'folder', size: 0 } : { kind: 'file', size: bytesOf(content).length };
  }

  async read(path: string): Promise<Uint8Array> {
    const content = this.files.get(path);
    this.reads.push(path);
    await turn();
    if (content === undefined) throw failure('ENOENT');
    if (isBroken(content)) throw failure(content.code);
    return bytesOf(content);
  }

  async realPath(path: string): Promise<string> {
    await this.stat(path);
    return path;
  }

  private inside(folder: string): string[] {
    return [...this.files.keys(), ...this.closedFolders].filter((address) => address.startsWith(`${folder}/`));
  }
}

function isBroken(content: string | Uint8Array | Broken): content is Broken {
  return typeof content === 'object' && 'code' in content;
}

function bytesOf(content: string | Uint8Array | Broken): Uint8Array {
  if (typeof content === 'string') return new TextEncoder().encode(content);
  return content instanceof Uint8Array ? content : new Uint8Array();
}

function turn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

function failure(code: string): Error {
  return Object.assign(new Error(`${code}: as the test says`), { code });
}
