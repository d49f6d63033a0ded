import { join, resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { run } from '../../server/src/cli/run.js';
import { diskNow } from '../../server/src/disk/disk-now.js';
import { isInside } from '../../server/src/workspace/file-port.js';
import { clean, folderWith, lmn, wrong } from './folder.js';

test('the version', async () => {
  for (const word of ['--version', '-v'])
    expect(await lmn('/', word)).toEqual({ code: 0, stdout: '1.2.3\n', stderr: '' });
});

describe('help', () => {
  test.each([['--help'], ['-h'], ['help']])('%s names every command', async (word) => {
    const { code, stdout, stderr } = await lmn('/', word);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    for (const command of ['lmn lint', 'lmn render', 'lmn explain', '--version']) expect(stdout).toContain(command);
  });

  test.each([
    [
      ['lint', '--help'],
      ['--format', '--max-warnings', '--quiet', 'Exit code'],
    ],
    [
      ['render', 'x.lmn', '-h'],
      ['-o', '--template', '--to', '--final', 'Exit code'],
    ],
    [['help', 'explain'], ['RULE']],
  ])('%j says what it takes', async (argv, words) => {
    const { code, stdout } = await lmn('/', ...argv);
    expect(code).toBe(0);
    for (const word of words) expect(stdout).toContain(word);
  });

  test('without a command it goes to stderr, for nothing was run', async () => {
    const { code, stdout, stderr } = await lmn('/');
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('lmn lint');
  });

  test.each([
    [['--help']],
    [['lint', '--help']],
    [['render', '--help']],
    [['explain', '--help']],
    [['server', '--help']],
  ])('%j fits a narrow terminal', async (argv) => {
    for (const line of (await lmn('/', ...argv)).stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
  });
});

describe('one line on stderr', () => {
  test.each([
    [['lnt', '.'], 'There is no command lnt. Did you mean lmn lint?'],
    [['check'], 'There is no command check. See lmn --help.'],
    [['--hlep'], 'There is no option --hlep. Did you mean lmn --help?'],
    [['help', 'rendr'], 'There is no command rendr. Did you mean lmn render?'],
    [['constructor'], 'There is no command constructor. See lmn --help.'],
    [[''], 'There is no command . See lmn --help.'],
  ])('%j', async (argv, line) =>
    expect(await lmn('/', ...argv)).toEqual({ code: 2, stdout: '', stderr: `lmn: ${line}\n` }),
  );
});

describe('the language server', () => {
  const start = (...words: string[]) => {
    let started = 0;
    const ignored = { write: () => undefined };
    const surroundings = { cwd: '/', stdout: ignored, stderr: ignored, startServer: () => (started += 1) };
    return run(['server', ...words], surroundings).then((code) => ({ code, started }));
  };

  test('is started', async () => {
    expect(await start('--stdio')).toEqual({ code: 0, started: 1 });
    expect(await start('--stdio', '--clientProcessId=1')).toEqual({ code: 0, started: 1 });
  });

  test.each([[[]], [['--socket=1234']], [['--pipe', 'x']], [['--node-ipc']], [['--stdio', 'x.lmn']]])(
    'is not started by %j',
    async (words) => expect(await start(...words)).toEqual({ code: 2, started: 0 }),
  );
});

test('whatever the words: no crash, and the exit code is 0, 1 or 2', async () => {
  const cwd = folderWith({ 'a.lmn': wrong, 'b.lmn': clean, 'sub/c.lmn': wrong, 'd.txt': 'x' });
  // Words that lead out of the folder would read and write there.
  const stays = (word: string) => isInside(diskNow, resolve(cwd, word.replace(/^--out=/, '')), cwd);
  const word = fc
    .oneof(
      fc.constantFrom(
        'lint',
        'render',
        'explain',
        'help',
        '--help',
        '--version',
        '--format',
        'json',
        '--quiet',
        '--max-warnings',
        '1',
        '--',
      ),
      fc.constantFrom(
        'a.lmn',
        'b.lmn',
        'sub',
        '.',
        'd.txt',
        '-o',
        'out.html',
        '--to',
        'md',
        '--final',
        '--template',
        'npi',
        '--out=x.txt',
      ),
      fc.string(),
    )
    .filter(stays);
  const command = fc.constantFrom('lint', 'render', 'explain');
  await fc.assert(
    fc.asyncProperty(fc.oneof(fc.array(word), fc.tuple(command, word, word, word)), async (argv) => {
      const { code, stderr } = await lmn(cwd, ...argv);
      expect([0, 1, 2]).toContain(code);
      expect(stderr).not.toContain('mistake of the program');
      if (code === 2 && argv.length > 0) expect(stderr).not.toBe('');
    }),
    { numRuns: 100 },
  );
  expect(await lmn(cwd, 'lint', join(cwd, 'b.lmn'))).toMatchObject({ code: 0 });
}, 60_000);
