import fc from 'fast-check';
import { expect, test } from 'vitest';
import { imagePath } from '../../server/src/knowledge/image-path.js';

test.each(['logo.png', 'images/letterhead.png', 'images/our clinic/Logo 2.JPG', 'a.b/c.jpeg', 'signatures/müller.png'])(
  'takes %j',
  (path) => expect(imagePath.check(path)).toBeUndefined(),
);

test.each([
  '',
  '/logo.png',
  '//server/share/logo.png',
  '\\\\server\\share\\logo.png',
  'C:\\logo.png',
  'c:/logo.png',
  'https://example.org/logo.png',
  'file:logo.png',
  'data:image/png;base64,AAAA.png',
  '~/logo.png',
  '../logo.png',
  'images/../../logo.png',
  'images/.. /logo.png',
  'images/.../logo.png',
  'images//logo.png',
  'images/./logo.png',
  'images/%2e%2e/logo.png',
  'logo.png\u0000.png',
  'logo.png?x=.png',
  'logo.svg',
  'logo.gif',
  'logo',
  'images/',
  '.png/',
])('refuses %j', (path) => {
  expect(imagePath.check(path)).toMatchObject({ kind: 'shape' });
  expect(imagePath.check(path)?.fix).toBeUndefined();
});

test.each([
  ['images\\logo.png', 'images/logo.png'],
  ['.\\images\\logo.png', 'images/logo.png'],
  ['./logo.png', 'logo.png'],
])('%j is put right as %j', (path, fix) => expect(imagePath.check(path)?.fix).toBe(fix));

test('no path that is taken can leave the workspace', () =>
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('..', '.', '/', '\\', 'a', ' ', ':', '%2e', '~', 'C'), { maxLength: 12 }),
      (parts) => {
        const path = `${parts.join('')}.png`;
        if (imagePath.check(path)) return;
        expect(path).not.toMatch(/^[/~]|[:\\%]|(?:^|\/)\s*\.\.\s*(?:\/|$)/);
      },
    ),
  ));
