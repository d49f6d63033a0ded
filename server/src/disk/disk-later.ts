import { readdir, readFile, realpath, stat } from 'node:fs/promises';
import type { FilePort } from '../workspace/file-port.js';
import { nativePaths } from './native-paths.js';
import { toEntry, toStats } from './stats.js';

/** The disk for the editor, which goes on while it reads. */
export const diskLater: FilePort = {
  ...nativePaths,
  list: async (folder) => (await readdir(folder, { withFileTypes: true })).map(toEntry),
  stat: async (path) => toStats(await stat(path)),
  read: (path) => readFile(path),
  realPath: (path) => realpath(path),
};
