import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { runEditor, type Seen } from './editor-run.js';

let seen: Seen;

beforeAll(() => {
  const script = join(import.meta.dirname, 'emacs.el');
  seen = runEditor('emacs', 'elisp', ({ letter, settings }) => ['-Q', '--batch', '-l', script, settings, letter]);
});

test('Emacs shows what is wrong', () => {
  expect(seen.problems).toContainEqual(expect.stringContaining('Did you mean "diagnosis"?'));
});

test('Emacs proposes the choices of a field', () => {
  expect(seen.proposals).toContain('not tolerated');
});

test('Emacs takes a problem away when the text is mended', () => {
  expect(seen.problemsAfterEdit).not.toContainEqual(expect.stringContaining('Did you mean "diagnosis"?'));
  expect(seen.problemsAfterEdit).not.toEqual([]);
});
