import { PNG } from 'pngjs';
import { describe, expect, test } from 'vitest';
import { type LetterheadLayout, usualPaper } from '../../../server/src/paper.js';
import type { Picture, PictureSource } from '../../../server/src/render/picture.js';
import { letterOf } from '../support/letter-of.js';
import { draw } from './support/drawn.js';

const text = `case
practice
  name: Mesa Pain Clinic
  letterhead: Mesa Pain Clinic
  logo: logo.png
provider
  name: Dana Whitfield
  signature: sign.png
---
[letterhead]
[signature]`;

/** A picture of one color. */
function png(width: number, height: number, options: ConstructorParameters<typeof PNG>[0] = {}, alpha = 255): Buffer {
  const picture = new PNG({ width, height, ...options });
  for (let at = 0; at < picture.data.length; at += 4) picture.data.set([20, 60, 120, alpha], at);
  return PNG.sync.write(picture, options);
}

function source(bytes: Buffer, type: Picture['type'] = 'image/png'): PictureSource {
  return () => ({ type, data: bytes.toString('base64') });
}

/** How often pictures are drawn, and how wide and high, in points. */
async function pictures(picture: PictureSource | undefined) {
  const { file, elements } = await draw(letterOf(text), { picture });
  const figures = elements.filter(({ type }) => type === 'Figure').length;
  const objects =
    Buffer.from(file.bytes)
      .toString('latin1')
      .match(/\/Subtype \/Image/g)?.length ?? 0;
  return { figures, objects };
}

describe('logo and signature', () => {
  test.each([
    ['color', png(40, 20)],
    ['color with transparency', png(40, 20, {}, 100)],
    ['gray', png(40, 20, { colorType: 0 })],
    ['gray with transparency', png(40, 20, { colorType: 4 }, 100)],
    ['sixteen bits', png(40, 20, { bitDepth: 16 })],
  ])('%s', async (_, bytes) => {
    const { figures, objects } = await pictures(source(bytes));
    expect(figures).toBe(2);
    expect(objects).toBeGreaterThanOrEqual(1);
  });

  test('none', async () => expect(await pictures(undefined)).toEqual({ figures: 0, objects: 0 }));
});

describe('the letterhead', () => {
  const head = letterOf(
    'case\npractice\n  name: Mesa\n  phone: 505-555-0140\n  logo: logo.png\n---\n[letterhead]\n\nHello',
  );

  /** Where the name, the phone and the first line of the letter begin. */
  async function places(letterhead: LetterheadLayout, picture?: PictureSource) {
    const { lines } = await draw(head, { paper: { ...usualPaper, letterhead }, ...(picture && { picture }) });
    return lines.map(({ text, x, y }) => ({ text, x, y }));
  }

  const wide = source(png(80, 80)); // 60 points

  test.each([
    ['left', 72],
    ['logo-left', 72 + 60 + 14],
    ['logo-right', 72],
  ] as const)('%s: the lines begin at %d points', async (letterhead, left) => {
    const [name, phone] = await places(letterhead, wide);
    expect([name?.x, phone?.x]).toEqual([left, left]);
  });

  test('a logo above pushes the lines down, one beside them does not', async () => {
    const [without] = await places('left');
    const [above] = await places('left', wide);
    const [beside] = await places('logo-left', wide);
    expect((above?.y ?? 0) - (without?.y ?? 0)).toBeGreaterThan(60);
    expect(beside?.y).toBe(without?.y);
  });

  test('the letter begins beneath a logo that is higher than the lines', async () => {
    const letter = (await places('logo-right', wide)).find(({ text }) => text === 'Hello');
    expect(letter?.y).toBeGreaterThan(72 + 60);
  });
});

describe('a file that only looks like a picture prints as if there were none', () => {
  const whole = png(40, 20, {}, 100);
  test.each([
    ['its first bytes only', whole.subarray(0, 12)],
    ['cut off in the header', whole.subarray(0, 30)],
    ['no size', png(40, 20).fill(0, 16, 24)],
    ['words', Buffer.concat([whole.subarray(0, 8), Buffer.from('this is no picture at all, but text'.repeat(20))])],
    ['cut off in its data', whole.subarray(0, whole.length - 40)],
    ['data that cannot be unpacked', Buffer.from(whole).fill(7, 45, 60)],
  ])('%s', async (_, bytes) => expect(await pictures(source(bytes))).toEqual({ figures: 0, objects: 0 }));

  test('a JPEG without its frame', async () =>
    expect(await pictures(source(Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 4, 1, 1]), 'image/jpeg'))).toEqual({
      figures: 0,
      objects: 0,
    }));
});
