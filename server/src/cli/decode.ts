/**
 * The text of a file. UTF-8, with or without its mark; UTF-16 where its mark says so. A mark is no part of the text, as in editors. What is not valid
 * becomes U+FFFD, which the rule `unreadable-character` reports: no byte disappears silently.
 *
 * @throws where the text is longer than a string can be.
 */
export function decodeText(bytes: Buffer): string {
  if (bytes.length >= 2 && bytes[0] === 0xff && bytes[1] === 0xfe) return decodeUtf16(bytes.subarray(2));
  if (bytes.length >= 2 && bytes[0] === 0xfe && bytes[1] === 0xff) return decodeUtf16(swapBytes(bytes.subarray(2)));
  const text = bytes.toString('utf8');
  return text.startsWith('\uFEFF') ? text.slice(1) : text;
}

function decodeUtf16(bytes: Buffer): string {
  const text = bytes.toString('utf16le').replace(/\p{Cs}/gu, '\uFFFD');
  return bytes.length % 2 === 0 ? text : `${text}\uFFFD`;
}

function swapBytes(bytes: Buffer): Buffer {
  const whole = Buffer.from(bytes.subarray(0, bytes.length - (bytes.length % 2))).swap16();
  return Buffer.concat([whole, bytes.subarray(whole.length)]);
}
