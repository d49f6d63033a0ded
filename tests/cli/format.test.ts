import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { folderWith, lmn, lmnWith } from './folder.js';

const loose = 'case\npatient\n      name:    Ann Lee\n\n\n\ndate: 2026-11-21\n---\n## A\n\n\n\nAs   it is.\n';

test('lays out the head, leaves the prose, and says which files it changed', async () => {
  const cwd = folderWith({ 'a.lmn': loose, 'sub/b.lmn': 'vocabulary v\n' });
  expect(await lmn(cwd, 'format', '--check', '.')).toEqual({ code: 1, stdout: 'a.lmn\n', stderr: '' });
  expect(readFileSync(join(cwd, 'a.lmn'), 'utf8')).toBe(loose);
  expect(await lmn(cwd, 'format', '.')).toEqual({ code: 0, stdout: 'a.lmn\n', stderr: '' });
  const after = readFileSync(join(cwd, 'a.lmn'), 'utf8');
  expect(after).toContain('patient\n  name: Ann Lee\n\ndate: 2026-11-21\n---\n');
  expect(after).toContain('## A\n\n\n\nAs   it is.\n');
  expect(await lmn(cwd, 'format', '.')).toEqual({ code: 0, stdout: '', stderr: '' });
  expect((await lmn(cwd, 'format', '--check', '.')).code).toBe(0);
});

test('prints the text of standard input as it should be', async () => {
  const cwd = folderWith();
  const stdin = { stdin: () => Buffer.from(loose) };
  const { code, stdout } = await lmnWith(cwd, stdin, 'format', '--stdin');
  expect(code).toBe(0);
  expect(stdout).toContain('  name: Ann Lee\n');
  expect(await lmnWith(cwd, stdin, 'format', '--stdin', '--check')).toEqual({ code: 1, stdout: '', stderr: '' });
});

test('says what it needs', async () => {
  expect((await lmn(folderWith(), 'format')).stderr).toBe(
    'lmn: Say what to lay out: lmn format PATH…, such as: lmn format .\n',
  );
  const cwd = folderWith({ 'a.lmn': Buffer.concat([Buffer.from(loose), Buffer.from([0xff])]) });
  expect(await lmn(cwd, 'format', '.')).toMatchObject({ code: 2, stdout: '' });
});
