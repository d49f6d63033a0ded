import type { FolderEntry } from '../../server/src/workspace/file-port.js';
import { TextsOnDisk } from './texts-on-disk.js';

export type Fault = 'none' | 'rejects' | 'waits' | 'half';

/** A disk that fails as it is told to, once for each question, and then is well. */
export class FaultyDisk extends TextsOnDisk {
  faults: Fault[] = [];

  private async suffer(): Promise<Fault> {
    const fault = this.faults.shift() ?? 'none';
    if (fault === 'waits') for (let turn = 0; turn < 5; turn++) await new Promise((resolve) => setImmediate(resolve));
    if (fault === 'rejects') throw Object.assign(new Error('as the test says'), { code: 'EIO' });
    return fault;
  }

  override async list(path: string): Promise<FolderEntry[]> {
    const isHalf = (await this.suffer()) === 'half';
    const entries = await super.list(path);
    return isHalf ? entries.slice(0, 1) : entries;
  }

  override async read(path: string): Promise<Uint8Array> {
    await this.suffer();
    return super.read(path);
  }

  override async realPath(path: string): Promise<string> {
    await this.suffer();
    return super.realPath(path);
  }
}
