/**
 * What client and server say to each other beyond the Language Server Protocol: names and shapes, nothing else.
 * Offsets and positions, where a message has any, are those of the protocol: 0-based lines, UTF-16 code units.
 */

/** What the client tells the server at the start, as the protocol's `initializationOptions`. */
export interface InitializationOptions {
  /** False in VS Code's Restricted Mode: then no `lmn.config.json` of the folder is read. The client restarts the server on a change. */
  readonly trusted: boolean;
}

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
