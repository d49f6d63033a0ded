import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readArguments } from '../../server/src/cli/arguments.js';
import { commands } from '../../server/src/cli/help.js';
import { ciFiles, hookText } from '../../server/src/cli/init-files.js';
import { clean, folderWith, lmn } from './folder.js';

test('begins what a folder needs, and changes nothing that is there', async () => {
  const cwd = folderWith({ 'a.lmn': clean, '.lmnignore': 'old/\n' });
  expect(await lmn(cwd, 'init', '--ci', 'github')).toEqual({
    code: 0,
    stdout:
      'lmn.config.json: new.\n.lmnignore: is there already, and stays as it is.\n.github/workflows/letters.yml: new.\n',
    stderr: '',
  });
  expect(readFileSync(join(cwd, '.lmnignore'), 'utf8')).toBe('old/\n');
  expect((await lmn(cwd, 'lint', '.')).code).toBe(0);
  expect((await lmn(cwd, 'init', '--ci', 'github')).stdout).not.toContain('new');
  expect((await lmn(cwd, 'init', '--ci', 'gitlab')).stdout).toContain('.gitlab-ci.yml: new.\n');
});

test.each([...Object.values(ciFiles), { path: 'a hook', text: hookText }])('$path runs what there is', ({ text }) => {
  const runs = [...text.matchAll(/npx --no lmn (\S+) (.*)$/gm)];
  expect(runs).toHaveLength(1);
  for (const [, command = '', words = ''] of runs)
    expect(readArguments(words.split(' '), commands[command]!.options).operands).toEqual(['.']);
});

test.skipIf(process.platform === 'win32')(
  'the hook checks what is committed, and stops it where something is wrong',
  async () => {
    const cwd = folderWith({ 'sub/a.lmn': clean });
    const git = (...words: string[]) => {
      const named = ['-c', 'user.name=Test', '-c', 'user.email=test@example.org', ...words];
      execFileSync('git', named, {
        cwd,
        stdio: 'pipe',
        env: { ...process.env, PATH: `${join(cwd, 'bin')}:${process.env.PATH ?? ''}` },
      });
    };
    git('init', '-q');
    expect((await lmn(join(cwd, 'sub'), 'init', '--hook')).stdout).toContain('../.git/hooks/pre-commit: new.\n');
    expect(statSync(join(cwd, '.git/hooks/pre-commit')).mode & 0o111).toBe(0o111);
    // What stands for npx writes down how it was called, and says what lmn would.
    mkdirSync(join(cwd, 'bin'));
    const says = (code: number) => {
      writeFileSync(join(cwd, 'bin/npx'), `#!/bin/sh\necho "$@" > called\nexit ${String(code)}\n`);
      chmodSync(join(cwd, 'bin/npx'), 0o755);
    };
    git('add', 'sub');
    says(1);
    expect(() => {
      git('commit', '-q', '-m', 'x');
    }).toThrow();
    says(0);
    git('commit', '-q', '-m', 'x');
    expect(readFileSync(join(cwd, 'called'), 'utf8')).toBe('--no lmn lint --changed --quiet .\n');
  },
);

test.each([
  [['a', 'b'], 'One folder at a time: b is one too many.'],
  [['gone'], 'gone is no folder. Make it first.'],
  [['--ci', 'jenkins'], '--ci can be github or gitlab, not jenkins.'],
])('%j', async (words, line) =>
  expect(await lmn(folderWith(), 'init', ...words)).toEqual({ code: 2, stdout: '', stderr: `lmn: ${line}\n` }),
);

test('a hook is begun in a repository only', async () =>
  expect((await lmn(folderWith(), 'init', '--hook')).stderr).toContain(
    'is in no git repository: a hook is one of git',
  ));
