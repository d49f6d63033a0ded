import { isSoundPng } from './sound-png.js';
import { pictureAddress, type PictureSource } from '../picture.js';
import type { PdfCanvas } from './pdf-canvas.js';

export interface PlacedPicture {
  /** In points. */
  readonly width: number;
  readonly height: number;
  readonly draw: (x: number, y: number) => void;
}

/** A picture within a box of points, its sides in proportion, never larger than at 96 pixels an inch; undefined where there is none that can be read. */
export function openPicture(
  canvas: PdfCanvas,
  path: string,
  source: PictureSource | undefined,
  box: { readonly width: number; readonly height: number },
): PlacedPicture | undefined {
  const address = source && pictureAddress(path, source);
  if (address === undefined || (address.startsWith('data:image/png') && !isSoundPng(bytesOf(address))))
    return undefined;
  const page = canvas.document;
  const picture = opened(page, address);
  if (!picture) return undefined;
  const scale = Math.min(box.width / picture.width, box.height / picture.height, 72 / 96);
  const [width, height] = [picture.width * scale, picture.height * scale];
  return { width, height, draw: (x, y) => page.image(picture, x, y, { width, height }) };
}

function bytesOf(address: string): Uint8Array {
  return Uint8Array.from(atob(address.slice(address.indexOf(',') + 1)), (char) => char.charCodeAt(0));
}

/** A file may only look like a picture; then the letter prints as if it were not there, as a browser does. */
function opened(page: PDFKit.PDFDocument, address: string): PDFKit.Mixins.OpenedPicture | undefined {
  try {
    const picture = page.openImage(address);
    return picture.width > 0 && picture.height > 0 ? picture : undefined;
  } catch {
    return undefined;
  }
}
