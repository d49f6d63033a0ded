import { defineShape, type Shape, type ShapeProblem } from './shape.js';

const EXAMPLE = 'images/letterhead.png';

const shapeProblem = (message: string): ShapeProblem => ({ kind: 'shape', message });

/**
 * A PNG or JPEG by its path from the workspace's root. A letter may come from anywhere, so a path that could lead out of the
 * workspace, to a drive, a share or the web is refused in every spelling that some system would follow. SVG is refused
 * because it can hold scripts.
 */
export const imagePath: Shape = defineShape({
  id: 'image',
  called: 'a picture',
  description: 'Path of a PNG or JPEG picture, from the root of the workspace, with / between folders.',
  example: EXAMPLE,
  longest: 400,
  wrong: `Write the path of a picture from the root of the workspace, such as ${EXAMPLE}.`,
  untidy: `Write the path with / between folders and nothing before it, such as ${EXAMPLE}.`,
  tidy: (value) => value.replace(/\\/g, '/').replace(/^(?:\.\/)+/, ''),
  examine: (value) => {
    if (/^[\\/~]|:/.test(value)) {
      return shapeProblem(
        `A picture lies in the workspace: write no drive, web address or leading /, such as ${EXAMPLE}.`,
      );
    }
    if (/[\p{Cc}\\<>"|?*%]/u.test(value)) return 'wrong';
    const folders = value.split('/').map((part) => part.replace(/[. ]+$/, ''));
    if (folders.includes('')) {
      return shapeProblem(
        `A picture's path may not lead out of the workspace: no .. or empty folder in it, such as ${EXAMPLE}.`,
      );
    }
    if (/\.(?:png|jpe?g)$/i.test(value)) return undefined;
    return shapeProblem(
      `Only PNG and JPEG pictures can be printed; give one that ends in .png or .jpg, such as ${EXAMPLE}.`,
    );
  },
});
