import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fileNameParts, fileNameProblem, usualFileName } from '../../server/src/configuration/file-name-pattern.js';

test('parts in their order', () =>
  expect(fileNameParts('Letter [ date ] of [patient name]')).toEqual([
    { kind: 'text', text: 'Letter ' },
    { kind: 'name', name: 'date' },
    { kind: 'text', text: ' of ' },
    { kind: 'name', name: 'patient name' },
  ]));

test.each([usualFileName, 'letter', '[case]', 'Brief – [date], [patient name]', 'v1.2 [date]'])(
  '%s is one',
  (pattern) => expect(fileNameProblem(pattern)).toBeUndefined(),
);

describe('says what is wrong', () => {
  test.each([
    ['', /empty/],
    ['   ', /empty/],
    ['[date', /no partner/],
    ['date]', /no partner/],
    ['[[date]]', /no partner/],
    ['[] x', /bracket is empty/],
    ['[ ]', /bracket is empty/],
    ['{[date]}', /braces/],
    ['letters/[date]', /no \/ or/],
    ['letters\\[date]', /no \/ or/],
    ['[date]: x', /Windows/],
    ['[date]?', /Windows/],
    ['[date]\n', /Windows/],
    ['[date].pdf', /ending/],
    ['[date].DOCX ', /ending/],
    ['x'.repeat(301), /longer than 300/],
  ])('%j', (pattern, problem) => expect(fileNameProblem(pattern)).toMatch(problem));
});

test('whatever the pattern: a sentence or nothing, and the parts are the whole of it', () =>
  fc.assert(
    fc.property(fc.string(), (pattern) => {
      const problem = fileNameProblem(pattern);
      expect(problem === undefined || /^[A-Z].*\.$/.test(problem)).toBe(true);
      const again = fileNameParts(pattern).map((part) => (part.kind === 'text' ? part.text : `[${part.name}]`));
      expect(again.join('').replace(/\s/g, '')).toBe(pattern.replace(/\s/g, ''));
    }),
  ));
