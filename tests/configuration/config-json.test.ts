import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type JsonValue, readJson } from '../../server/src/configuration/config-json.js';

/** The value as `JSON.parse` gives it. */
function plain(value: JsonValue): unknown {
  switch (value.kind) {
    case 'object':
      return Object.fromEntries(value.members.map((member) => [member.name, plain(member.value)]));
    case 'array':
      return value.items.map(plain);
    case 'string':
    case 'boolean':
    case 'number':
      return value.value;
    case 'other':
      return null;
  }
}

const jsonTexts = fc.oneof(fc.json({ maxDepth: 4, noUnicodeString: false }), fc.string());

/** What a text is to `JSON.parse`, names given twice aside. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return 'not JSON';
  }
}

test('reads what JSON.parse reads, and refuses what it refuses', () =>
  fc.assert(
    fc.property(jsonTexts, (text) => {
      const { value, problem } = readJson(text);
      if (problem?.message.includes('second time')) return;
      expect(value ? plain(value) : 'not JSON').toEqual(parsed(text));
      expect(problem === undefined).toBe(value !== undefined);
    }),
    { numRuns: 300 },
  ));

test('a problem is always at a place of the text, whatever the damage', () => {
  const sample = '{ "extends": ["./a.json"], "rules": { "npi": "off", "unused-field": "info" } }';
  fc.assert(
    fc.property(fc.nat(sample.length), fc.nat(5), fc.string({ maxLength: 3 }), (at, cut, put) => {
      const text = sample.slice(0, at) + put + sample.slice(at + cut);
      const { problem } = readJson(text);
      if (!problem) return;
      expect(problem.start).toBeGreaterThanOrEqual(0);
      expect(problem.start).toBeLessThanOrEqual(text.length);
    }),
  );
});

describe('says what is wrong, and where', () => {
  test.each([
    ['{ "a": "b", }', 10, /comma is one too many/],
    ['["a",]', 4, /comma is one too many/],
    ['{ "a": "b" "c": "d" }', 11, /comma is missing/],
    ['{ "a" "b" }', 6, /colon is missing/],
    ['{ a: "b" }', 2, /straight double quotes/],
    ["{ 'a': 1 }", 2, /straight double quotes/],
    ['{ "a": \'b\' }', 7, /straight double quotes/],
    ['{ “a”: 1 }', 2, /straight double quotes/],
    ['// no\n{}', 0, /no comments/],
    ['{ "a": 1 // no\n}', 9, /no comments/],
    ['{ "a": /* no */ 1 }', 7, /no comments/],
    ['{ "a": "b', 7, /quotation mark that ends this/],
    ['{ "a": "b\n" }', 7, /quotation mark that ends this/],
    ['{ "a": "\\x" }', 7, /After a \\/],
    ['{ "a": "b"', 10, /ends too early: a \} is missing/],
    ['["a"', 4, /ends too early: a \] is missing/],
    ['{ "a":', 6, /ends too early/],
    ['{} {}', 3, /Nothing may follow/],
    ['', 0, /file is empty/],
    [' \n', 2, /file is empty/],
    ['\uFEFF', 1, /file is empty/],
    ['{ "a": yes }', 7, /value belongs here/],
    ['{ "a": 01 }', 7, /value belongs here/],
    ['{ "a": 1, "a": 2 }', 10, /second time/],
    ['[[[[[[[[[[[[[[[[[[[[[[[[[[[[', 21, /nested too deeply/],
  ])('%j', (text, start, message) => {
    const { problem, value } = readJson(text);
    expect(value).toBeUndefined();
    expect(problem?.message).toMatch(message);
    expect(problem?.start).toBe(start);
  });
});

test('a hundred thousand brackets are no more than a problem', () =>
  expect(readJson('['.repeat(100_000)).problem?.start).toBe(21));

test('a very long string is read', () => {
  const long = 'x'.repeat(2_000_000);
  expect(readJson(`"${long}"`).value).toEqual({ kind: 'string', start: 0, value: long });
});
