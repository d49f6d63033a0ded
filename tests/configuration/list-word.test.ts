import fc from 'fast-check';
import { expect, test } from 'vitest';
import { configurationWith, listWord } from '../../server/src/configuration/list-word.js';

function listed(text: string, word = 'Qorvath'): string | undefined {
  const change = listWord(text, 'spelling', 'words', word);
  return change && text.slice(0, change.start) + change.text + text.slice(change.end);
}

test.each([
  ['{}', '{ "rules": { "spelling": { "words": ["Qorvath"] } } }'],
  ['{"root": true}', '{ "rules": { "spelling": { "words": ["Qorvath"] } },"root": true}'],
  ['{\n  "root": true\n}\n', '{\n  "rules": { "spelling": { "words": ["Qorvath"] } },\n  "root": true\n}\n'],
  ['{ "rules": {} }', '{ "rules": { "spelling": { "words": ["Qorvath"] } } }'],
  [
    '{\n  "rules": {\n    "npi": "off"\n  }\n}',
    '{\n  "rules": {\n    "spelling": { "words": ["Qorvath"] },\n    "npi": "off"\n  }\n}',
  ],
  [
    '{ "rules": { "spelling": "warning" } }',
    '{ "rules": { "spelling": { "severity": "warning", "words": ["Qorvath"] } } }',
  ],
  [
    '{ "rules": { "spelling": { "severity": "info" } } }',
    '{ "rules": { "spelling": { "words": ["Qorvath"], "severity": "info" } } }',
  ],
  ['{ "rules": { "spelling": { "words": [] } } }', '{ "rules": { "spelling": { "words": ["Qorvath"] } } }'],
  ['{ "rules": { "spelling": { "words": ["a"] } } }', '{ "rules": { "spelling": { "words": ["Qorvath", "a"] } } }'],
])('%s', (before, after) => {
  expect(listed(before)).toBe(after);
});

test.each([
  '',
  '[]',
  '{',
  '{ "rules": 1 }',
  '{ "rules": { "spelling": 1 } }',
  '{ "rules": { "spelling": { "words": 1 } } }',
])('nothing is put into %j', (text) => {
  expect(listed(text)).toBeUndefined();
});

test('what is put in is JSON that has the word, whatever stood there', () => {
  const json = fc
    .jsonValue()
    .map((value) => ({ value, text: JSON.stringify({ rules: { spelling: value }, x: value }) }));
  fc.assert(
    fc.property(json, fc.string({ unit: 'binary' }), ({ text }, word) => {
      const after = listed(text, word);
      if (after === undefined) return;
      const read = JSON.parse(after) as { rules: { spelling: { words: unknown } }; x: unknown };
      expect(read.rules.spelling.words).toContain(word);
      expect(read.x).toEqual((JSON.parse(text) as { x: unknown }).x);
    }),
  );
  expect(JSON.parse(configurationWith('spelling', 'words', 'a"b'))).toEqual({
    rules: { spelling: { words: ['a"b'] } },
  });
});
