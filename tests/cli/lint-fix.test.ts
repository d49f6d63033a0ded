import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { rewriteFile } from '../../server/src/cli/rewrite-file.js';
import { clean, folderWith, lintJson, lmn, lmnWith, warned } from './folder.js';

/** A template with two mistakes that need nobody to decide anything, and a case with one. */
const template = 'template t "T"\n---\n## A #history\n[patient nam] has [patient nmae].\n';
const mended = template.replace('[patient nam]', '[patient name]').replace('[patient nmae]', '[patient name]');
const codes = 'case general-medical-necessity\n\ntreatment requested: infliximab\n  code: J1745, 96413\n---\n';
const read = (cwd: string, name: string) => readFileSync(join(cwd, name), 'utf8');

describe('--fix', () => {
  test('mends what needs nobody to decide anything, and tells what is left', async () => {
    const cwd = folderWith({ 't.lmn': template, 'sub/c.lmn': codes, 'v.lmn': clean });
    const before = (await lintJson(cwd, '.')).findings.length;
    const { code, stderr, findings } = await lintJson(cwd, '--fix', '.');
    expect({ code, stderr }).toEqual({ code: 1, stderr: 'lmn: 2 files fixed.\n' });
    expect(findings).toHaveLength(before - 3);
    expect(read(cwd, 't.lmn')).toBe(mended);
    expect(read(cwd, 'sub/c.lmn')).toBe(codes.replace('J1745, 96413', 'J1745; 96413'));
    expect(read(cwd, 'v.lmn')).toBe(clean);
    expect((await lmn(cwd, 'lint', '--fix', '.')).stderr).toBe('lmn: Nothing was fixed.\n');
    expect(readdirSync(cwd).sort()).toEqual(['sub', 't.lmn', 'v.lmn']);
  });

  test('mends what is asked for: of a rule, or errors alone', async () => {
    const cwd = folderWith({ 't.lmn': template, 'c.lmn': codes });
    await lmn(cwd, 'lint', '--fix', '--rule', 'hcpcs', '.');
    expect([read(cwd, 't.lmn'), read(cwd, 'c.lmn').includes('J1745; 96413')]).toEqual([template, true]);
  });

  test('leaves alone what a comment suppresses', async () => {
    const text = `// lmn-disable-file unknown-placeholder -- made next week\n${template}`;
    const cwd = folderWith({ 't.lmn': text });
    await lmn(cwd, 'lint', '--fix', '.');
    expect(read(cwd, 't.lmn')).toBe(text);
  });

  test('a case is held against the template as it is then', async () => {
    const cwd = folderWith({
      't.lmn': 'template t "T"\ncolour (text): which\n---\n## A #history\n[color]\n',
      'a.lmn': 'case t\ncolour: red\n---\n',
    });
    await lmn(cwd, 'lint', '--fix', '.');
    expect(read(cwd, 't.lmn')).toContain('[colour]');
    expect((await lintJson(cwd, 'a.lmn')).findings.map(({ rule }) => rule)).not.toContain('unknown-field');
  });

  test.each([
    ['UTF-8 with its mark', Buffer.from(`\ufeff${template}`), Buffer.from(`\ufeff${mended}`)],
    ['UTF-16', Buffer.from(`\ufeff${template}`, 'utf16le'), Buffer.from(`\ufeff${mended}`, 'utf16le')],
    [
      'UTF-16, the other way round',
      Buffer.from(`\ufeff${template}`, 'utf16le').swap16(),
      Buffer.from(`\ufeff${mended}`, 'utf16le').swap16(),
    ],
    ['CRLF', Buffer.from(template.replaceAll('\n', '\r\n')), Buffer.from(mended.replaceAll('\n', '\r\n'))],
  ])('keeps %s', async (_, before, after) => {
    const cwd = folderWith({ 't.lmn': before });
    await lmn(cwd, 'lint', '--fix', '.');
    expect(readFileSync(join(cwd, 't.lmn')).equals(after)).toBe(true);
  });

  test('a file with bytes that are no text stays, and is told', async () => {
    const bytes = Buffer.concat([Buffer.from(template), Buffer.from([0xff, 0x41])]);
    const cwd = folderWith({ 't.lmn': bytes, 'c.lmn': codes });
    const { code, stderr } = await lmn(cwd, 'lint', '--fix', '.');
    expect(code).toBe(2);
    expect(stderr).toContain('lmn: t.lmn stays as it is: it holds bytes that are no text.\n');
    expect(readFileSync(join(cwd, 't.lmn')).equals(bytes)).toBe(true);
    expect(read(cwd, 'c.lmn')).toContain('J1745; 96413');
  });

  test('a file that changed meanwhile stays as it is now', async () => {
    const cwd = folderWith({ 'a.lmn': 'two' });
    expect(await rewriteFile(join(cwd, 'a.lmn'), 'a.lmn', 'one', 'three')).toBe(
      'a.lmn was changed meanwhile: it stays as it is now.',
    );
    expect(read(cwd, 'a.lmn')).toBe('two');
    expect(await rewriteFile(join(cwd, 'gone.lmn'), 'gone.lmn', 'one', 'two')).toContain('could not be written');
  });

  test.skipIf(process.platform === 'win32')('what a link leads to is mended, and the link stays', async () => {
    const cwd = folderWith({ 'real/t.lmn': template });
    symlinkSync(join(cwd, 'real/t.lmn'), join(cwd, 'link.lmn'));
    await lmn(cwd, 'lint', '--fix', 'link.lmn');
    expect(read(cwd, 'real/t.lmn')).toBe(mended);
    expect(
      readdirSync(cwd, { withFileTypes: true })
        .find(({ name }) => name === 'link.lmn')
        ?.isSymbolicLink(),
    ).toBe(true);
  });
});

