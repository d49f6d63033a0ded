import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { commands } from '../../server/src/cli/help.js';
import { folderWith, lmn } from '../cli/folder.js';

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

describe('the plugin for MegaLinter in the guide', () => {
  const page = read('docs/command-line.md');
  const descriptor = /```yaml mega-linter\n([^`]*)```/.exec(page)?.[1] ?? '';
  const listOf = (key: string) =>
    (new RegExp(`^ +${key}: \\[(.*)\\]$`, 'm').exec(descriptor)?.[1] ?? '')
      .split(', ')
      .map((word) => word.replaceAll('"', ''));
  const valueOf = (key: string) => new RegExp(`^ +${key}: (.*)$`, 'm').exec(descriptor)?.[1] ?? '';

  test('calls lmn as it can be called, and finds how many errors there are', async () => {
    const cwd = folderWith({ 'a.lmn': 'case no-such\n', 'b.lmn': 'case no-such\n' });
    const [command = '', ...paths] = listOf('cli_lint_extra_args');
    const { code, stdout } = await lmn(cwd, command, ...paths);
    expect(code).toBe(1);
    const errors = new RegExp(valueOf('cli_lint_errors_regex').replaceAll('"', '')).exec(stdout)?.[1];
    const findings = JSON.parse((await lmn(cwd, command, ...paths, '--format', 'json')).stdout) as {
      readonly severity: string;
    }[];
    expect(Number(errors)).toBe(findings.filter(({ severity }) => severity === 'error').length);
    expect(Number(errors)).toBeGreaterThan(1);
  });

  test('gets SARIF where it looks for it', async () => {
    const cwd = folderWith({ 'a.lmn': 'case no-such\n' });
    const args = listOf('cli_sarif_args').map((word) => word.replace('{{SARIF_OUTPUT_FILE}}', 'out.sarif'));
    await lmn(cwd, ...listOf('cli_lint_extra_args'), ...args);
    expect(JSON.parse(readFileSync(join(cwd, 'out.sarif'), 'utf8'))).toMatchObject({ version: '2.1.0' });
  });

  test.each(['cli_lint_fix_arg_name', 'cli_version_arg_name', 'cli_help_arg_name'])('%s is an option', async (key) => {
    const option = valueOf(key);
    if (key === 'cli_lint_fix_arg_name') {
      const known = commands['lint']?.options.map(({ name }) => `--${name}`);
      expect(known).toContain(option);
    } else expect((await lmn(folderWith({}), option)).code).toBe(0);
  });
});
