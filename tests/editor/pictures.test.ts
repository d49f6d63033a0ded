import { EmptyFileSystem, type FileSystemProvider, type URI } from 'langium';
import { expect, test } from 'vitest';
import { LetterPictures } from '../../server/src/editor/pictures.js';

const folder = 'file:///workspace';

/** A disk with these files; counts what is read from it. */
function diskOf(files: Readonly<Record<string, Uint8Array | Error>>) {
  const read: string[] = [];
  const disk: FileSystemProvider = Object.assign(EmptyFileSystem.fileSystemProvider(), {
    exists: (uri: URI) => Promise.resolve(uri.path in files),
    readBinary: (uri: URI) => {
      read.push(uri.path);
      const found = files[uri.path];
      return found instanceof Uint8Array ? Promise.resolve(found) : Promise.reject(found ?? new Error('none'));
    },
  });
  return { disk, read };
}

const bytes = Uint8Array.from({ length: 40_000 }, (_, index) => index % 256);

test('a picture is read once, from the folder of the workspace', async () => {
  const { disk, read } = diskOf({ '/workspace/pictures/logo.png': bytes });
  const pictures = new LetterPictures(disk, () => [folder]);
  const source = pictures.sourceFor(`${folder}/cases/a.lmn`);
  expect(source('pictures/logo.png')).toBeUndefined();
  expect(await pictures.whenRead()).toBe(true);
  expect(source('pictures/logo.png')).toEqual({ type: 'image/png', data: Buffer.from(bytes).toString('base64') });
  expect(await pictures.whenRead()).toBe(false);
  expect(read).toEqual(['/workspace/pictures/logo.png']);
});

test('a picture that is to be read again stays as it was until it has been', async () => {
  const files: Record<string, Uint8Array> = { '/workspace/logo.png': bytes };
  const { disk, read } = diskOf(files);
  const pictures = new LetterPictures(disk, () => [folder]);
  const source = pictures.sourceFor(`${folder}/a.lmn`);
  source('logo.png');
  await pictures.whenRead();
  const before = source('logo.png');
  files['/workspace/logo.png'] = bytes.slice(0, 10);
  pictures.readAgain();
  expect(source('logo.png')).toBe(before);
  expect(await pictures.whenRead()).toBe(true);
  expect(source('logo.png')?.data).toBe(Buffer.from(bytes.slice(0, 10)).toString('base64'));
  expect(read).toHaveLength(2);
});

test('without a folder the path counts from the case', async () => {
  const { disk } = diskOf({ '/elsewhere/logo.jpg': bytes });
  const pictures = new LetterPictures(disk, () => [folder]);
  const source = pictures.sourceFor('file:///elsewhere/a.lmn');
  source('logo.jpg');
  await pictures.whenRead();
  expect(source('logo.jpg')?.type).toBe('image/jpeg');
});

test.each(['../outside.png', '/etc/logo.png', '..%2foutside.png', 'a/../../outside.png'])(
  '%s is not even asked for where it leads out of the workspace',
  async (path) => {
    const { disk, read } = diskOf({ '/outside.png': bytes, '/etc/logo.png': bytes });
    const pictures = new LetterPictures(disk, () => [folder]);
    pictures.sourceFor(`${folder}/a.lmn`)(path);
    await pictures.whenRead();
    expect(read.filter((one) => !one.startsWith('/workspace/'))).toEqual([]);
  },
);

test.each([
  ['of another type', 'a.svg', bytes],
  ['too large', 'a.png', new Uint8Array(6 * 1024 * 1024)],
  ['not readable', 'a.png', new Error('EACCES')],
])('one that is %s is left out', async (_, name, content) => {
  const { disk } = diskOf({ [`/workspace/${name}`]: content });
  const pictures = new LetterPictures(disk, () => [folder]);
  const source = pictures.sourceFor(`${folder}/a.lmn`);
  source(name);
  await pictures.whenRead();
  expect(source(name)).toBeUndefined();
});
