import { readFileSync } from 'node:fs';
import { reasonOf } from '../workspace/file-failure.js';
import { decodeLetter } from '../workspace/letter-text.js';
import { printable } from './printable.js';
import { replaceFile } from './replace-file.js';
import { undisturbed } from './undisturbed.js';

/**
 * Puts another text into a file of letters, whole or not at all, in the encoding that it has. `path` is no link; `name` is what messages call it. Gives why it stays as it is where it
 * no longer has the text `before`, holds bytes that are no text and would be lost, or cannot be written. Never throws.
 */
export async function rewriteFile(
  path: string,
  name: string,
  before: string,
  after: string,
): Promise<string | undefined> {
  const told = printable(name);
  try {
    const bytes = readFileSync(path);
    if (decodeLetter(bytes) !== before) return `${told} was changed meanwhile: it stays as it is now.`;
    const encode = encoderOf(bytes);
    if (!encode(before).equals(bytes)) return `${told} stays as it is: it holds bytes that are no text.`;
    await undisturbed(() => {
      replaceFile(path, encode(after));
    });
    return undefined;
  } catch (error) {
    return `${told} could not be written: ${reasonOf(error)}.`;
  }
}

const utf8Mark = Buffer.from([0xef, 0xbb, 0xbf]);

/** As `decodeText` reads it: UTF-8 with or without its mark, UTF-16 with one. */
function encoderOf(bytes: Buffer): (text: string) => Buffer {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return (text) => Buffer.from(`\ufeff${text}`, 'utf16le');
  if (first === 0xfe && second === 0xff) return (text) => Buffer.from(`\ufeff${text}`, 'utf16le').swap16();
  const mark = bytes.subarray(0, 3).equals(utf8Mark) ? utf8Mark : Buffer.alloc(0);
  return (text) => Buffer.concat([mark, Buffer.from(text)]);
}
