import { type FileSystemProvider, URI, UriUtils } from 'langium';
import { largestPicture, type Picture, type PictureSource, pictureType } from '../render/picture.js';
import { toBase64 } from './base64.js';

/** Logos and signatures of letters, read once and kept while letters are shown. What cannot be read prints as if it were not named. */
export class LetterPictures {
  private readonly known = new Map<string, Picture | undefined>();
  private readonly reading = new Map<string, Promise<void>>();
  /** Those of `known` that may have changed on disk. */
  private readonly stale = new Set<string>();

  constructor(
    private readonly files: FileSystemProvider,
    /** Addresses of the workspace's folders: from their roots the paths of pictures count. */
    private readonly folders: () => readonly string[],
  ) {}

  /** The pictures for the letter of `uri`; one that has not been read yet is missing until `whenRead`. */
  sourceFor(uri: string): PictureSource {
    const root = this.rootOf(uri);
    return (path) => {
      const address = UriUtils.resolvePath(root, path);
      if (!UriUtils.contains(root, address)) return undefined;
      const key = address.toString();
      const isCurrent = this.known.has(key) && !this.stale.delete(key);
      if (!isCurrent && !this.reading.has(key)) this.reading.set(key, this.read(address, key));
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

  private rootOf(uri: string): URI {
    const address = URI.parse(uri);
    const around = this.folders()
      .map((folder) => URI.parse(folder))
      .filter((folder) => UriUtils.contains(folder, address));
    return around.sort((a, b) => b.path.length - a.path.length)[0] ?? UriUtils.dirname(address);
  }

  private async read(address: URI, key: string): Promise<void> {
    try {
      const type = pictureType(address.path);
      const bytes = type && (await this.files.exists(address)) ? await this.files.readBinary(address) : undefined;
      this.known.set(
        key,
        type && bytes && bytes.length <= largestPicture ? { type, data: toBase64(bytes) } : undefined,
      );
    } catch {
      // A folder, or a file without permission: the letter prints a line for the signature, as it does where no picture is named.
      this.known.set(key, undefined);
    } finally {
      this.reading.delete(key);
    }
  }
}
