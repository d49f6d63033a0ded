import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { walkFolder } from '../../server/src/cli/left-out.js';
import { diskLater } from '../../server/src/disk/disk-later.js';
import { diskNow } from '../../server/src/disk/disk-now.js';
import { allRules } from '../../server/src/rules/all-rules.js';
import { realIfFound } from '../../server/src/workspace/belongs.js';
import { ConfigFiles } from '../../server/src/workspace/config-files.js';
import { declaresRoot } from '../../server/src/workspace/declares-root.js';
import { folderWith } from '../cli/folder.js';

/** A disk on which one place cannot be followed, for the reason that the system would give. */
function failingAt(name: string, code: string): typeof diskNow {
  return {
    ...diskNow,
    realPath: (path) => {
      if (path.endsWith(name)) throw Object.assign(new Error('as the test says'), { code });
      return diskNow.realPath(path);
    },
  };
}

/** Links need a right that not every Windows user has. */
const onLinks = describe.skipIf(process.platform === 'win32');

onLinks('a link that cannot be followed', () => {
  const root = folderWith({ 'a.lmn': 'case\n' });
  if (process.platform !== 'win32') symlinkSync(join(root, 'a.lmn'), join(root, 'b.lmn'));

  test('is left out of a walk, which goes on', async () => {
    const { files, leftOut } = await walkFolder(failingAt('b.lmn', 'EACCES'), root, root);
    expect(files.map(({ path }) => path)).toEqual([join(root, 'a.lmn')]);
    expect(leftOut).toMatchObject([{ path: join(root, 'b.lmn'), why: 'unreadable', error: { code: 'EACCES' } }]);
  });
});

describe('whether a walk would find a file', () => {
  const root = folderWith({ 'a.lmn': 'case\n' });
  const path = join(root, 'a.lmn');

  test('not where it has vanished', async () =>
    expect(await realIfFound(failingAt('a.lmn', 'ENOENT'), root, path)).toBeUndefined());

  test('not where it is none of ours, hidden or elsewhere', async () => {
    const other = folderWith({ 'a.txt': '', '.hidden/a.lmn': '', 'a.lmn': '' });
    for (const one of [join(other, 'a.txt'), join(other, '.hidden', 'a.lmn'), other, path])
      expect(await realIfFound(diskNow, other, one), one).toBeUndefined();
    expect(await realIfFound(diskNow, other, join(other, 'a.lmn'))).toBe(join(other, 'a.lmn'));
  });

  test('is an error where nobody can tell', () =>
    expect(realIfFound(failingAt('a.lmn', 'EACCES'), root, path)).rejects.toMatchObject({ code: 'EACCES' }));
});

onLinks('a workspace that was opened through a link', () => {
  const real = folderWith({
    'lmn.config.json': '{ "extends": "./shared/lmn.config.json" }',
    'shared/lmn.config.json': '{ "rules": { "no-such-rule": "off" } }',
  });
  const root = join(folderWith(), 'link');
  if (process.platform !== 'win32') symlinkSync(real, root);

  test('has its configurations and their problems by the paths that were opened', async () => {
    const { paths, problems } = await new ConfigFiles(diskLater, root, allRules).settingsOf(root);
    expect(paths).toEqual([join(root, 'lmn.config.json'), join(root, 'shared/lmn.config.json')]);
    expect(problems.map(({ path }) => path)).toEqual([join(root, 'shared/lmn.config.json')]);
  });
});

onLinks('a configuration that is a link out of the workspace', () => {
  const root = folderWith({ 'own/a.lmn': '', 'lmn.config.json': '{ "extends": "./linked.json" }' });
  const outside = folderWith({ 'x.json': '{ "root": true, "rules": { "npi": "off" } }' });
  if (process.platform !== 'win32') {
    symlinkSync(join(outside, 'x.json'), join(root, 'linked.json'));
    symlinkSync(join(outside, 'x.json'), join(root, 'own', 'lmn.config.json'));
  }
  const told = 'This leads out of the workspace. Only files in it, and in its node_modules, are read.';

  test('is told and sets nothing, be it the nearest or one that another extends', async () => {
    for (const folder of [root, join(root, 'own')]) {
      const { severities, problems } = await new ConfigFiles(diskLater, root, allRules).settingsOf(folder);
      expect(severities).toEqual({});
      expect(problems.map(({ message }) => message)).toContain(told);
    }
  });

  test('declares no workspace', async () => expect(await declaresRoot(diskNow, join(root, 'own'))).toBe(false));
});
