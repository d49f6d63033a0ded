import { expect, test } from 'vitest';
import { addresses } from '../../server/src/editor/workspace/editor-files.js';
import { LetterPictures } from '../../server/src/editor/pictures.js';
import { type Broken, TextsOnDisk } from '../support/texts-on-disk.js';

const folder = 'file:///workspace';

/** A disk with these files; counts what is read from it. */
function diskOf(files: Readonly<Record<string, Uint8Array | Broken>>): TextsOnDisk {
  return new TextsOnDisk({ [`${folder}/a.lmn`]: '', ...files });
}

const inFolder = () => folder;

const bytes = Uint8Array.from({ length: 40_000 }, (_, index) => index % 256);

test('a picture is read once, from the folder of the workspace', async () => {
  const disk = diskOf({ 'file:///workspace/pictures/logo.png': bytes });
  const pictures = new LetterPictures(disk, inFolder);
  const source = pictures.sourceFor(`${folder}/cases/a.lmn`);
  expect(source('pictures/logo.png')).toBeUndefined();
  expect(await pictures.whenRead()).toBe(true);
  expect(source('pictures/logo.png')).toEqual({ type: 'image/png', data: Buffer.from(bytes).toString('base64') });
  expect(await pictures.whenRead()).toBe(false);
  expect(disk.reads).toEqual(['file:///workspace/pictures/logo.png']);
});

test('a picture that is to be read again stays as it was until it has been', async () => {
  const disk = diskOf({ 'file:///workspace/logo.png': bytes });
  const pictures = new LetterPictures(disk, inFolder);
  const source = pictures.sourceFor(`${folder}/a.lmn`);
  source('logo.png');
  await pictures.whenRead();
  const before = source('logo.png');
  disk.files.set('file:///workspace/logo.png', bytes.slice(0, 10));
  pictures.readAgain();
  expect(source('logo.png')).toBe(before);
  expect(await pictures.whenRead()).toBe(true);
  expect(source('logo.png')?.data).toBe(Buffer.from(bytes.slice(0, 10)).toString('base64'));
  expect(disk.reads).toHaveLength(2);
});

test('the path counts from the root of the letter', async () => {
  const disk = diskOf({ 'file:///elsewhere/logo.jpg': bytes });
  const pictures = new LetterPictures(disk, () => 'file:///elsewhere');
  const source = pictures.sourceFor('file:///elsewhere/cases/a.lmn');
  source('logo.jpg');
  await pictures.whenRead();
  expect(source('logo.jpg')?.type).toBe('image/jpeg');
});

test.each(['../outside.png', '/etc/logo.png', '..%2foutside.png', 'a/../../outside.png'])(
  '%s is not even asked for where it leads out of the workspace',
  async (path) => {
    const disk = diskOf({ 'file:///outside.png': bytes, 'file:///etc/logo.png': bytes });
    const pictures = new LetterPictures(disk, inFolder);
    pictures.sourceFor(`${folder}/a.lmn`)(path);
    await pictures.whenRead();
    expect(disk.reads.filter((one) => !one.startsWith(`${folder}/`))).toEqual([]);
  },
);

test.each([
  ['of another type', 'a.svg', bytes],
  ['too large', 'a.png', new Uint8Array(6 * 1024 * 1024)],
  ['not readable', 'a.png', { code: 'EACCES' }],
])('one that is %s is left out', async (_, name, content) => {
  const disk = diskOf({ [`${folder}/${name}`]: content });
  const pictures = new LetterPictures(disk, inFolder);
  const source = pictures.sourceFor(`${folder}/a.lmn`);
  source(name);
  await pictures.whenRead();
  expect(source(name)).toBeUndefined();
});

test('one behind a link that leads out of the workspace is left out, and not read', async () => {
  const disk = diskOf({ [`${folder}/logo.png`]: bytes });
  disk.realPath = (path) => Promise.resolve(path.endsWith('/logo.png') ? 'file:///secret/scan.png' : path);
  const pictures = new LetterPictures(disk, inFolder);
  const source = pictures.sourceFor(`${folder}/a.lmn`);
  source('logo.png');
  await pictures.whenRead();
  expect(source('logo.png')).toBeUndefined();
  expect(disk.reads).toEqual([]);
});

test.each(['a#b.png', 'two words.png', 'ünï😀.png', 'plus+and&.png', 'semi;colon.png'])(
  'a picture called %s is found',
  async (name) => {
    const disk = diskOf({ [addresses.join(folder, name)]: bytes });
    const pictures = new LetterPictures(disk, inFolder);
    const source = pictures.sourceFor(`${folder}/a.lmn`);
    source(name);
    await pictures.whenRead();
    expect(source(name)?.type).toBe('image/png');
  },
);
