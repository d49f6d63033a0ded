/** A file that ships with the program, as the core gets it: its address and its text, never a path. */
export interface ShippedText {
  readonly uri: string;
  readonly text: string;
}

/** Addresses of the files that ship with the program begin so; the client knows their scheme from `protocol/files.ts`, which imports nothing. */
const shippedStart = 'lmn-shipped:';

export function isShipped(uri: string): boolean {
  return uri.startsWith(shippedStart);
}
