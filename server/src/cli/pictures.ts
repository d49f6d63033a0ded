import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { largestPicture, type Picture, type PictureSource, pictureType } from '../render/picture.js';
import { reasonOf } from './failure.js';
import { isInside, realPath } from './workspace-root.js';

/**
 * Reads the pictures of letters: PNG and JPEG files inside the workspace, also after links are followed. `tell` hears why a picture
 * is left out, a line each.
 */
export function pictureReader(root: string, tell: (problem: string) => unknown): PictureSource {
  const realRoot = realPath(root);
  return (path) => {
    const picture = readPicture(path, realRoot);
    if (typeof picture !== 'string') return picture;
    tell(`A picture of the letter was left out: ${picture}.`);
    return undefined;
  };
}

/** The picture, or why there is none. */
function readPicture(path: string, realRoot: string): Picture | string {
  const type = pictureType(path);
  const file = realPath(join(realRoot, path));
  if (type === undefined || !isInside(file, realRoot)) return 'it is no PNG or JPEG file inside the workspace';
  try {
    const stats = statSync(file);
    if (!stats.isFile()) return 'it is no file';
    if (stats.size > largestPicture) return 'it is larger than 5 MB';
    return { data: readFileSync(file).toString('base64'), type };
  } catch (error) {
    return reasonOf(error);
  }
}
