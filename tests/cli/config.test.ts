import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Files, folderWith, lintJson, lmn, warned } from './folder.js';

const id = 'unneeded-suppression';
const config = (rules: unknown, more: object = {}) => JSON.stringify({ ...more, rules });
const off = config({ [id]: 'off' });

/** The severities of what is found in `cases/a.lmn`, whose only finding is a warning. */
async function severities(files: Files, cwd = folderWith({ 'cases/a.lmn': warned, ...files })): Promise<string[]> {
  const { findings, stderr } = await lintJson(cwd, 'cases/a.lmn');
  expect(stderr).toBe('');
  return findings.map(({ severity }) => severity);
}

/** What is said on stderr where a configuration is wrong. */
async function complaint(files: Files, cwd = folderWith({ 'cases/a.lmn': warned, ...files })): Promise<string> {
  const { code, stdout, stderr } = await lmn(cwd, 'lint', '.');
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  return stderr;
}

describe('the nearest configuration counts', () => {
  test.each([
    ['none', {}, ['warning']],
    ['of the root', { 'lmn.config.json': off }, []],
    ['of the folder', { 'cases/lmn.config.json': config({ [id]: 'error' }) }, ['error']],
    ['the nearer one, and not the other', { 'lmn.config.json': off, 'cases/lmn.config.json': '{}' }, ['warning']],
    ['not one beside', { 'other/lmn.config.json': off }, ['warning']],
    ['saved with a mark', { 'lmn.config.json': `\uFEFF${off}` }, []],
  ])('%s', async (_, files, expected) => expect(await severities(files)).toEqual(expected));

  test('not one above the workspace', async () => {
    const root = folderWith({ 'lmn.config.json': off, 'project/.git/HEAD': '', 'project/cases/a.lmn': warned });
    expect(await severities({}, join(root, 'project'))).toEqual(['warning']);
  });

  test('that of the repository, from a folder in it', async () => {
    const root = folderWith({ '.git/HEAD': '', 'lmn.config.json': off, 'sub/cases/a.lmn': warned });
    expect(await severities({}, join(root, 'sub'))).toEqual([]);
  });
});

