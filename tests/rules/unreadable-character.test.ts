import { expect, test } from 'vitest';
import { unreadableCharacter } from '../../server/src/rules/unreadable-character.js';
import { finds, findingsOf } from '../support/finds.js';
import { mends } from '../support/mends.js';

test.each(['\u0000', '\u0007', '\u001b', '\u007f', '\u0085', '\uFFFD', '\uFFFF', '\uD800'])('%j', (char) => {
  finds(unreadableCharacter, `patient\n  name: Ren<|${char}|> Doe`);
});

test('one finding a line, in head and prose, comments and first line', () => {
  finds(unreadableCharacter, 'case<|\u0001|>\u0001 a\u0001\n// <|\uFFFD|>\n---\nText.\r\n<|\u0000|>\u0000\r\nText.');
});

test.each(['case\n\tname: Renée Žižek 😀 \u00a0 “quoted” – ½', '\uFEFFcase\r\npatient: Jane Doe\r'])(
  'not in %j',
  (text) => {
    finds(unreadableCharacter, text);
  },
);

test('a file of nothing else is reported, but not line by line', () => {
  expect(findingsOf(unreadableCharacter, `case\n${'\u0000\n'.repeat(1000)}`).findings).toHaveLength(20);
});

test('a letter that is lost cannot be mended, what cannot be seen is taken out', () => {
  expect(findingsOf(unreadableCharacter, 'patient: Ren\uFFFD').findings[0]?.fixes).toEqual([]);
  mends(unreadableCharacter, 'patient: Ja\u0000\u0000n\u0001e', 'patient: Jane');
});
