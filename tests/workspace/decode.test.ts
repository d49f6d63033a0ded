import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeText } from '../../server/src/workspace/decode.js';

const utf16be = (text: string) => Buffer.from(text, 'utf16le').swap16();

test.each([
  ['UTF-8', Buffer.from('Zoë – 3 mg'), 'Zoë – 3 mg'],
  ['UTF-8 with its mark', Buffer.from('\uFEFFcase'), 'case'],
  ['UTF-16, as Notepad writes it', Buffer.from('\uFEFFcase é', 'utf16le'), 'case é'],
  ['UTF-16, the other way around', utf16be('\uFEFFcase é'), 'case é'],
  ['nothing', Buffer.alloc(0), ''],
  ['a mark and nothing else', Buffer.from('\uFEFF'), ''],
  ['bytes that are no UTF-8', Buffer.from([0x61, 0xff, 0x62, 0xc3]), 'a\uFFFDb\uFFFD'],
  ['UTF-16 cut in half', Buffer.from([0xff, 0xfe, 0x61, 0, 0x62]), 'a\uFFFD'],
  ['UTF-16 cut in half, the other way around', Buffer.from([0xfe, 0xff, 0, 0x61, 0]), 'a\uFFFD'],
  ['half a character in UTF-16', Buffer.from([0xff, 0xfe, 0x00, 0xd8, 0x61, 0]), '\uFFFDa'],
])('%s', (_, bytes, text) => expect(decodeText(bytes)).toBe(text));

test('any text comes back, with and without a mark', () =>
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      fc.pre(!text.startsWith('\uFEFF'));
      expect(decodeText(Buffer.from(text))).toBe(text);
      expect(decodeText(Buffer.from(`\uFEFF${text}`))).toBe(text);
      expect(decodeText(Buffer.from(`\uFEFF${text}`, 'utf16le'))).toBe(text);
      expect(decodeText(utf16be(`\uFEFF${text}`))).toBe(text);
    }),
  ));

test('of any bytes no plain letter is lost', () =>
  fc.assert(
    fc.property(fc.uint8Array(), (bytes) => {
      fc.pre(!(bytes[0] === 0xff && bytes[1] === 0xfe) && !(bytes[0] === 0xfe && bytes[1] === 0xff));
      const plain = Buffer.from(bytes.filter((byte) => byte < 0x80)).toString('latin1');
      expect(decodeText(Buffer.from(bytes)).replace(/[^\0-\x7f]/g, '')).toBe(plain);
    }),
  ));

test.each([
  [[0xff, 0x41, 0x42], '\ufffdAB'],
  [[0xfe, 0x41, 0x42], '\ufffdAB'],
  [[0xff], '\ufffd'],
  [[], ''],
])('half a mark is none: %j', (bytes, text) => expect(decodeText(Uint8Array.from(bytes))).toBe(text));
