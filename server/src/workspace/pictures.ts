import { largestPicture, type Picture, pictureType } from '../render/picture.js';
import { reasonOf } from './file-failure.js';
import { type FilePort, isInside } from './file-port.js';

/** A picture's bytes, or why there are none, as the end of a sentence. */
export type FoundPicture =
  { readonly type: Picture['type']; readonly bytes: Uint8Array } | { readonly problem: string };

/** Reads a picture that a letter names by its path from the workspace's root: a PNG or JPEG file in the workspace, also after links are followed. */
export async function readPicture(files: FilePort, root: string, path: string): Promise<FoundPicture> {
  const type = pictureType(path);
  const file = files.join(root, ...path.split('/'));
  const outside = { problem: 'it is no PNG or JPEG file inside the workspace' };
  if (type === undefined || !isInside(files, file, root)) return outside;
  try {
    const real = await files.realPath(file);
    if (!isInside(files, real, await files.realPath(root))) return outside;
    const { kind, size } = await files.stat(real);
    if (kind !== 'file') return { problem: 'it is no file' };
    if (size > largestPicture) return { problem: 'it is larger than 5 MB' };
    return { type, bytes: await files.read(real) };
  } catch (error) {
    return { problem: reasonOf(error) };
  }
}
