import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { legalFileName } from '../../server/src/export/legal-file-name.js';

describe('stays near the text', () => {
  test.each([
    ['visit 2026-11-21', 'visit 2026-11-21'],
    ['12/34\\56', '12-34-56'],
    ['a: "b" <c> | d? e*', 'a- -b- -c- - d- e-'],
    ['  a \t b\nc  ', 'a b c'],
    ['name...', 'name'],
    ['name. . ', 'name'],
    ['.hidden', 'hidden'],
    ['../../etc/passwd', 'etc-passwd'],
    ['--force', 'force'],
    ['~root', 'root'],
    ['Nguyễn Thị Đào', 'Nguyễn Thị Đào'],
    ['Zoe\u0308', 'Zoë'],
    ['a\u202egnp.b', 'agnp.b'],
    ['a\u200bb\ud800', 'ab'],
    ['CON', '_CON'],
    ['nul.2026', '_nul.2026'],
    ['com1', '_com1'],
    ['LPT¹', '_LPT¹'],
    ['CONIN$', '_CONIN$'],
    ['aux .x', '_aux .x'],
    ['console', 'console'],
    ['COM12', 'COM12'],
    ['', 'letter'],
    ['...', 'letter'],
    ['\u0000', 'letter'],
  ])('%j', (text, expected) => expect(legalFileName(text)).toBe(expected));
});

test('ends with a whole character, within 120 units and 200 bytes', () => {
  expect(legalFileName('a'.repeat(500))).toHaveLength(119);
  expect(legalFileName('😀'.repeat(200))).toBe('😀'.repeat(49));
  expect(legalFileName(`${'a'.repeat(118)}. b`)).toBe('a'.repeat(118));
});

/** The first character of each length in UTF-8 that a name may hold, and the last one before it. */
test.each([
  ['z', 119],
  ['\u00a1', 99],
  ['\u07ea', 99],
  ['\u0800', 66],
  ['\uac00', 66],
  ['\uff21', 66],
  ['\u{10000}', 49],
])('%j fits %i times', (char, times) => expect(legalFileName(char.repeat(300))).toBe(char.repeat(times)));

/** As Windows, macOS and Linux ask: https://learn.microsoft.com/windows/win32/fileio/naming-a-file */
function isLegal(name: string): boolean {
  const base = name.split('.')[0]?.trimEnd().toUpperCase() ?? '';
  const isDevice = /^(?:CON|PRN|AUX|NUL|CONIN\$|CONOUT\$|CLOCK\$|COM[0-9¹²³]|LPT[0-9¹²³])$/.test(base);
  return (
    name !== '' &&
    !isDevice &&
    !/[<>:"/\\|?*]/.test(name) &&
    !/\p{Cc}/u.test(name) &&
    !/[. ]$|^\.|^-/.test(name) &&
    !/\p{Cs}/u.test(name) &&
    Buffer.byteLength(`.${name}.docx`) <= 255 &&
    name.length <= 120
  );
}

test('any text becomes a legal name, which stays as it is', () => {
  const words = fc.constantFrom(
    'con',
    'NUL',
    'com1',
    '.',
    ' ',
    '-',
    '/',
    '..',
    '\u202e',
    '😀',
    'é',
    'a',
    '¹',
    '~',
    '$',
  );
  const texts = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc.array(words, { maxLength: 12 }).map((parts) => parts.join('')),
  );
  fc.assert(
    fc.property(texts, (text) => {
      const name = legalFileName(text);
      expect(isLegal(name)).toBe(true);
      expect(legalFileName(name)).toBe(name);
    }),
    { numRuns: 500 },
  );
});
