import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { commands } from '../../server/src/cli/help.js';
import { folderWith } from '../cli/folder.js';

const read = (name: string) => readFileSync(fileURLToPath(new URL(`../../${name}`, import.meta.url)), 'utf8');

test('hooks of pre-commit run commands that there are', () => {
  const entries = [...read('.pre-commit-hooks.yaml').matchAll(/^ {2}entry: lmn (\S+)$/gm)].map(
    ([, command]) => command,
  );
  expect(entries).toEqual(['lint', 'format']);
  for (const entry of entries) expect(commands).toHaveProperty(entry ?? '');
});

test.skipIf(process.platform === 'win32')(
  'the action runs lmn with options that there are, and nothing of its inputs',
  () => {
    const action = read('action.yml');
    const script = /^ {6}run: \|\n((?: {8}.*\n)+)/m.exec(action)?.[1]?.replace(/^ {8}/gm, '') ?? '';
    // An input that stood in the script would be run.
    expect(script).not.toContain('${{');
    const cwd = folderWith({ 'a.lmn': '', output: '' });
    const env = {
      ...process.env,
      RUNNER_TEMP: cwd,
      GITHUB_OUTPUT: join(cwd, 'output'),
      LMN_COMMAND: 'printf %s\\n',
      LMN_PATHS: 'cases *.lmn;exit',
      LMN_SINCE: '$(exit 7)',
      LMN_MAX_WARNINGS: '0',
    };
    const said = execFileSync('bash', ['-e', '-c', script], { cwd, env, encoding: 'utf8' }).trimEnd().split('\n');
    expect(said).toEqual([
      ...['lint', '--changed', '--since', '$(exit 7)', '--max-warnings', '0'],
      ...[
        '--format',
        'sarif',
        '--output-file',
        join(cwd, 'lmn.sarif'),
        '--format',
        'github',
        '--',
        'cases',
        '*.lmn;exit',
      ],
    ]);
    const known = commands['lint']?.options.map(({ name }) => `--${name}`);
    for (const option of said.filter((word) => /^--\w/.test(word))) expect(known).toContain(option);
    expect(readFileSync(join(cwd, 'output'), 'utf8')).toBe(`sarif=${join(cwd, 'lmn.sarif')}\n`);
  },
);
