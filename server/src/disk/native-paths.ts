import { dirname, isAbsolute, join, relative, sep } from 'node:path';
import type { FilePort } from '../workspace/file-port.js';

/** The system's own paths. */
export const nativePaths: Pick<FilePort, 'join' | 'parent' | 'namesFrom' | 'ignoresCase'> = {
  join,
  parent: dirname,
  namesFrom(folder, path) {
    const way = relative(folder, path);
    if (way === '') return [];
    return way === '..' || way.startsWith(`..${sep}`) || isAbsolute(way) ? undefined : way.split(sep);
  },
  ignoresCase: process.platform === 'win32' || process.platform === 'darwin',
};