describe('--fix-dry-run', () => {
  test('writes nothing and shows a diff that git applies; the report goes to standard error', async () => {
    const cwd = folderWith({ 't.lmn': template, 'sub/c.lmn': codes });
    const { stdout, stderr } = await lmn(cwd, 'lint', '--fix-dry-run', '.');
    expect(read(cwd, 't.lmn')).toBe(template);
    expect(stdout).toContain('--- a/t.lmn\n+++ b/t.lmn\n@@ ');
    expect(stdout).toContain('-[patient nam] has [patient nmae].\n+[patient name] has [patient name].\n');
    expect(stderr).toMatch(/in 2 files checked\.\n$/);
    expect(stderr).not.toContain('unknown-placeholder');
    writeFileSync(join(cwd, 'fix.patch'), stdout);
    execFileSync('git', ['apply', 'fix.patch'], { cwd });
    expect(read(cwd, 't.lmn')).toBe(mended);
    expect(read(cwd, 'sub/c.lmn')).toContain('J1745; 96413');
  });

  test('a report for programs goes into a file then', async () => {
    const cwd = folderWith({ 't.lmn': template });
    expect((await lmn(cwd, 'lint', '--fix-dry-run', '--format', 'json', '.')).stderr).toBe(
      'lmn: Only one report goes to standard output. Name a file: --format json --output-file FILE\n',
    );
    expect((await lmn(cwd, 'lint', '--fix-dry-run', '--format', 'json', '--output-file', 'a', '.')).stdout).toContain(
      '+++',
    );
  });

  test('on a terminal nothing in a file moves the cursor', async () => {
    const cwd = folderWith({ 't.lmn': `${template}\u001b[2J` });
    expect((await lmnWith(cwd, { color: true }, 'lint', '--fix-dry-run', '.')).stdout).not.toContain('\u001b');
  });
});

describe('--rule', () => {
  test('tells what it finds and nothing else, by a former name too', async () => {
    const cwd = folderWith({ 'a.lmn': warned, 't.lmn': template });
    const rules = async (...words: string[]) =>
      new Set((await lintJson(cwd, ...words, '.')).findings.map(({ rule }) => rule));
    expect(await rules('--rule', 'unknown-placeholder')).toEqual(new Set(['unknown-placeholder']));
    // Whether a comment is needed depends on rules that nobody asked for.
    expect(await rules('--rule', 'unneeded-suppression')).toEqual(new Set(['unneeded-suppression']));
    expect(await rules('--rule', 'npi')).toEqual(new Set());
  });

  test('runs though the configuration turns it off', async () => {
    const cwd = folderWith({ 't.lmn': template, 'lmn.config.json': '{ "rules": { "unknown-placeholder": "off" } }' });
    expect((await lintJson(cwd, '.')).findings.map(({ rule }) => rule)).not.toContain('unknown-placeholder');
    expect((await lintJson(cwd, '--rule', 'unknown-placeholder', '.')).findings).toHaveLength(2);
  });
});

