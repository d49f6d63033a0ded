/** Files that only one side can read: what ships is the server’s, a browser’s file system the client’s; and what could not be read at all. */

/** Scheme of the files that ship with the program: templates and the standard vocabulary. Read-only. */
export const shippedScheme = 'lmn-shipped';

/** Request: the text of a file that ships. From `ShippedFileParams` to `ShippedFile`, or null where nothing ships under that address. */
export const shippedFileRequest = 'lmn/shippedFile';

export interface ShippedFileParams {
  /** An address of the scheme `lmn-shipped:`. */
  readonly uri: string;
}

export interface ShippedFile {
  readonly text: string;
}

/** Notification from the server when files or folders of the workspace cannot be read, and when they can again: `count` may be 0. */
export const unreadableFilesNotification = 'lmn/unreadableFiles';

export interface UnreadableFilesParams {
  readonly count: number;
  /** Addresses of the first few of them. */
  readonly uris: readonly string[];
  /** Why each of those cannot be read, in a word or two. */
  readonly problems: readonly string[];
}

/** Request from the server: what is at an address of a file system that only the client knows, such as a browser's. Null for nothing. */
export const statRequest = 'lmn/stat';

/** Request from the server: the names in a folder of such a file system. */
export const readDirectoryRequest = 'lmn/readDirectory';

/** Request from the server: a file of such a file system. */
export const readFileRequest = 'lmn/readFile';

/** Request from the server: the address without links. Null where a link is on the way, for the client cannot say where it leads. */
export const realPathRequest = 'lmn/realPath';

/** Of all four requests. */
export interface ClientFileParams {
  readonly uri: string;
}

export interface ClientFileStats {
  readonly kind: 'file' | 'folder' | 'other';
  /** In bytes. */
  readonly size: number;
}

export interface ClientFolderEntry {
  readonly name: string;
  readonly kind: 'file' | 'folder' | 'link' | 'other';
}

export interface ClientFile {
  /** The file's bytes in base64. */
  readonly content: string;
}
