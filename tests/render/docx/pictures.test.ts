import { describe, expect, test } from 'vitest';
import { pictureSize } from '../../../server/src/render/docx/picture-size.js';
import { usualPaper } from '../../../server/src/paper.js';
import type { Picture } from '../../../server/src/render/picture.js';
import { docxParts, paragraphsOf } from '../support/docx-parts.js';
import { letterOf } from '../support/letter-of.js';

/** The head of a PNG file: enough to know its size. */
function png(width: number, height: number): Uint8Array {
  const bytes = Buffer.alloc(33);
  Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex').copy(bytes);
  bytes.writeUInt32BE(width, 16);
  bytes.writeUInt32BE(height, 20);
  return bytes;
}

/** The head of a JPEG file: what a camera wrote, a table, and the frame. */
function jpeg(width: number, height: number): Uint8Array {
  const frame = Buffer.from('ffc2001108000000000301220002110103110100', 'hex');
  frame.writeUInt16BE(height, 5);
  frame.writeUInt16BE(width, 7);
  return Buffer.concat([Buffer.from('ffd8ffe1000845786966ff00ffc4000400d0ffff', 'hex'), frame]);
}

const picture = (bytes: Uint8Array, type: Picture['type'] = 'image/png'): Picture => ({
  data: Buffer.from(bytes).toString('base64'),
  type,
});

const letter = letterOf(`case
practice
  name: Mesa Pain Clinic
  letterhead: Mesa Pain Clinic
  logo: pictures/logo.png
provider
  name: Dana Whitfield
  credentials: MD
  signature: pictures/whitfield.png
---
[letterhead]

Sincerely,

[signature]
`);

test.each([
  ['logo-left', ['picture', 'words']],
  ['logo-right', ['words', 'picture']],
] as const)('letterhead: %s stands beside the lines, no wider than it is', async (letterhead, order) => {
  const options = { picture: () => picture(png(96, 48)), paper: { ...usualPaper, letterhead } };
  const { 'word/document.xml': xml = '' } = await docxParts(letter, options);
  const [head = ''] = /<w:tbl>.*?<\/w:tbl>/s.exec(xml) ?? [];
  const cells = [...head.matchAll(/<w:tc>.*?<\/w:tc>/gs)].map(([cell]) => cell);
  expect(cells.map((cell) => (cell.includes('<wp:extent') ? 'picture' : 'words'))).toEqual(order);
  const widths = cells.map((cell) => Number(/<w:tcW w:type="dxa" w:w="(\d+)"/.exec(cell)?.[1]));
  // An inch of picture and 14 points between it and the lines; together as wide as the text.
  expect(widths[order.indexOf('picture')]).toBe((72 + 14) * 20);
  expect(widths.reduce((sum, width) => sum + width, 0)).toBe(9360);
  expect(paragraphsOf(head).map(({ style, text }) => `${style}: ${text}`)).toContain('TitleBeside: Mesa Pain Clinic');
});

/** Width and height of each picture as it is printed, in inches. */
async function printed(one: Picture): Promise<[number, number][]> {
  const { 'word/document.xml': xml = '' } = await docxParts(letter, { picture: () => one });
  return [...xml.matchAll(/<wp:extent cx="(\d+)" cy="(\d+)"\/>/g)].map(([, x, y]) => [
    Math.round(Number(x) / 9144) / 100,
    Math.round(Number(y) / 9144) / 100,
  ]);
}

describe('the size of a picture', () => {
  test.each([
    ['PNG', png(640, 200), { width: 640, height: 200 }],
    ['JPEG', jpeg(640, 200), { width: 640, height: 200 }],
    ['PNG without width', png(0, 200), undefined],
    ['a cut PNG', png(640, 200).subarray(0, 20), undefined],
    ['a cut JPEG', jpeg(640, 200).subarray(0, 24), undefined],
    ['nothing', new Uint8Array(), undefined],
    ['text', new TextEncoder().encode('<html>and more of the page</html>'), undefined],
  ])('%s', (_, bytes, size) => expect(pictureSize(bytes)).toEqual(size));

  test('whatever is cut off, nothing is read beyond the end', () => {
    const whole = jpeg(640, 200);
    for (let length = 0; length < whole.length; length++) pictureSize(whole.subarray(0, length));
    expect(pictureSize(whole)).toBeDefined();
  });
});

describe('pictures keep their shape', () => {
  test.each<[string, Picture, [number, number][]]>([
    [
      'small ones as they are',
      picture(png(96, 48)),
      [
        [1, 0.5],
        [1, 0.5],
      ],
    ],
    [
      'wide ones as wide as there is room',
      picture(png(2000, 100)),
      [
        [3, 0.15],
        [2.8, 0.14],
      ],
    ],
    [
      'high ones as high',
      picture(jpeg(400, 400), 'image/jpeg'),
      [
        [1, 1],
        [0.9, 0.9],
      ],
    ],
  ])('%s', async (_, one, sizes) => expect(await printed(one)).toEqual(sizes));
});

test('logo and signature are in the file, told to who does not see them, and no path is', async () => {
  const parts = await docxParts(letter, { picture: () => picture(png(96, 48)) });
  const xml = parts['word/document.xml'] ?? '';
  expect([...xml.matchAll(/<wp:docPr [^>]*descr="([^"]*)"/g)].map(([, alt]) => alt)).toEqual([
    'Logo',
    'Signature of Dana Whitfield, MD',
  ]);
  expect(paragraphsOf(xml).map(({ style }) => style)).toEqual([
    'LetterheadLogo',
    'Title',
    'Normal',
    'SignaturePicture',
    'Signature',
  ]);
  expect(Object.keys(parts).filter((name) => name.startsWith('word/media/'))).toEqual(['word/media/image1.png']);
  for (const part of Object.values(parts)) expect(part).not.toContain('pictures/');
});

describe('without a picture there is a line to sign on', () => {
  test.each<[string, unknown]>([
    ['none is found', undefined],
    ['a page under a picture’s name', { data: 'PGh0bWw+', type: 'image/png' }],
    ['a cut picture', picture(png(96, 48).subarray(0, 16))],
    ['no base64', { data: 'iVBORw0KGgo"', type: 'image/png' }],
    ['half of a byte', { data: 'iVBORw0KGgoAA', type: 'image/png' }],
  ])('%s', async (_, found) => {
    const parts = await docxParts(letter, { picture: () => found as Picture | undefined });
    const xml = parts['word/document.xml'] ?? '';
    expect(xml).not.toContain('<w:drawing>');
    expect(paragraphsOf(xml).map(({ style }) => style)).toContain('SignatureLine');
  });
});
