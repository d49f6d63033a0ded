import { beforeEach, expect, test } from 'vitest';
import { type Store, WrittenFiles } from '../../client/src/export/written-files.js';

class StoreInMemory implements Store {
  value: unknown;

  get(): unknown {
    return this.value;
  }

  update(_key: string, value: unknown): Promise<void> {
    this.value = structuredClone(value);
    return Promise.resolve();
  }
}

const bytes = (text: string) => new TextEncoder().encode(text);
const address = 'file:///clinic/Ana%20Ruiz.docx';
let store: StoreInMemory;
let files: WrittenFiles;

beforeEach(() => {
  store = new StoreInMemory();
  files = new WrittenFiles(store);
});

test('a file that nobody exported has not changed since', async () =>
  expect(await files.hasChanged(address, bytes('anything'))).toBe(false));

test('a file that is as it was written has not changed', async () => {
  await files.remember(address, bytes('letter'));
  expect(await files.hasChanged(address, bytes('letter'))).toBe(false);
});

test('a file that somebody has gone on writing in has changed', async () => {
  await files.remember(address, bytes('letter'));
  expect(await files.hasChanged(address, bytes('letter, edited'))).toBe(true);
  expect(await new WrittenFiles(store).hasChanged(address, bytes('letter, edited'))).toBe(true);
});

test('what was written last counts', async () => {
  await files.remember(address, bytes('first'));
  await files.remember(address, bytes('second'));
  expect(await files.hasChanged(address, bytes('first'))).toBe(true);
  expect(await files.hasChanged(address, bytes('second'))).toBe(false);
});

test('keeps neither a name nor a word', async () => {
  await files.remember(address, bytes('Ana Ruiz has 18 headache days.'));
  const kept = JSON.stringify(store.value);
  expect(kept).not.toMatch(/Ruiz|docx|file|headache/);
  expect(kept.length).toBeLessThan(200);
});

test('forgets the oldest of very many', async () => {
  await files.remember(address, bytes('letter'));
  for (let other = 0; other < 500; other++) await files.remember(`file:///${String(other)}`, bytes('other'));
  expect(await files.hasChanged(address, bytes('edited'))).toBe(false);
  expect(await files.hasChanged('file:///0', bytes('edited'))).toBe(true);
  expect((store.value as unknown[]).length).toBe(500);
});

test.each([undefined, null, 'x', [['a']], [[1, 2]], { length: 3 }])(
  'what is stored wrongly counts as nothing: %j',
  async (value) => {
    store.value = value;
    expect(await files.hasChanged(address, bytes('letter'))).toBe(false);
    await files.remember(address, bytes('letter'));
    expect(await files.hasChanged(address, bytes('edited'))).toBe(true);
  },
);
