import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readTemplate } from '../support/workspace.js';
import { clean, folderWith, lintJson, lmn, warned, wrong } from './folder.js';

test('several reports at once, each in its file, and one on standard output', async () => {
  const cwd = folderWith({ 'a.lmn': warned });
  const formats = ['--format=sarif', '--output-file=a.sarif', '--format=junit', '--output-file=b.xml', '--format=json'];
  const { code, stdout, stderr } = await lmn(cwd, 'lint', ...formats, '.');
  expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
  expect(JSON.parse(stdout)).toHaveLength(1);
  expect(readFileSync(join(cwd, 'a.sarif'), 'utf8')).toContain('"ruleId":"unneeded-suppression"');
  expect(readFileSync(join(cwd, 'b.xml'), 'utf8')).toContain('failures="1"');
  expect(readdirSync(cwd).sort()).toEqual(['a.lmn', 'a.sarif', 'b.xml']);
});

test('what people read goes to standard error where a program reads standard output', async () => {
  const cwd = folderWith({ 'a.lmn': warned });
  const { stdout, stderr } = await lmn(cwd, 'lint', '--format', 'stylish', '--format', 'json', '.');
  expect(JSON.parse(stdout)).toHaveLength(1);
  expect(stderr).toContain('1 warning in 1 file checked.');
});

test('without a format a file gets what people read', async () => {
  const cwd = folderWith({ 'a.lmn': clean });
  expect(await lmn(cwd, 'lint', '--output-file', 'a.txt', '.')).toEqual({ code: 0, stdout: '', stderr: '' });
  expect(readFileSync(join(cwd, 'a.txt'), 'utf8')).toBe('1 file checked, nothing found.\n');
});

test.each([
  [
    ['--format=json', '--format=sarif'],
    'Only one report goes to standard output. Name a file: --format sarif --output-file FILE',
  ],
  [
    ['--output-file=x', '--output-file=y'],
    '--output-file takes the --format before it: --format sarif --output-file lint.sarif',
  ],
  [
    ['--format=json', '--output-file=x', '--format=sarif', '--output-file=./x'],
    './x: two reports would go to this file.',
  ],
  [['--output-file=a.lmn'], 'a.lmn is an .lmn file: a report is not written over one.'],
  [['--output-file=gone/x'], 'gone/x: its folder does not exist yet. Make it first.'],
  [['--output-file=sub'], "sub is a folder. Name the report's file."],
  [['--max-findings=all'], '--max-findings is a number, such as --max-findings 10, not all.'],
])('%j cannot be written', async (options, line) => {
  const cwd = folderWith({ 'a.lmn': clean });
  mkdirSync(join(cwd, 'sub'));
  expect(await lmn(cwd, 'lint', ...options, '.')).toEqual({ code: 2, stdout: '', stderr: `lmn: ${line}\n` });
  expect(existsSync(join(cwd, 'x'))).toBe(false);
});

const many = (count: number) => `case\n${Array.from({ length: count }, (_, i) => `nothing ${i}: x\n`).join('')}`;

test('a file cannot fill a report: so many of a rule are listed, all are counted, and the rest is told', async () => {
  const cwd = folderWith({ 'a.lmn': many(150), 'b.lmn': many(101), 'c.lmn': many(100) });
  const { findings, stderr } = await lintJson(cwd, '.');
  const listed = (file: string) => findings.filter((one) => one.file === file && one.rule === 'unknown-field').length;
  expect(['a.lmn', 'b.lmn', 'c.lmn'].map(listed)).toEqual([100, 100, 100]);
  expect(stderr).toBe(
    'lmn: Not listed: 51 more findings of unknown-field in 2 files. --max-findings says how many of a rule are listed in a file.\n',
  );
  const total = /^(\d+) errors/m.exec((await lmn(cwd, 'lint', '.')).stdout)?.[1];
  expect(Number(total)).toBeGreaterThan(350);
  expect((await lintJson(cwd, '--max-findings', '0', '.')).findings.length).toBeGreaterThan(350);
  expect((await lintJson(cwd, '--max-findings', '1', 'a.lmn')).stderr).toContain('149 more findings');
});

test('a hostile file of a megabyte prints little in every format', async () => {
  const cwd = folderWith({ 'a.lmn': many(60_000) });
  const { stdout } = await lmn(cwd, 'lint', '--format=sarif', '--output-file=a.sarif', '--format=json', '.');
  expect(stdout.length).toBeLessThan(100_000);
  expect(readFileSync(join(cwd, 'a.sarif')).length).toBeLessThan(500_000);
});

test('what a comment suppresses is marked in SARIF, and is nowhere else', async () => {
  const suppressed = '// lmn-disable-file unknown-template -- made next week\n';
  const cwd = folderWith({ 'a.lmn': `${suppressed}${wrong}` });
  const sarif = (await lmn(cwd, 'lint', '--format', 'sarif', '.')).stdout;
  expect(sarif).toMatch(/"ruleId":"unknown-template".*"suppressions":\[\{"kind":"inSource"\}\]/);
  expect(sarif).not.toContain('next week');
  expect((await lintJson(cwd, '.')).findings.map(({ rule }) => rule)).not.toContain('unknown-template');
});

// What a fix writes into a case may be a value of the patient in another form.
test('no report holds a value of the case, whatever is wrong with it', async () => {
  const lines = readTemplate('samples/chronic-pain-continuation.lmn').split('\n');
  const divider = lines.indexOf('---');
  const secrets = ['Zxqvwy', '1961', '05/06/1961'];
  const spoiled = lines.map((line, index) =>
    index === 0 || index >= divider ? line : line.replace(/:\s+\S.*$/, ': 5/6/61 ZXQVWY; 05/06/1961 Zxqvwy, MD'),
  );
  const cwd = folderWith({
    'a.lmn': spoiled.join('\n'),
    'b.lmn':
      'case chronic-pain-continuation\npatient\n  name: ZXQVWY, MARIA\n  birth date: 6.5.1961\nZxqvwy: 1961\n---\nPatient: Zxqvwy\n',
  });
  const formats = ['json', 'sarif', 'github', 'gitlab', 'junit', 'checkstyle', 'markdown', 'stylish'];
  const into = formats.flatMap((format) => [`--format=${format}`, `--output-file=${format}.out`]);
  expect((await lmn(cwd, 'lint', ...into, '.')).code).toBe(1);
  for (const format of formats) {
    const said = readFileSync(join(cwd, `${format}.out`), 'utf8').toLowerCase();
    expect(said.length).toBeGreaterThan(500);
    for (const secret of secrets) expect(said).not.toContain(secret.toLowerCase());
  }
});

test('a fix that says nothing of the case is told', async () => {
  const cwd = folderWith({ 'a.lmn': 'case\nptient\n  name: Jo\n---\n## A\n[patient nam]\n' });
  const fixes = (await lintJson(cwd, '.')).findings.map(({ fix }) => fix?.title);
  expect(fixes).toContain('Write [patient name]');
});
