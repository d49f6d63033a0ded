import { mkdirSync } from 'node:fs';
import { dirname, join, parse } from 'node:path';
import { expect, test } from 'vitest';
import { diskNow } from '../../server/src/disk/disk-now.js';
import { declaresRoot } from '../../server/src/workspace/declares-root.js';
import { isInside } from '../../server/src/workspace/file-port.js';
import { workspaceRoot } from '../../server/src/workspace/workspace-root.js';
import { folderWith } from '../cli/folder.js';

async function rootOf(folder: string, cwd: string, home?: string): Promise<string> {
  return (await workspaceRoot(diskNow, folder, cwd, home)).path;
}

test('the working folder, for what lies in it', async () => {
  const cwd = folderWith({ 'cases/a.lmn': '' });
  expect(await rootOf(join(cwd, 'cases'), cwd)).toBe(cwd);
  expect(await rootOf(cwd, cwd)).toBe(cwd);
});

test('the repository around the working folder', async () => {
  const root = folderWith({ '.git/HEAD': '', 'cases/new/a.lmn': '' });
  expect(await rootOf(join(root, 'cases/new'), join(root, 'cases'))).toBe(root);
});

test('the working folder, though a repository lies in it', async () => {
  const cwd = folderWith({ 'vendor/.git': 'gitdir: x' });
  expect(await rootOf(join(cwd, 'vendor'), cwd)).toBe(cwd);
});

test('for what lies elsewhere the repository there, else the folder itself', async () => {
  const cwd = folderWith();
  const other = folderWith({ '.git': 'gitdir: x', 'a/b/c.lmn': '' });
  const plain = folderWith({ 'a/c.lmn': '' });
  expect(await rootOf(join(other, 'a/b'), cwd)).toBe(other);
  expect(await rootOf(join(plain, 'a'), cwd)).toBe(join(plain, 'a'));
});

test('a home folder is no workspace, not even with a repository', async () => {
  const home = folderWith({ '.git/HEAD': '', 'letters/a.lmn': '', 'project/.git/HEAD': '', 'project/cases/b.lmn': '' });
  expect(await rootOf(join(home, 'letters'), home, home)).toBe(join(home, 'letters'));
  expect(await rootOf(join(home, 'project/cases'), home, home)).toBe(join(home, 'project'));
  expect(await rootOf(join(home, 'letters'), dirname(home), home)).toBe(join(home, 'letters'));
});

test('a whole disk is no workspace', async () => {
  const folder = folderWith();
  expect(await rootOf(folder, parse(folder).root)).toBe(folder);
});

test('inside is the folder and all beneath it', () => {
  const folder = folderWith();
  mkdirSync(join(folder, '..a'));
  expect(isInside(diskNow, folder, folder)).toBe(true);
  expect(isInside(diskNow, join(folder, '..a', 'b'), folder)).toBe(true);
  expect(isInside(diskNow, `${folder}x`, folder)).toBe(false);
  expect(isInside(diskNow, dirname(folder), folder)).toBe(false);
});

test('the first folder upwards whose configuration says so, whatever lies around it, and wherever one stands', async () => {
  const root = folderWith({
    '.git/HEAD': '',
    'clinic/lmn.config.json': '{ "root": true }',
    'clinic/cases/lmn.config.json': '{ "root": false }',
    'clinic/cases/a.lmn': '',
  });
  for (const cwd of [root, join(root, 'clinic'), join(root, 'clinic/cases')])
    expect(await rootOf(join(root, 'clinic/cases'), cwd)).toBe(join(root, 'clinic'));
  expect(await rootOf(root, root)).toBe(root);
});

test('without a repository the uppermost folder with a configuration', async () => {
  const root = folderWith({ 'a/lmn.config.json': '{}', 'a/b/lmn.config.json': '{}', 'a/b/c/x.lmn': '' });
  expect(await rootOf(join(root, 'a/b/c'), join(root, 'a/b'))).toBe(join(root, 'a'));
});

test('says why it is the one', async () => {
  const whyOf = async (folder: string, cwd: string) => (await workspaceRoot(diskNow, folder, cwd, undefined)).why;
  const root = folderWith({
    'declared/lmn.config.json': '{ "root": true }',
    'repository/.git/HEAD': '',
    'configured/lmn.config.json': '{}',
    'plain/a.lmn': '',
  });
  const elsewhere = folderWith();
  expect(await whyOf(join(root, 'declared'), elsewhere)).toBe('root: true');
  expect(await whyOf(join(root, 'repository'), elsewhere)).toBe('repository');
  expect(await whyOf(join(root, 'configured'), elsewhere)).toBe('configuration');
  expect(await whyOf(join(root, 'plain'), elsewhere)).toBe('folder');
  expect(await whyOf(join(root, 'plain'), root)).toBe('working folder');
});

test('a configuration between a folder and the working folder makes no workspace of its own', async () => {
  const cwd = folderWith({ 'cases/lmn.config.json': '{}', 'cases/a.lmn': '' });
  expect(await workspaceRoot(diskNow, join(cwd, 'cases'), cwd, undefined)).toEqual({
    path: cwd,
    why: 'working folder',
  });
});

test('a configuration that cannot be read declares nothing', async () => {
  const folder = folderWith({ 'a/lmn.config.json/is-a-folder': '', 'a/b/x.lmn': '' });
  expect(await declaresRoot(diskNow, join(folder, 'a'))).toBe(false);
  expect(await declaresRoot(diskNow, join(folder, 'none'))).toBe(false);
});
