import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { addresses } from '../../server/src/editor/workspace/editor-files.js';
import { folderWith, lintJson, lmn } from './folder.js';

const name = 'lmn.baseline.json';
const template = 'template t "T"\nfor: new-pa\n---\n## A #history\n[patient nam] has [patient nmae].\n';
const aCase = 'case gone\n';
const files = { '.git/HEAD': '', 't.lmn': template, 'cases/a b.lmn': aCase };
const stale = async (cwd: string, ...paths: string[]) =>
  (await lintJson(cwd, ...paths)).findings.filter(({ rule }) => rule === 'stale-baseline');

test('what is found becomes known: only what is new is told', async () => {
  const cwd = folderWith(files);
  const before = (await lintJson(cwd, '.')).findings.length;
  expect(await lmn(cwd, 'lint', '--write-baseline', '.')).toEqual({
    code: 0,
    stdout: '2 files checked, nothing found.\n',
    stderr: `lmn: ${name}: ${String(before)} findings known from now on.\n`,
  });
  expect(await lmn(cwd, 'lint', '.')).toMatchObject({ code: 0, stderr: '' });
  const written = readFileSync(join(cwd, name), 'utf8');
  expect(written.split('\n').filter((line) => line.includes('"file"')).length).toBeGreaterThan(1);

  writeFileSync(join(cwd, 't.lmn'), `// A line above.\n${template}[patient nmea]\n`);
  expect((await lintJson(cwd, '.')).findings).toMatchObject([{ file: 't.lmn', rule: 'unknown-placeholder', line: 7 }]);
  // From within the workspace, too, and of one file.
  expect((await lintJson(join(cwd, 'cases'), '.')).findings).toEqual([]);
  await lmn(cwd, 'lint', '--write-baseline', 't.lmn');
  expect((await lmn(cwd, 'lint', '.')).code).toBe(0);
});

test('SARIF marks what is known', async () => {
  const cwd = folderWith(files);
  await lmn(cwd, 'lint', '--write-baseline', '.');
  const { stdout } = await lmn(cwd, 'lint', '--format', 'sarif', '.');
  const { runs } = JSON.parse(stdout) as { runs: { results: { suppressions: { kind: string }[] }[] }[] };
  expect(runs[0]!.results.length).toBeGreaterThan(2);
  for (const { suppressions } of runs[0]!.results) expect(suppressions).toEqual([{ kind: 'external' }]);
});

describe('an entry that is no longer found is an error that says how to drop it', () => {
  test('where the mistake was mended', async () => {
    const cwd = folderWith(files);
    await lmn(cwd, 'lint', '--write-baseline', '.');
    writeFileSync(join(cwd, 't.lmn'), template.replace('[patient nam]', '[patient name]'));
    const [first, ...others] = await stale(cwd, '.');
    expect(others).toEqual([]);
    expect(first).toMatchObject({
      file: name,
      severity: 'error',
      message:
        'unknown-placeholder in t.lmn is found 1 time less often. To drop what is stale: lmn lint --write-baseline .',
    });
    expect(readFileSync(join(cwd, name), 'utf8').split('\n')[first!.line - 1]).toContain('"unknown-placeholder"');
    expect(await stale(cwd, 'cases')).toEqual([]);
    expect(await stale(cwd, '--rule', 'npi', '.')).toEqual([]);
    expect((await lmn(cwd, 'lint', '--quiet', '.')).code).toBe(1);
    await lmn(cwd, 'lint', '--write-baseline', '.');
    expect((await lmn(cwd, 'lint', '.')).code).toBe(0);
  });

  test('where the file is gone, which file ever is checked', async () => {
    const cwd = folderWith(files);
    await lmn(cwd, 'lint', '--write-baseline', '.');
    rmSync(join(cwd, 't.lmn'));
    expect((await stale(cwd, 'cases'))[0]?.message).toMatch(/^unknown-placeholder in t\.lmn is /);
    await lmn(cwd, 'lint', '--write-baseline', 'cases');
    expect(readFileSync(join(cwd, name), 'utf8')).not.toContain('t.lmn');
  });

  test('and lmn explain knows it', async () =>
    expect((await lmn('/', 'explain', 'stale-baseline')).stdout).toContain('lmn lint --write-baseline .'));
});

test('--fix leaves alone what is known', async () => {
  const cwd = folderWith(files);
  await lmn(cwd, 'lint', '--write-baseline', '.');
  expect((await lmn(cwd, 'lint', '--fix', '.')).stderr).toBe('lmn: Nothing was fixed.\n');
});

test('what is known keeps a letter back all the same', async () => {
  const cwd = folderWith(files);
  await lmn(cwd, 'lint', '--write-baseline', '.');
  expect((await lmn(cwd, 'render', 'cases/a b.lmn', '-o', 'a.pdf')).code).toBe(1);
});

test('nothing is written where nothing is found, nor where a file could not be read', async () => {
  const clean = folderWith({ 'v.lmn': 'vocabulary v\n' });
  await lmn(clean, 'lint', '--write-baseline', '.');
  expect(existsSync(join(clean, name))).toBe(false);
  const large = folderWith({ 'a.lmn': aCase, 'b.lmn': 'case x\n'.repeat(700_000) });
  expect((await lmn(large, 'lint', '--write-baseline', '.')).code).toBe(2);
  expect(existsSync(join(large, name))).toBe(false);
});

test('a baseline that cannot be read stops the check, and can be written anew', async () => {
  const cwd = folderWith({ ...files, [name]: '{ "findings": [ { "file": 3 } ] }' });
  expect(await lmn(cwd, 'lint', '.')).toEqual({
    code: 2,
    stdout: '',
    stderr: `lmn: ${name}:1:17: An entry has "file", "rule" and "message" in double quotes, and a "count".\n`,
  });
  expect((await lmn(cwd, 'lint', '--write-baseline', '.')).code).toBe(0);
  expect((await lmn(cwd, 'lint', '.')).code).toBe(0);
  expect((await lmn(cwd, 'lint', '--write-baseline', '--quiet', '.')).stderr).toContain('--quiet does not tell all');
});

test('an editor names files as the baseline does', () =>
  expect(addresses.namesFrom('file:///w', 'file:///w/cases/a%20b.lmn')).toEqual(['cases', 'a b.lmn']));
