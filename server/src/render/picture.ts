import { imagePath } from '../knowledge/image-path.js';

/** A picture's bytes, as whoever reads files hands them to a renderer. */
export interface Picture {
  /** The file's bytes in base64. */
  readonly data: string;
  readonly type: 'image/png' | 'image/jpeg';
}

/** In bytes. A larger one would make a letter that no payer's portal takes. */
export const largestPicture = 5 * 1024 * 1024;

/** What sort of picture a file's name says it is; undefined where letters print none of that sort. */
export function pictureType(path: string): Picture['type'] | undefined {
  if (/\.png$/i.test(path)) return 'image/png';
  return /\.jpe?g$/i.test(path) ? 'image/jpeg' : undefined;
}

/** Finds a picture by its path from the workspace's root; undefined where there is none, or it may not be read. */
export type PictureSource = (path: string) => Picture | undefined;

/** First bytes of PNG and JPEG files, as base64 (PNG specification 5.2; JPEG: ITU-T T.81, markers SOI and the next). */
const beginnings: Readonly<Record<Picture['type'], string>> = { 'image/png': 'iVBORw0KGgo', 'image/jpeg': '/9j/' };

/**
 * The picture at `path` as a `data:` address; undefined where it is not to be had. A path that leads out of the workspace is not even asked for, and
 * a file that only has a picture's name brings nothing into the letter.
 */
export function pictureAddress(path: string, source: PictureSource): string | undefined {
  if (imagePath.check(path) !== undefined) return undefined;
  const picture = source(path);
  if (!picture || !Object.hasOwn(beginnings, picture.type) || !picture.data.startsWith(beginnings[picture.type]))
    return undefined;
  return /^[A-Za-z0-9+/]+={0,2}$/.test(picture.data) ? `data:${picture.type};base64,${picture.data}` : undefined;
}
