import { ImageRun } from 'docx';
import { logoBox, signatureBox } from '../letter-measures.js';
import { pictureAddress } from '../picture.js';
import { printable } from '../printable.js';
import type { DocxWriting } from './docx-writing.js';
import { type PictureSize, pictureSize } from './picture-size.js';

/** The most that a picture takes, in pixels of 1/96 inch. */
const most = { logo: inPixels(logoBox), signature: inPixels(signatureBox) } as const;

function inPixels({ width, height }: PictureSize): PictureSize {
  return { width: (width / 72) * 96, height: (height / 72) * 96 };
}

export interface DocxPicture {
  readonly run: ImageRun;
  /** As it is printed, in points. */
  readonly width: number;
}

/** A picture that is there and is one; its path is never printed. `alt` is for those who do not see it. */
export function docxPicture(
  path: string,
  of: keyof typeof most,
  alt: string,
  writing: DocxWriting,
): DocxPicture | undefined {
  const address = writing.options.picture && pictureAddress(path, writing.options.picture);
  const found = address === undefined ? null : /^data:image\/(png|jpeg);base64,(.*)$/s.exec(address);
  const data = found && decoded(found[2] ?? '');
  const size = data && pictureSize(data);
  if (!size) return undefined;
  const printed = fitted(size, most[of]);
  const run = new ImageRun({
    type: found[1] === 'png' ? 'png' : 'jpg',
    data,
    transformation: printed,
    altText: {
      id: String(writing.next('picture')),
      name: of === 'logo' ? 'Logo' : 'Signature',
      description: printable(alt),
    },
  });
  return { run, width: (printed.width / 96) * 72 };
}

/** Undefined for what cannot be base64: its length tells. */
function decoded(base64: string): Uint8Array | undefined {
  if (base64.replace(/=+$/, '').length % 4 === 1) return undefined;
  return Uint8Array.from(atob(base64.replace(/=+$/, '')), (char) => char.charCodeAt(0));
}

function fitted({ width, height }: PictureSize, within: PictureSize): PictureSize {
  const scale = Math.min(1, within.width / width, within.height / height);
  return { width: Math.max(1, width * scale), height: Math.max(1, height * scale) };
}
