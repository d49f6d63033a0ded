/** Of every browser and of Node; the core's types name neither. */
declare class TextDecoder {
  constructor(encoding?: string);
  decode(bytes: Uint8Array): string;
}

const utf8 = new TextDecoder();

/**
 * The text of a file. UTF-8, with or without its mark; UTF-16 where its mark says so. A mark is no part of the text, as in editors. What is not valid
 * becomes U+FFFD, which the rule `unreadable-character` reports: no byte disappears silently.
 *
 * @throws where the text is longer than a string can be.
 */
export function decodeText(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  return utf8.decode(bytes);
}
