import { chmodSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { lintCommand } from '../../server/src/cli/lint-command.js';
import type { Rule } from '../../server/src/lint/rule.js';
import { clean, folderWith, lintJson, lmn, lmnWith, warned, wrong } from './folder.js';

describe('exit codes', () => {
  test('0: nothing found', async () =>
    expect(await lmn(folderWith({ 'a.lmn': clean }), 'lint', '.')).toEqual({
      code: 0,
      stdout: '1 file checked, nothing found.\n',
      stderr: '',
    }));

  test('1: a warning', async () => expect((await lmn(folderWith({ 'a.lmn': warned }), 'lint', '.')).code).toBe(1));

  test('1: an error', async () => expect((await lmn(folderWith({ 'a.lmn': wrong }), 'lint', '.')).code).toBe(1));

  test('0: information alone', async () => {
    const cwd = folderWith({ 'a.lmn': warned, 'lmn.config.json': '{ "rules": { "unneeded-suppression": "info" } }' });
    expect(await lmn(cwd, 'lint', '.')).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('1 for information in 1 file checked.') as string,
    });
  });

  test('warnings up to a number', async () => {
    const cwd = folderWith({ 'a.lmn': warned });
    expect((await lmn(cwd, 'lint', '--max-warnings', '1', '.')).code).toBe(0);
    expect((await lmn(cwd, 'lint', '--max-warnings', '0', '.')).code).toBe(1);
    expect((await lmn(folderWith({ 'a.lmn': wrong }), 'lint', '--max-warnings', '9', '.')).code).toBe(1);
  });

  test('errors only', async () => {
    const cwd = folderWith({ 'a.lmn': warned, 'b.lmn': wrong });
    expect(await lmn(cwd, 'lint', '--quiet', 'a.lmn')).toEqual({
      code: 0,
      stdout: '1 file checked, nothing found.\n',
      stderr: '',
    });
    const { code, findings } = await lintJson(cwd, '--quiet', '.');
    expect(code).toBe(1);
    expect(new Set(findings.map(({ severity }) => severity))).toEqual(new Set(['error']));
  });

  test('2: a rule that fails, with the finding that says so', async () => {
    const broken = {
      ...{ id: 'broken', group: 'structure', severity: 'info', summary: '', why: '', bad: '', good: '' },
      subject: 'file',
      check: () => {
        throw new Error('Maria Alvarez');
      },
    } as unknown as Rule;
    let stdout = '';
    const cwd = folderWith({ 'a.lmn': clean });
    const output = { write: (text: string) => void (stdout += text) };
    expect(await lintCommand(['.'], { cwd, stdout: output, stderr: output }, [broken])).toBe(2);
    expect(stdout).toMatch(/The rule broken failed \(Error\).*internal-error/);
    expect(stdout).not.toContain('Alvarez');
  });
});

describe('could not run: one line, exit code 2, nothing on stdout', () => {
  test.each([
    [[], 'Say what to check: lmn lint PATH…, such as: lmn lint .'],
    [['gone.lmn'], 'gone.lmn: there is no such file or folder.'],
    [['a.lmn', 'gone'], 'gone: there is no such file or folder.'],
    [['empty/*.lmn'], 'empty/*.lmn: no .lmn file matches, but for what .gitignore and .lmnignore may leave out.'],
    [['gone/*.lmn'], 'gone/*.lmn: there is no such file or folder.'],
    [['empty'], 'empty: there is no .lmn file in this folder, but for what .gitignore and .lmnignore may leave out.'],
    [['notes.txt'], 'notes.txt: this is no .lmn file.'],
    [[''], 'A path is empty. Write a file or a folder, such as . for this one.'],
    [['a.lmn/b'], 'a.lmn/b: there is no such file or folder.'],
    [['a\0b'], 'a\\u{0}b: no file can have this name.'],
    [['x'.repeat(300)], `${'x'.repeat(80)}…: its name is too long.`],
    [['--fromat', 'json', '.'], 'There is no option --fromat here. Did you mean --format?'],
    [
      ['--format', 'xml', '.'],
      '--format can be stylish, json, sarif, github, gitlab, junit, checkstyle, or markdown, not xml.',
    ],
    [['--max-warnings', 'few', '.'], '--max-warnings is a number, such as --max-warnings 10, not few.'],
  ])('lint %j', async (words, line) => {
    const cwd = folderWith({ 'a.lmn': clean, 'notes.txt': '', 'empty/notes.txt': '' });
    expect(await lmn(cwd, 'lint', ...words)).toEqual({ code: 2, stdout: '', stderr: `lmn: ${line}\n` });
  });

  test.skipIf(process.platform === 'win32')('what is neither file nor folder', async () =>
    expect((await lmn(folderWith(), 'lint', '/dev/null')).stderr).toBe(
      'lmn: /dev/null: this is neither a file nor a folder.\n',
    ),
  );
});