describe('extends', () => {
  const base = config({ [id]: 'error' });
  test.each([
    ['a file beside it', { 'lmn.config.json': '{ "extends": "./base.json" }', 'base.json': base }, ['error']],
    [
      'a file above',
      { 'cases/lmn.config.json': '{ "extends": "../lmn.config.json" }', 'lmn.config.json': base },
      ['error'],
    ],
    [
      'a package',
      { 'lmn.config.json': '{ "extends": "lmn-config" }', 'node_modules/lmn-config/lmn.config.json': base },
      ['error'],
    ],
    [
      'a package of an organization',
      { 'lmn.config.json': '{ "extends": "@mesa/lmn" }', 'node_modules/@mesa/lmn/lmn.config.json': base },
      ['error'],
    ],
    [
      'a file of a package',
      { 'lmn.config.json': '{ "extends": "@mesa/lmn/strict.json" }', 'node_modules/@mesa/lmn/strict.json': base },
      ['error'],
    ],
    [
      'a package of a folder above',
      { 'cases/lmn.config.json': '{ "extends": "lmn-config" }', 'node_modules/lmn-config/lmn.config.json': base },
      ['error'],
    ],
  ])('%s', async (_, files, expected) => expect(await severities(files)).toEqual(expected));

  test.each([
    ['/etc/x.json', 'Only a path from this file is read, such as "../lmn.config.json", or a package of node_modules.'],
    ['C:/x.json', 'Only a path from this file is read, such as "../lmn.config.json", or a package of node_modules.'],
    ['C:\\\\x.json', 'Only a path from this file is read, such as "../lmn.config.json", or a package of node_modules.'],
    [
      '\\\\\\\\server\\\\x.json',
      'Only a path from this file is read, such as "../lmn.config.json", or a package of node_modules.',
    ],
    [
      'https://example.org/x.json',
      'Only a path from this file is read, such as "../lmn.config.json", or a package of node_modules.',
    ],
    [
      'file:///x.json',
      'Only a path from this file is read, such as "../lmn.config.json", or a package of node_modules.',
    ],
    ['~/x.json', 'Only a path from this file is read, such as "../lmn.config.json", or a package of node_modules.'],
    ['.\\\\x.json', 'Write / between folders: "./x.json"'],
    ['./x.js', 'Only JSON is read: name a file that ends in .json.'],
    ['..', 'Only JSON is read: name a file that ends in .json.'],
    ['pack/x.js', 'Only JSON is read: name a file that ends in .json.'],
    ['./gone.json', 'There is no such file.'],
    ['gone', 'No package of node_modules has it. If it is a file, write "./gone".'],
    ['base.json', 'No package of node_modules has it. If it is a file, write "./base.json".'],
    ['pack/../../x.json', 'This is neither a path from this file ("./…", "../…") nor a package.'],
    ['./folder.json', 'This cannot be read: it is a folder.'],
  ])('%s is refused', async (specifier, message) => {
    const files = {
      'lmn.config.json': `{ "extends": "${specifier}" }`,
      'base.json': '{}',
      'x.js': '',
      'folder.json/x': '',
    };
    expect(await complaint(files)).toBe(`lmn: lmn.config.json:1:14: ${message}\n`);
  });

  test('a way out of the workspace is refused', async () => {
    const root = folderWith({
      'secret.json': '{}',
      'project/a.lmn': warned,
      'project/lmn.config.json': '{ "extends": "../secret.json" }',
    });
    expect(await complaint({}, join(root, 'project'))).toMatch(/leads out of the workspace/);
  });

  test.skipIf(process.platform === 'win32')(
    'so is a link that leads out, also as a package, also as the configuration itself',
    async () => {
      const outside = folderWith({ 'secret.json': '{}', 'lmn.config.json': '{}' });
      const file = folderWith({ 'a.lmn': warned, 'lmn.config.json': '{ "extends": "./link.json" }' });
      symlinkSync(join(outside, 'secret.json'), join(file, 'link.json'));
      expect(await complaint({}, file)).toMatch(/:1:14: This leads out of the workspace/);
      const pack = folderWith({ 'a.lmn': warned, 'lmn.config.json': '{ "extends": "pack" }', 'node_modules/x': '' });
      symlinkSync(outside, join(pack, 'node_modules/pack'));
      expect(await complaint({}, pack)).toMatch(/:1:14: This leads out of the workspace/);
      const itself = folderWith({ 'a.lmn': warned });
      symlinkSync(join(outside, 'lmn.config.json'), join(itself, 'lmn.config.json'));
      expect(await complaint({}, itself)).toMatch(/^lmn: lmn.config.json: This leads out of the workspace/);
    },
  );

  test('a circle is told', async () =>
    expect(
      await complaint({
        'lmn.config.json': '{ "extends": "./b.json" }',
        'b.json': '{ "extends": "./lmn.config.json" }',
      }),
    ).toBe('lmn: b.json:1:14: This configuration extends itself, directly or through others. Take this out.\n'));
});

describe('a mistake is told before anything is checked', () => {
  test('with its line and column', async () =>
    expect(await complaint({ 'lmn.config.json': '{\n  "rules": {\n    "unneded-suppression": "off"\n  }\n}' })).toBe(
      'lmn: lmn.config.json:3:5: No rule has the name "unneded-suppression". Did you mean "unneeded-suppression"?\n',
    ));

  test('a line for each', async () =>
    expect(
      (await complaint({ 'lmn.config.json': config({ [id]: 'on', nope: 'off' }) })).match(
        /^lmn: lmn.config.json:1:\d+: /gm,
      ),
    ).toHaveLength(2));

  test('in a folder further down too', async () =>
    expect(await complaint({ 'cases/deep/b.lmn': warned, 'cases/deep/lmn.config.json': '[' })).toBe(
      'lmn: cases/deep/lmn.config.json:1:2: The file ends too early: a ] is missing.\n',
    ));

  test('a folder of that name', async () =>
    expect(await complaint({ 'lmn.config.json/x': '' })).toBe(
      'lmn: lmn.config.json: This cannot be read: it is a folder.\n',
    ));

  test('but not in a folder where nothing is checked', async () =>
    expect(await severities({ 'other/lmn.config.json': '[' })).toEqual(['warning']));
});
