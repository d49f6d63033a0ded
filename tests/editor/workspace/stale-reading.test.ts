import { expect, test } from 'vitest';
import { WorkspaceFiles } from '../../../server/src/editor/workspace/workspace-files.js';
import { Workspaces } from '../../../server/src/editor/workspace/workspaces.js';
import { TextsOnDisk } from '../../support/texts-on-disk.js';
import { parse } from '../../support/workspace.js';

const address = 'file:///w/t.lmn';

/** A disk whose readings end when the test says so, each with the text that it began with. */
class SlowDisk extends TextsOnDisk {
  readonly waiting: (() => void)[] = [];

  override async read(path: string): Promise<Uint8Array> {
    const text = this.textOf(path);
    await new Promise<void>((resolve) => this.waiting.push(resolve));
    return new TextEncoder().encode(text);
  }
}

test.each([
  ['in their order', [0, 1]],
  ['the later one first', [1, 0]],
])('of two readings of a file the one that began last counts: %s', async (_, order) => {
  const disk = new SlowDisk({ [address]: 'template before\n' });
  const workspaces = new Workspaces();
  workspaces.open(['file:///w']);
  const files = new WorkspaceFiles(disk, parse, workspaces);
  const first = files.refresh(address);
  disk.files.set(address, 'template after\n');
  const second = files.refresh(address);
  for (const index of order) {
    disk.waiting[index]?.();
    await (index === 0 ? first : second);
  }
  expect(files.get(address)?.name).toBe('after');
  expect([...workspaces.of(address).templates.keys()]).toEqual(['after']);
});
