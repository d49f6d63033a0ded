import { expect, test } from 'vitest';
import { noteInValue } from '../../server/src/rules/note-in-value.js';
import { finds, findingsOf, fixed } from '../support/finds.js';

test.each([
  'patient: Ann Lee <|// mother says Annie|>',
  'patient\n  name: Ann Lee\t<|//ask|>',
  'patient\n  address: 1 Main St <|// old?|>\n    Albuquerque, NM 87110',
  'subject: Appeal <|// or request?|>',
])('%j', (head) => {
  finds(noteInValue, `case\n${head}\n---\n`);
});

test.each([
  'practice\n  website: https://example.org',
  'subject: either//or',
  'subject: see https://example.org//x',
  '// a note\npatient\n  // another\n  name: Ann Lee',
  'patient\n  address: 1 Main St\n    // hidden\n    Albuquerque',
  'subject: [write // here]',
  'subject: lines ///',
])('not in %j', (head) => {
  finds(noteInValue, `case\n${head}\n---\n`);
});

test.each([
  ['patient: Ann Lee // ask', '// ask\npatient: Ann Lee'],
  ['patient\n  name: Ann Lee   // ask', 'patient\n  // ask\n  name: Ann Lee'],
  ['patient\r\n  name: Ann Lee // ask', 'patient\r\n  // ask\r\n  name: Ann Lee'],
])('the note of %j goes above', (head, put) => {
  const text = `case\n${head}\n---\n`;
  const [finding] = findingsOf(noteInValue, text).findings;
  expect(finding && fixed(text, finding)).toBe(`case\n${put}\n---\n`);
});