describe('json', () => {
  test('an array, its places counted from 1', async () => {
    const { code, findings, stdout } = await lintJson(folderWith({ 'cases/a.lmn': warned }), '.');
    expect(code).toBe(1);
    expect(findings).toEqual([
      {
        file: 'cases/a.lmn',
        rule: 'unneeded-suppression',
        severity: 'warning',
        message: 'Nothing here needs this suppression. Take the rule out of the line, or the line out of the file.',
        line: 1,
        column: 21,
        endLine: 1,
        endColumn: 24,
        fix: {
          title: 'Take the suppression out',
          edits: [{ line: 1, column: 1, endLine: 1, endColumn: 38, text: '' }],
        },
      },
    ]);
    expect(stdout.endsWith('\n]\n')).toBe(true);
  });

  test('columns count UTF-16 code units; a line may end with CR', async () => {
    const { findings } = await lintJson(folderWith({ 'a.lmn': 'vocabulary v\r// 😀\r  // lmn-disable-file npi' }), '.');
    expect(findings).toMatchObject([{ rule: 'suppression-without-reason', line: 3, column: 3, endColumn: 26 }]);
  });

  test('an empty array where nothing is found', async () =>
    expect(await lmn(folderWith({ 'a.lmn': clean }), 'lint', '--format=json', '.')).toEqual({
      code: 0,
      stdout: '[]\n',
      stderr: '',
    }));

  test('files outside the working folder are named from it', async () => {
    const root = folderWith({ 'in/x.lmn': clean, 'out/a.lmn': warned });
    expect((await lintJson(join(root, 'in'), '../out')).findings).toMatchObject([{ file: '../out/a.lmn' }]);
  });

  test('a fix that changes this file alone', async () => {
    const { findings } = await lintJson(
      folderWith({ 'a.lmn': 'template t "T"\nfor: new-pa\n---\n## A\n[patient nam]\n' }),
      '.',
    );
    const [edit] = findings.find(({ rule }) => rule === 'unknown-placeholder')?.fix?.edits ?? [];
    const line = '[patient nam]';
    expect(edit).toMatchObject({ line: 5, endLine: 5 });
    expect(line.slice(0, edit!.column - 1) + edit!.text + line.slice(edit!.endColumn - 1)).toBe('[patient name]');
  });
});

