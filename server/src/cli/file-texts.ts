import { sniffKind, type FileKind } from '../language/file-kinds.js';
import { readKind, readText } from './read-text.js';

/** The texts of a run's files, by path: those of the disk, but where another one stands in for it, such as what an editor has not saved or a fix would write. */
export interface FileTexts {
  /** @throws where the file cannot be read; see `reasonOf`. */
  read(path: string): string;
  /** The kind that a file declares; of the disk's only the beginning is read. @throws as `read`. */
  kindOf(path: string): FileKind | undefined;
}

/** `instead` may grow later. */
export function fileTexts(instead: ReadonlyMap<string, string> = new Map()): FileTexts {
  return {
    read: (path) => instead.get(path) ?? readText(path),
    kindOf(path) {
      const text = instead.get(path);
      return text === undefined ? readKind(path) : sniffKind(text);
    },
  };
}
