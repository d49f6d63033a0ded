import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { folderWith, lintJson, lmn } from './folder.js';

const git = (cwd: string, ...words: string[]) => execFileSync('git', words, { cwd, encoding: 'utf8' });

const real = 'case\npatient: Maria Gomez\n';
const invented = 'case\nsynthetic: yes\npatient: Maria Gomez\n';
const rule = 'case-in-repository';

async function told(cwd: string, ...words: string[]): Promise<string[]> {
  const { findings } = await lintJson(cwd, ...words);
  return findings.filter((finding) => finding.rule === rule).map(({ file }) => file);
}

test('cases that git tracks, committed or only added, whatever they are called', async () => {
  const cwd = folderWith({
    'a.lmn': real,
    'in it/ä b.LMN': real,
    'invented.lmn': invented,
    'later.lmn': real,
    'ignored/c.lmn': real,
    '.gitignore': 'ignored/\n',
    '.lmnignore': '!ignored/\n',
  });
  expect(await told(cwd, '.')).toEqual([]);
  git(cwd, 'init', '-q');
  expect(await told(cwd, '.')).toEqual([]);
  git(cwd, 'add', 'a.lmn', 'in it', 'invented.lmn');
  expect(await told(cwd, '.')).toEqual(['a.lmn', 'in it/ä b.LMN']);
  expect(await told(join(cwd, 'in it'), '.')).toEqual(['ä b.LMN']);
  expect(await told(cwd, 'ignored/c.lmn', 'later.lmn')).toEqual([]);
  expect(await told(cwd, '--changed', '.')).toEqual(['a.lmn', 'in it/ä b.LMN']);

  git(cwd, 'rm', '-q', '--cached', 'a.lmn');
  expect(await told(cwd, '.')).toEqual(['in it/ä b.LMN']);
  writeFileSync(join(cwd, 'lmn.config.json'), JSON.stringify({ rules: { [rule]: 'off' } }));
  expect(await told(cwd, '.')).toEqual([]);
  expect(await told(cwd, '--rule', rule, '.')).toEqual(['in it/ä b.LMN']);
});

test('a workspace beneath the top of its repository, and links', async () => {
  const cwd = folderWith({ 'sub/lmn.config.json': '{ "root": true }', 'sub/a.lmn': real, 'outside.lmn': real });
  const other = folderWith({ 'b.lmn': real });
  symlinkSync(join(other, 'b.lmn'), join(cwd, 'sub', 'link.lmn'));
  git(cwd, 'init', '-q');
  git(cwd, 'add', '-A');
  // Of a link git holds only where it leads to.
  expect(await told(join(cwd, 'sub'), '.')).toEqual(['a.lmn']);
  expect(await told(cwd, 'sub')).toEqual(['sub/a.lmn']);
  mkdirSync(join(other, 'linked'));
  symlinkSync(join(cwd, 'sub'), join(other, 'linked', 'sub'));
  expect(await told(join(other, 'linked', 'sub'), 'a.lmn')).toEqual(['a.lmn']);
});

test('nothing of the repository is run, and git that is not there is no problem', async () => {
  const cwd = folderWith({ 'a.lmn': real, 'run.sh': '#!/bin/sh\ntouch was-run\n' });
  git(cwd, 'init', '-q');
  git(cwd, 'add', 'a.lmn');
  git(cwd, 'config', 'core.fsmonitor', 'sh run.sh');
  expect(await told(cwd, 'a.lmn')).toEqual(['a.lmn']);
  expect(git(cwd, '-c', 'core.fsmonitor=false', 'ls-files', '--others')).toBe('run.sh\n');
  vi.stubEnv('PATH', cwd);
  expect(await told(cwd, 'a.lmn')).toEqual([]);
  vi.unstubAllEnvs();
});

test('a letter is written all the same: it is no worse for where its case lies', async () => {
  const cwd = folderWith({ 'a.lmn': real });
  git(cwd, 'init', '-q');
  git(cwd, 'add', 'a.lmn');
  const { stderr } = await lmn(cwd, 'render', 'a.lmn');
  expect(stderr).not.toContain(rule);
});
