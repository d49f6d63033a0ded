import type { Picture, PictureSource } from '../render/picture.js';
import type { FilePort } from '../workspace/file-port.js';
import { readPicture } from '../workspace/pictures.js';
import { toBase64 } from './base64.js';

/** Logos and signatures of letters, read once and kept while letters are shown. What cannot be read prints as if it were not named. */
export class LetterPictures {
  private readonly known = new Map<string, Picture | undefined>();
  private readonly reading = new Map<string, Promise<void>>();
  /** Those of `known` that may have changed on disk. */
  private readonly stale = new Set<string>();

  constructor(
    private readonly files: FilePort,
    /** The root of the workspace of a letter: from it the paths of pictures count. */
    private readonly rootOf: (uri: string) => string,
  ) {}

  /** The pictures for the letter of `uri`; one that has not been read yet is missing until `whenRead`. */
  sourceFor(uri: string): PictureSource {
    const root = this.rootOf(uri);
    return (path) => {
      const key = this.files.join(root, ...path.split('/'));
      const isCurrent = this.known.has(key) && !this.stale.delete(key);
      if (!isCurrent && !this.reading.has(key)) this.reading.set(key, this.read(root, path, key));
      return this.known.get(key);
    };
  }

  /** Resolves once all that has been asked for is read: true when there was something to wait for. */
  async whenRead(): Promise<boolean> {
    if (this.reading.size === 0) return false;
    await Promise.all(this.reading.values());
    return true;
  }

  /** All are read again when next asked for; until that is done they are as they were, so that no logo goes and comes on a paper that is shown. */
  readAgain(): void {
    for (const key of this.known.keys()) this.stale.add(key);
  }

  private async read(root: string, path: string, key: string): Promise<void> {
    // Where there is none, the letter prints a line for the signature, as it does where no picture is named.
    const found = await readPicture(this.files, root, path);
    const picture = 'problem' in found ? undefined : { type: found.type, data: toBase64(found.bytes) };
    this.known.set(key, picture);
    this.reading.delete(key);
  }
}
