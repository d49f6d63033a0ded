import { configFileName, saysRoot } from '../configuration/config.js';
import { decodeText } from './decode.js';
import { type FilePort, isInside } from './file-port.js';

/** Whether a folder's configuration says that it is a workspace of its own. One that is a link to elsewhere, or cannot be read, says nothing. */
export async function declaresRoot(files: FilePort, folder: string): Promise<boolean> {
  const path = files.join(folder, configFileName);
  try {
    if (!isInside(files, await files.realPath(path), await files.realPath(folder))) return false;
    return saysRoot(decodeText(await files.read(path)));
  } catch {
    // Whoever reads the configuration for what it sets tells why.
    return false;
  }
}
