import { diskNow } from '../disk/disk-now.js';
import type { ResolvedLetter } from '../letter/letter.js';
import { type LetterFormatId, letterFormats } from '../letter-formats.js';
import type { Picture, PictureSource } from '../render/picture.js';
import { picturesPrintedIn } from '../render/pictures-printed.js';
import { readPicture } from '../workspace/pictures.js';

/** The pictures that a letter prints. `tell` hears why one is left out, a line each. */
export async function readPictures(
  letter: ResolvedLetter,
  type: LetterFormatId,
  root: string,
  tell: (problem: string) => Promise<void> | void,
): Promise<PictureSource> {
  const read = new Map<string, Picture>();
  for (const path of letterFormats[type].hasPages ? picturesPrintedIn(letter) : []) {
    const found = await readPicture(diskNow, root, path);
    if ('problem' in found) await tell(`A picture of the letter was left out: ${found.problem}.`);
    else read.set(path, { type: found.type, data: Buffer.from(found.bytes).toString('base64') });
  }
  return (path) => read.get(path);
}
