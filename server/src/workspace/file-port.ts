/** An answer that the command line's disk gives at once, and an editor later. A failure is an error with a `code`, as Node's are. */
export type Answer<T> = T | Promise<T>;

export interface FolderEntry {
  readonly name: string;
  /** Of a link it is not said where it leads. */
  readonly kind: 'file' | 'folder' | 'link' | 'other';
}

export interface FileStats {
  readonly kind: 'file' | 'folder' | 'other';
  /** In bytes. */
  readonly size: number;
}

/**
 * What is asked of whoever keeps files. A path is whatever that one calls a path, absolute: a system's own, or an address; only the port takes one apart.
 * Names are never encoded.
 */
export interface FilePort {
  list(folder: string): Answer<readonly FolderEntry[]>;
  /** Of what is there after links are followed. */
  stat(path: string): Answer<FileStats>;
  read(path: string): Answer<Uint8Array>;
  /** The path that leads to the same place without links. */
  realPath(path: string): Answer<string>;
  /** `..` among the names goes up. */
  join(folder: string, ...names: readonly string[]): string;
  /** The folder around; of the uppermost, itself. */
  parent(path: string): string;
  /** The names that lead from a folder to what is in it, none to itself; undefined for what is not in it. */
  namesFrom(folder: string, path: string): readonly string[] | undefined;
  /** Whether `A` and `a` are one name to this file system. */
  readonly ignoresCase: boolean;
}

/** True for a folder itself and all that lies beneath it, by the paths as they are: links are followed by whoever asks. */
export function isInside(files: Pick<FilePort, 'namesFrom'>, path: string, folder: string): boolean {
  return files.namesFrom(folder, path) !== undefined;
}

/** Where links lead; the path itself where there is nothing. */
export async function realPathOrSame(files: FilePort, path: string): Promise<string> {
  try {
    return await files.realPath(path);
  } catch {
    return path;
  }
}
