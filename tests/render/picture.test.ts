import { describe, expect, test } from 'vitest';
import { renderHtml } from '../../server/src/render/html.js';
import { renderMarkdown } from '../../server/src/render/markdown.js';
import { type Picture, pictureAddress, type PictureSource } from '../../server/src/render/picture.js';
import { renderText } from '../../server/src/render/text.js';
import { letterOf } from './support/letter-of.js';
import { readHtml } from './support/read-html.js';

const png: Picture = {
  data: 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGNgYGBgAAAABQABpfZFQAAAAABJRU5ErkJggg==',
  type: 'image/png',
};
const jpeg: Picture = { data: '/9j/4AAQSkZJRgABAQEAYABgAAD/2wBDAP==', type: 'image/jpeg' };

const letter = letterOf(`case
practice
  name: Mesa Pain Clinic
  letterhead: Mesa Pain Clinic
  logo: pictures/logo.png
provider
  name: Dana Whitfield
  credentials: MD
  signature: pictures/whitfield.jpg
---
[letterhead]

Sincerely,

[signature]
`);

function images(picture: PictureSource): Readonly<Record<string, string>>[] {
  return readHtml(renderHtml(letter, { picture }))
    .elements.filter((element) => element.tag === 'img')
    .map((element) => element.attributes);
}

test('logo and signature are part of the page', () => {
  const asked: string[] = [];
  const found = images((path) => {
    asked.push(path);
    return path.endsWith('.png') ? png : jpeg;
  });
  expect(asked).toEqual(['pictures/logo.png', 'pictures/whitfield.jpg']);
  expect(found).toEqual([
    { class: 'logo', alt: 'Logo', src: `data:image/png;base64,${png.data}` },
    { class: 'signature-picture', alt: 'Signature of Dana Whitfield, MD', src: `data:image/jpeg;base64,${jpeg.data}` },
  ]);
});

test('without pictures there is a line to sign on, and no path is printed', () => {
  const html = renderHtml(letter, { picture: () => undefined });
  expect(html).toBe(renderHtml(letter));
  expect(html).toContain('<div class="signature-line"');
  for (const text of [html, renderMarkdown(letter), renderText(letter)]) expect(text).not.toContain('pictures/');
});

describe('what is no picture brings nothing in', () => {
  test.each<[string, unknown]>([
    ['SVG', { data: png.data, type: 'image/svg+xml' }],
    ['HTML under a picture’s name', { data: 'PGh0bWw+', type: 'image/png' }],
    ['PNG that says it is JPEG', { data: png.data, type: 'image/jpeg' }],
    ['no base64', { data: `${png.data}" onload="alert(1)`, type: 'image/png' }],
    ['nothing', { data: '', type: 'image/png' }],
    ['a name of Object', { data: '', type: 'constructor' }],
  ])('%s', (_, picture) => expect(images(() => picture as Picture)).toEqual([]));

  test.each([
    '../logo.png',
    '/etc/logo.png',
    'C:\\logo.png',
    'https://example.org/logo.png',
    '\\\\server\\logo.png',
    'logo.svg',
    'a/%2e%2e/logo.png',
  ])('%s is not even asked for', (path) => {
    const asked: string[] = [];
    expect(pictureAddress(path, (one) => (asked.push(one), png))).toBeUndefined();
    expect(asked).toEqual([]);
  });
});