describe('--stdin', () => {
  const typed = (text: string | Uint8Array) => ({ stdin: () => Buffer.from(text) });

  test('sees the templates and the configuration of its place, and not the file that is there', async () => {
    const cwd = folderWith({
      'cases/a.lmn': 'case gone\n',
      'cases/lmn.config.json': '{ "rules": { "missing-field": "off" } }',
      't.lmn': mended,
    });
    const words = ['lint', '--stdin', '--stdin-filename', 'cases/a.lmn', '--format', 'json'];
    const { stdout } = await lmnWith(cwd, typed('case t\nnothing: x\n'), ...words);
    expect(JSON.parse(stdout)).toMatchObject([{ file: 'cases/a.lmn', rule: 'unknown-field', line: 2 }]);
    const { stdout: diff } = await lmnWith(cwd, typed(template), 'lint', '--stdin', '--fix-dry-run');
    expect(diff).toContain('+++ b/stdin.lmn');
  });

  test.each([
    [['--stdin', 'a.lmn'], 'With --stdin no file is named: a.lmn is one too many. See --stdin-filename.'],
    [['--stdin-filename', 'a.lmn', '.'], '--stdin-filename says where the text of --stdin belongs. Add --stdin.'],
    [['--stdin', '--stdin-filename', 'a.txt'], 'a.txt: this is no .lmn file.'],
    [['--stdin', '--stdin-filename', 'gone/a.lmn'], 'gone/a.lmn: there is no such file or folder.'],
    [
      ['--stdin', '--fix'],
      '--fix writes files, and standard input is none. Add --fix-dry-run to see what it would do.',
    ],
    [['--fix', '--fix-dry-run', '.'], 'Either --fix or --fix-dry-run: the one writes, the other shows.'],
    [['--rule', 'npj', '.'], 'No rule has the name npj. Did you mean npi?'],
  ])('%j', async (words, line) =>
    expect(await lmnWith(folderWith(), typed(''), 'lint', ...words)).toMatchObject({
      code: 2,
      stderr: `lmn: ${line}\n`,
    }),
  );

  test('that is too long is told', async () =>
    expect((await lmnWith(folderWith(), typed(Buffer.alloc(13_000_000)), 'lint', '--stdin')).code).toBe(2));
});

test('a quoted pattern names files, and what ignore files leave out stays out', async () => {
  const cwd = folderWith({
    'a.lmn': warned,
    'x/one-appeal.lmn': warned,
    'x/y/two-appeal.lmn': warned,
    'x/y/three.lmn': warned,
    'old/four-appeal.lmn': warned,
    '.lmnignore': 'old/',
  });
  const files = async (...words: string[]) => [
    ...new Set((await lintJson(cwd, ...words)).findings.map(({ file }) => file)),
  ];
  expect(await files('*.lmn')).toEqual(['a.lmn']);
  expect(await files('**/*-appeal.lmn')).toEqual(['x/one-appeal.lmn', 'x/y/two-appeal.lmn']);
  expect(await files('x/*/t*.lmn', 'a.lm?')).toEqual(['a.lmn', 'x/y/three.lmn', 'x/y/two-appeal.lmn']);
});

test('--print-config says what holds for a file and where that comes from', async () => {
  const cwd = folderWith({
    '.git/HEAD': '',
    'lmn.config.json': '{ "rules": { "npi": "info" }, "paper": { "size": "a4", "margins": "0.5in" } }',
    'sub/lmn.config.json': '{ "extends": "../lmn.config.json", "rules": { "unused-field": "off" } }',
  });
  const { code, stdout } = await lmn(cwd, 'lint', '--print-config', 'sub/new.lmn');
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({
    configurations: ['sub/lmn.config.json', 'lmn.config.json'],
    rules: { npi: 'info', 'unused-field': 'off', 'date-order': 'error', 'unneeded-suppression': 'warning' },
    paper: { size: 'a4', fontSize: 11, margins: { top: '36pt', left: '36pt' } },
    export: { patientInProperties: false },
  });
  expect((await lmn(cwd, 'lint', '--print-config', 'a.lmn', '.')).code).toBe(2);
});