describe('stylish', () => {
  test('grouped by file, with a line that sums up', async () => {
    const cwd = folderWith({
      'a.lmn': warned,
      'b/c.lmn': `${warned}\n\n// lmn-disable-file npi`,
      'd.lmn': clean.replace('our-', 'other-'),
    });
    expect((await lmn(cwd, 'lint', '.')).stdout.replaceAll(/(?<=(?:warning|error {2}) {2}).*(?= {2}[a-z-]+$)/gm, '…'))
      .toMatchInlineSnapshot(`
      "a.lmn
        1:21  warning  …  unneeded-suppression
        2:12  error    …  duplicate-name

      b/c.lmn
        1:21  warning  …  unneeded-suppression
        2:12  error    …  duplicate-name
        5:1   warning  …  suppression-without-reason

      2 errors, 3 warnings in 3 files checked.
      "
    `);
  });

  test('colors only when asked', async () => {
    let stdout = '';
    const cwd = folderWith({ 'a.lmn': warned });
    const output = { write: (text: string) => void (stdout += text) };
    await lintCommand(['.'], { cwd, stdout: output, stderr: output, color: true });
    expect(stdout).toContain('\u001b[33mwarning\u001b[0m');
    expect((await lmn(cwd, 'lint', '.')).stdout).not.toContain('\u001b');
  });

  test.skipIf(process.platform === 'win32')('a file name cannot color the screen or begin a line', async () => {
    const { stdout } = await lmn(folderWith({ 'a\u001b[31m\nb.lmn': warned }), 'lint', '.');
    expect(stdout.split('\n')[0]).toBe('a\\u{1b}[31m\\u{a}b.lmn');
  });
});

describe('what a case may name', () => {
  const template = 'template note "Note"\nfor: new-pa\n---\n## A #history\n[patient name]\n';
  const aCase = 'case note\n';
  const isKnown = async (cwd: string, ...paths: string[]) =>
    !(await lintJson(cwd, ...paths)).findings.some(({ rule }) => rule === 'unknown-template');

  test('templates anywhere in the workspace, though only the case is named', async () => {
    const root = folderWith({ 'templates/deep/note.lmn': template, 'cases/a.lmn': aCase });
    expect(await isKnown(root, 'cases/a.lmn')).toBe(true);
    expect(await isKnown(root, 'cases')).toBe(true);
  });

  test('those of the repository around the working folder', async () => {
    const root = folderWith({ '.git/HEAD': '', 'templates/note.lmn': template, 'cases/a.lmn': aCase });
    expect(await isKnown(join(root, 'cases'), '.')).toBe(true);
    expect(await isKnown(join(root, 'cases'), 'a.lmn')).toBe(true);
  });

  test('not those that are left out, unless they are named', async () => {
    const root = folderWith({ '.lmnignore': 'old/', 'old/note.lmn': template, 'a.lmn': aCase });
    expect(await isKnown(root, 'a.lmn')).toBe(false);
    expect(await isKnown(root, 'a.lmn', 'old')).toBe(true);
  });

  test('not those of another workspace in the same run', async () => {
    const here = folderWith({ 'a.lmn': aCase });
    const there = folderWith({ 'note.lmn': template });
    expect(await isKnown(here, 'a.lmn', there)).toBe(false);
  });

  test('a template whose kind stands after a very long comment', async () => {
    const root = folderWith({ 'note.lmn': `// ${'long '.repeat(2000)}\n${template}`, 'a.lmn': aCase });
    expect(await isKnown(root, 'a.lmn')).toBe(true);
  });
});

test('a file that is named is checked even where it is left out, and once', async () => {
  const cwd = folderWith({ '.lmnignore': '*', 'a.lmn': warned });
  expect((await lintJson(cwd, 'a.lmn', './a.lmn', join(cwd, 'a.lmn'))).findings).toHaveLength(1);
});

test.skipIf(process.platform === 'win32')('a file and a link to it are checked once', async () => {
  const cwd = folderWith({ 'a.lmn': warned });
  symlinkSync(join(cwd, 'a.lmn'), join(cwd, 'b.lmn'));
  expect((await lintJson(cwd, 'a.lmn', 'b.lmn', '.')).findings).toHaveLength(1);
});

