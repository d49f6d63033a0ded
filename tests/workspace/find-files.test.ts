import { chmodSync, mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { walkFolder } from '../../server/src/cli/left-out.js';
import { diskNow } from '../../server/src/disk/disk-now.js';
import type { FilePort } from '../../server/src/workspace/file-port.js';
import { findFiles } from '../../server/src/workspace/find-files.js';
import { relativeName } from '../../server/src/cli/relative-name.js';
import { type Files, folderWith } from '../cli/folder.js';
import { TextsOnDisk } from '../support/texts-on-disk.js';

/** The names of what is found in a folder of a workspace. */
function found(files: Files, start = '.'): Promise<string[]> {
  const root = folderWith(files);
  return namesIn(root, start);
}

async function namesIn(root: string, start = '.'): Promise<string[]> {
  const { files } = await walkFolder(diskNow, join(root, start), root);
  return files.map((file) => relativeName(file.path, root));
}

/** Links need a right that not every Windows user has. */
const linked = test.skipIf(process.platform === 'win32');

test('every .lmn file beneath a folder, in the order of the paths', async () =>
  expect(await found({ 'b.lmn': '', 'a/z.lmn': '', 'a/b/c.LMN': '', 'a.lmn': '', 'notes.txt': '', lmn: '' })).toEqual([
    'a.lmn',
    'a/b/c.LMN',
    'a/z.lmn',
    'b.lmn',
  ]));

test('not in hidden folders and node_modules, nor files that other programs hide', async () =>
  expect(
    await found({
      'a.lmn': '',
      '.git/b.lmn': '',
      '.x/y/c.lmn': '',
      'node_modules/p/d.lmn': '',
      '._a.lmn': '',
      '.#a.lmn': '',
    }),
  ).toEqual(['a.lmn']));

test('a hidden folder that is named is read', async () =>
  expect(await found({ '.x/a.lmn': '' }, '.x')).toEqual(['.x/a.lmn']));

test('a folder called x.lmn is a folder', async () =>
  expect(await found({ 'x.lmn/a.lmn': '' })).toEqual(['x.lmn/a.lmn']));

describe('ignore files', () => {
  test('of git and our own', async () =>
    expect(
      await found({
        '.gitignore': 'private/\n',
        '.lmnignore': '# drafts\n*.draft.lmn\n',
        'private/a.lmn': '',
        'b.draft.lmn': '',
        'c.lmn': '',
      }),
    ).toEqual(['c.lmn']));

  test('in a folder on the way down', async () =>
    expect(
      await found({ 'cases/.lmnignore': 'old\n', 'cases/old/a.lmn': '', 'cases/b.lmn': '', 'old/c.lmn': '' }),
    ).toEqual(['cases/b.lmn', 'old/c.lmn']));

  test('in a folder above the one that is named', async () =>
    expect(await found({ '.lmnignore': '*.draft.lmn\n', 'cases/a.draft.lmn': '', 'cases/b.lmn': '' }, 'cases')).toEqual(
      ['cases/b.lmn'],
    ));

  test('ours takes back what git leaves out', async () =>
    expect(
      await found({ '.gitignore': 'cases/\n', '.lmnignore': '!cases/\n', 'cases/a.lmn': '', 'cases/b/c.lmn': '' }),
    ).toEqual(['cases/a.lmn', 'cases/b/c.lmn']));

  test('a deeper one has the last word', async () =>
    expect(
      await found({ '.gitignore': '*.lmn\n', 'cases/.lmnignore': '!*.lmn\n', 'cases/a.lmn': '', 'b.lmn': '' }),
    ).toEqual(['cases/a.lmn']));

  test('a folder taken back by a deeper one is read with all that is in it', async () =>
    expect(
      await found({ '.gitignore': 'build/\n', 'a/.lmnignore': '!build/\n', 'a/build/x/b.lmn': '', 'build/c.lmn': '' }),
    ).toEqual(['a/build/x/b.lmn']));

  test('a folder that is named is read even where it is left out above', async () =>
    expect(
      await found(
        { '.gitignore': 'private/\n', 'private/a.lmn': '', 'private/.lmnignore': 'b.lmn', 'private/b.lmn': '' },
        'private',
      ),
    ).toEqual(['private/a.lmn']));

  test('saved by Windows, with a mark and its line ends', async () =>
    expect(await found({ '.lmnignore': '\uFEFFa.lmn\r\nb.lmn\r\n', 'a.lmn': '', 'b.lmn': '', 'c.lmn': '' })).toEqual([
      'c.lmn',
    ]));

  test('a folder of that name is none', async () =>
    expect(await found({ '.gitignore/x': '', 'a.lmn': '' })).toEqual(['a.lmn']));
});

describe('links', () => {
  linked('a circle of folders ends', async () => {
    const root = folderWith({ 'a/x.lmn': '', 'b/y.lmn': '' });
    symlinkSync(root, join(root, 'a/up'));
    symlinkSync(join(root, 'b'), join(root, 'a/b'));
    symlinkSync(join(root, 'a'), join(root, 'b/a'));
    symlinkSync(join(root, 'loop'), join(root, 'loop'));
    expect(await namesIn(root)).toEqual(['a/x.lmn', 'b/y.lmn']);
  });

  linked('a file that two paths lead to is there once, by the straight one', async () => {
    const root = folderWith({ 'z/x.lmn': '' });
    symlinkSync(join(root, 'z/x.lmn'), join(root, 'a.lmn'));
    symlinkSync(join(root, 'z'), join(root, 'folder'));
    expect(await namesIn(root)).toEqual(['z/x.lmn']);
  });

  linked('what lies hidden in the workspace is found through a link', async () => {
    const root = folderWith({ '.store/x.lmn': '' });
    symlinkSync(join(root, '.store'), join(root, 'letters'));
    expect(await namesIn(root)).toEqual(['letters/x.lmn']);
  });

  linked('a way out of the workspace is not taken, and said', async () => {
    const root = folderWith({ 'a.lmn': '' });
    const outside = folderWith({ 'b.lmn': '' });
    symlinkSync(outside, join(root, 'out'));
    symlinkSync(join(outside, 'b.lmn'), join(root, 'c.lmn'));
    expect(await namesIn(root)).toEqual(['a.lmn']);
    expect((await walkFolder(diskNow, root, root)).notes).toHaveLength(2);
    expect(await namesIn(root, 'out')).toEqual(['out/b.lmn']);
  });

  linked('one that leads nowhere is said', async () => {
    const root = folderWith({ 'a.lmn': '' });
    symlinkSync(join(root, 'gone'), join(root, 'b.lmn'));
    symlinkSync(join(root, 'gone'), join(root, 'c.txt'));
    expect((await walkFolder(diskNow, root, root)).problems).toEqual([
      expect.stringContaining('b.lmn cannot be read: it is a link that leads nowhere.'),
    ]);
  });
});

test.skipIf(process.platform === 'win32' || process.getuid?.() === 0)(
  'a folder without permission is said, and the rest is read',
  async () => {
    const root = folderWith({ 'a.lmn': '', 'b/c.lmn': '' });
    chmodSync(join(root, 'b'), 0);
    const { files, problems } = await walkFolder(diskNow, root, root);
    chmodSync(join(root, 'b'), 0o700);
    expect(files).toHaveLength(1);
    expect(problems).toEqual([expect.stringContaining('cannot be read: you have no permission.')]);
  },
);

test('deep folders do not exhaust the stack', async () => {
  const root = folderWith();
  const deep = join(root, ...Array<string>(300).fill('d'));
  mkdirSync(deep, { recursive: true });
  expect((await walkFolder(diskNow, root, root)).files).toEqual([]);
});

describe('what else a walk tells', () => {
  const files = {
    'lmn.config.json': '{ "root": true }',
    'a.lmn': '',
    'part/lmn.config.json': '{ "root": true }',
    'part/b.lmn': '',
    'set/lmn.config.json': '{}',
    'set/c.lmn': '',
    'none/d.lmn': '',
    '.hidden/e.lmn': '',
    '.f.lmn': '',
  };
  const walk = async (start: string, partsAtRoots: boolean) => {
    const root = folderWith(files);
    if (process.platform !== 'win32') symlinkSync(join(root, 'a.lmn'), join(root, '.link.lmn'));
    const found = await findFiles(diskNow, join(root, start), root, { partsAtRoots });
    const name = (path: string) => relativeName(path, root);
    return {
      files: found.files.map(({ path }) => name(path)),
      configs: found.configs.map(name).sort(),
      leftOut: found.leftOut.map(({ path, why }) => `${name(path)}: ${why}`).sort(),
    };
  };

  test('its configurations, what is hidden but no link that is, and a workspace within', async () =>
    expect(await walk('.', true)).toEqual({
      files: ['a.lmn', 'none/d.lmn', 'set/c.lmn'],
      configs: ['lmn.config.json', 'set/lmn.config.json'],
      leftOut: ['.f.lmn: hidden', '.hidden: hidden', 'part: own workspace'],
    }));

  test('a workspace within is read where no configuration is to be believed', async () =>
    expect(await walk('.', false)).toEqual({
      files: ['a.lmn', 'none/d.lmn', 'part/b.lmn', 'set/c.lmn'],
      configs: ['lmn.config.json', 'part/lmn.config.json', 'set/lmn.config.json'],
      leftOut: ['.f.lmn: hidden', '.hidden: hidden'],
    }));

  test('and where it is the one that is asked for', async () =>
    expect(await walk('part', true)).toMatchObject({ files: ['part/b.lmn'], configs: ['part/lmn.config.json'] }));
});

describe('what cannot be read', () => {
  const root = 'file:///w';
  const walk = async (disk: TextsOnDisk) => {
    const { files, leftOut } = await findFiles(disk, root, root);
    return { files: files.map(({ path }) => path.slice(root.length + 1)), leftOut };
  };

  test('a folder is left out, and the rest is read', async () => {
    const disk = new TextsOnDisk({ [`${root}/a/b.lmn`]: '', [`${root}/c.lmn`]: '' });
    disk.closedFolders.add(`${root}/a`);
    expect(await walk(disk)).toMatchObject({
      files: ['c.lmn'],
      leftOut: [{ path: `${root}/a`, why: 'unreadable', error: { code: 'EACCES' } }],
    });
  });

  test('an ignore file leaves out its folder', async () => {
    const disk = new TextsOnDisk({
      [`${root}/a/.lmnignore`]: { code: 'EACCES' },
      [`${root}/a/b.lmn`]: '',
      [`${root}/a/d/e.lmn`]: '',
      [`${root}/c.lmn`]: '',
    });
    expect(await walk(disk)).toMatchObject({
      files: ['c.lmn'],
      leftOut: [{ path: `${root}/a/.lmnignore`, why: 'unreadable ignore file', error: { code: 'EACCES' } }],
    });
  });

  test('an ignore file above a folder that is named is an error', async () => {
    const disk = new TextsOnDisk({ [`${root}/.lmnignore`]: { code: 'EIO' }, [`${root}/a/b.lmn`]: '' });
    await expect(findFiles(disk, `${root}/a`, root)).rejects.toMatchObject({ path: `${root}/.lmnignore` });
  });

  test('what is neither file nor folder is none of ours, be it called .lmn', async () => {
    const disk = new TextsOnDisk({ [`${root}/c.lmn`]: '' });
    const pipes: FilePort = {
      ...{ ignoresCase: false, join: disk.join, parent: disk.parent, namesFrom: disk.namesFrom },
      list: async (path) => [
        { name: 'pipe.lmn', kind: 'other' },
        { name: 'link.lmn', kind: 'link' },
        ...(await disk.list(path)),
      ],
      stat: async (path) => (path.endsWith('/link.lmn') ? { kind: 'other', size: 0 } : disk.stat(path)),
      read: (path) => disk.read(path),
      realPath: (path) => (path.endsWith('/link.lmn') ? path : disk.realPath(path)),
    };
    const { files, leftOut } = await findFiles(pipes, root, root);
    expect(files).toEqual([{ path: `${root}/c.lmn`, real: `${root}/c.lmn` }]);
    expect(leftOut).toEqual([]);
  });
});
