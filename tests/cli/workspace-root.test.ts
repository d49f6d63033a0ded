import { mkdirSync } from 'node:fs';
import { dirname, join, parse } from 'node:path';
import { expect, test } from 'vitest';
import { isInside, workspaceRoot } from '../../server/src/cli/workspace-root.js';
import { folderWith } from './folder.js';

test('the working folder, for what lies in it', () => {
  const cwd = folderWith({ 'cases/a.lmn': '' });
  expect(workspaceRoot(join(cwd, 'cases'), cwd, undefined)).toBe(cwd);
  expect(workspaceRoot(cwd, cwd, undefined)).toBe(cwd);
});

test('the repository around the working folder', () => {
  const root = folderWith({ '.git/HEAD': '', 'cases/new/a.lmn': '' });
  expect(workspaceRoot(join(root, 'cases/new'), join(root, 'cases'), undefined)).toBe(root);
});

test('the working folder, though a repository lies in it', () => {
  const cwd = folderWith({ 'vendor/.git': 'gitdir: x' });
  expect(workspaceRoot(join(cwd, 'vendor'), cwd, undefined)).toBe(cwd);
});

test('for what lies elsewhere the repository there, else the folder itself', () => {
  const cwd = folderWith();
  const other = folderWith({ '.git': 'gitdir: x', 'a/b/c.lmn': '' });
  const plain = folderWith({ 'a/c.lmn': '' });
  expect(workspaceRoot(join(other, 'a/b'), cwd, undefined)).toBe(other);
  expect(workspaceRoot(join(plain, 'a'), cwd, undefined)).toBe(join(plain, 'a'));
});

test('a home folder is no workspace, not even with a repository', () => {
  const home = folderWith({ '.git/HEAD': '', 'letters/a.lmn': '', 'project/.git/HEAD': '', 'project/cases/b.lmn': '' });
  expect(workspaceRoot(join(home, 'letters'), home, home)).toBe(join(home, 'letters'));
  expect(workspaceRoot(join(home, 'project/cases'), home, home)).toBe(join(home, 'project'));
  expect(workspaceRoot(join(home, 'letters'), dirname(home), home)).toBe(join(home, 'letters'));
});

test('a whole disk is no workspace', () => {
  const folder = folderWith();
  expect(workspaceRoot(folder, parse(folder).root, undefined)).toBe(folder);
});

test('inside is the folder and all beneath it', () => {
  const folder = folderWith();
  mkdirSync(join(folder, '..a'));
  expect(isInside(folder, folder)).toBe(true);
  expect(isInside(join(folder, '..a', 'b'), folder)).toBe(true);
  expect(isInside(`${folder}x`, folder)).toBe(false);
  expect(isInside(dirname(folder), folder)).toBe(false);
});
