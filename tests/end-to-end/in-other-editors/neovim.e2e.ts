import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { runEditor, type Seen } from './editor-run.js';

let seen: Seen;

beforeAll(() => {
  const script = join(import.meta.dirname, 'neovim.lua');
  seen = runEditor('nvim', 'lua', ({ letter, settings }) => [
    '--headless',
    '--clean',
    '--cmd',
    `let $LMN_SETTINGS = '${settings}'`,
    '-u',
    script,
    letter,
  ]);
});

test('Neovim shows what is wrong', () => {
  expect(seen.problems).toContainEqual(expect.stringContaining('Did you mean "diagnosis"?'));
});

test('Neovim proposes the choices of a field', () => {
  expect(seen.proposals).toContain('not tolerated');
});

test('Neovim takes a problem away when the text is mended', () => {
  expect(seen.problemsAfterEdit).not.toContainEqual(expect.stringContaining('Did you mean "diagnosis"?'));
  expect(seen.problemsAfterEdit).not.toEqual([]);
});
