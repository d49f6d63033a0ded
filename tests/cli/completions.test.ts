import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { commands } from '../../server/src/cli/help.js';
import { shellScripts } from '../../server/src/cli/shell-scripts.js';
import { allRules } from '../../server/src/rules/all-rules.js';
import { folderWith, lmn } from './folder.js';

test.each(Object.keys(shellScripts))('%s: every command, every option, every choice and every rule', async (shell) => {
  const { code, stdout, stderr } = await lmn('/', 'completions', shell);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  for (const [name, { options }] of Object.entries(commands)) {
    const words = options.flatMap((option) => [option.name, ...(option.choices ?? [])]);
    for (const word of [name, ...words]) expect(stdout).toMatch(new RegExp(`(?<![\\w-])(?:--)?${word}(?![\\w-])`));
  }
  for (const { id } of allRules) expect(stdout).toContain(id);
  // No word of a shell's own can come in: names are plain.
  for (const { id } of allRules) expect(id).toMatch(/^[a-z0-9-]+$/);
});

test.each([
  [[], 'Say for which shell: lmn completions bash, zsh, fish, or powershell'],
  [['csh'], 'csh is no shell that is known here: bash, zsh, fish, or powershell.'],
])('%j', async (words, line) =>
  expect(await lmn('/', 'completions', ...words)).toEqual({ code: 2, stdout: '', stderr: `lmn: ${line}\n` }),
);

test.skipIf(process.platform === 'win32')('bash completes with it', async () => {
  const { stdout: script } = await lmn('/', 'completions', 'bash');
  const cwd = folderWith({ 'a case.lmn': '' });
  const lines = [
    'li',
    'lint --fo',
    'lint --format sar',
    'lint --rule np',
    'new --for appeal-2',
    'explain np',
    'render a',
    'completions f',
  ];
  const asked = lines.map((line) => {
    const words = `lmn ${line}`.split(' ');
    return `COMP_WORDS=(${words.join(' ')}); COMP_CWORD=${String(words.length - 1)}; _lmn; echo "\${COMPREPLY[*]}"`;
  });
  const said = execFileSync('bash', ['-c', [script, ...asked].join('\n')], { cwd, encoding: 'utf8' }).split('\n');
  expect(said.slice(0, lines.length)).toEqual([
    'lint',
    '--format',
    'sarif',
    'npi',
    'appeal-2',
    'npi',
    'a case.lmn',
    'fish',
  ]);
});