test.skipIf(process.platform === 'win32' || process.getuid?.() === 0)(
  'what may not be read is told, and the rest is checked',
  async () => {
    const cwd = folderWith({ 'a.lmn': warned, 'locked/b.lmn': wrong, 'c.lmn': wrong });
    chmodSync(join(cwd, 'locked'), 0);
    chmodSync(join(cwd, 'c.lmn'), 0);
    const all = await lmn(cwd, 'lint', '.');
    const one = await lmn(cwd, 'lint', 'a.lmn');
    chmodSync(join(cwd, 'locked'), 0o700);
    expect(all).toMatchObject({ code: 2, stdout: expect.stringContaining('in 1 file checked.') as string });
    expect(all.stderr.match(/cannot be read: you have no permission\.$/gm)).toHaveLength(2);
    // Nobody asked for the others: that they are not known is worth a line, and no more.
    expect(one.code).toBe(1);
    expect(one.stderr.match(/cannot be read: you have no permission\.$/gm)).toHaveLength(2);
  },
);

test('a file that vanishes is told, and the rest is checked', async () => {
  const cwd = folderWith({ 'a.lmn': wrong, 'b.lmn': wrong, 'c.lmn': warned });
  let stdout = '';
  let stderr = '';
  const disappearing: Rule = {
    ...{ id: 'x', group: 'structure', severity: 'info', summary: '', why: '', bad: '', good: '', subject: 'file' },
    check: () => rmSync(join(cwd, 'b.lmn'), { force: true }),
  };
  const surroundings = {
    cwd,
    stdout: { write: (text: string) => void (stdout += text) },
    stderr: { write: (text: string) => void (stderr += text) },
  };
  expect(await lintCommand(['.'], surroundings, [disappearing])).toBe(2);
  expect(stdout).toContain('2 files checked');
  expect(stdout).toContain('c.lmn');
  expect(stderr).toBe(`lmn: ${join(cwd, 'b.lmn')} cannot be read: there is no such file or folder.\n`);
});

test('hints are told where the configuration gives them a severity', async () => {
  const letter = { 'a.lmn': 'case\n---\n## A\nPt walks.\n' };
  const rules = async (files: Readonly<Record<string, string>>) =>
    (await lintJson(folderWith(files), '.')).findings.map(({ rule }) => rule);
  expect(await rules(letter)).not.toContain('jargon');
  const asked = await lintJson(folderWith(letter), '--rule', 'jargon', '.');
  expect(asked.findings.map(({ rule }) => rule)).toEqual(['jargon']);
  expect(await rules({ ...letter, 'lmn.config.json': '{ "rules": { "jargon": "info" } }' })).toContain('jargon');
});

describe('how far it is', () => {
  const timed = (isWatched: boolean, ...words: string[]) => {
    let time = 0;
    const cwd = folderWith(Object.fromEntries(['a', 'b', 'c', 'd', 'e'].map((name) => [`${name}.lmn`, wrong])));
    const now = () => new Date((time += 400));
    return lmnWith(cwd, { isWatched, now }, 'lint', ...words, '.');
  };

  test('is told on a terminal after a second, on standard error alone, and taken away at the end', async () => {
    const { code, stdout, stderr } = await timed(true, '--format', 'json');
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).not.toEqual([]);
    expect(stderr).toMatch(/^\r\u001b\[2K\[#+\.+\] \d of 5 files\r/);
    expect(stderr).toMatch(/\r\u001b\[2K$/);
  });

  test('is taken away too where the run fails', async () => {
    let time = 0;
    const cwd = folderWith({ 'a.lmn': wrong, 'b.lmn': wrong });
    const failing = {
      ...{ isWatched: true, now: () => new Date((time += 2000)) },
      stdout: {
        write: () => {
          throw new Error();
        },
      },
    };
    const { code, stderr } = await lmnWith(cwd, failing, 'lint', '.');
    expect(code).toBe(2);
    expect(stderr).toMatch(/of 2 files\r\u001b\[2Klmn: /);
  });

  test('is not told where nobody watches', async () => expect((await timed(false)).stderr).toBe(''));
});
