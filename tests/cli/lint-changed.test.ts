import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { folderWith, lintJson, lmn } from './folder.js';

const git = (cwd: string, ...words: string[]) =>
  execFileSync('git', ['-c', 'user.name=Test', '-c', 'user.email=test@example.org', ...words], {
    cwd,
    encoding: 'utf8',
  });

const commit = (cwd: string) => {
  git(cwd, 'add', '-A');
  git(cwd, 'commit', '-q', '--no-verify', '-m', 'x');
};

const template = (first: string) => `template ${first}\nfor: new-pa\n---\n## A #history\n[patient nam]\n`;
const files = {
  'base.lmn': template('base "B"'),
  'upon.lmn': template('upon from base "U"'),
  'other.lmn': template('other "O"'),
  'of base.lmn': 'case base\nnothing: x\n',
  'of upon.lmn': 'case upon\nnothing: x\n',
  'of other.lmn': 'case other\nnothing: x\n',
  'book.lmn': 'vocabulary book\nnothing\n',
};
const all = Object.keys(files)
  .filter((name) => name !== 'book.lmn')
  .sort();

async function checked(cwd: string, ...words: string[]): Promise<string[]> {
  const { findings } = await lintJson(cwd, '--changed', ...words, '.');
  return [...new Set(findings.map(({ file }) => file))].filter((name) => name !== 'book.lmn').sort();
}

test('what has changed, and what stands on it', async () => {
  const cwd = folderWith(files);
  git(cwd, 'init', '-q', '-b', 'main');
  const change = (name: string, text: string) => {
    writeFileSync(join(cwd, name), text);
  };
  const back = () => git(cwd, 'checkout', '-q', '-f', 'HEAD', '--', '.');
  expect(await checked(cwd)).toEqual(all); // No commit yet: all is new.
  commit(cwd);
  expect(await lmn(cwd, 'lint', '--changed', '.')).toEqual({
    code: 0,
    stdout: 'There was no file to check.\n',
    stderr: '',
  });

  change('of base.lmn', 'case base\nnothing: y\n');
  change('new one.lmn', 'case base\nnothing: z\n');
  expect(await checked(cwd)).toEqual(['new one.lmn', 'of base.lmn']);
  expect(await checked(cwd, '--rule', 'npi')).toEqual([]);
  rmSync(join(cwd, 'new one.lmn'));
  back();

  // Of templates all are looked at, for they know one another by name; of cases those that are made of them.
  const templates = ['base.lmn', 'other.lmn', 'upon.lmn'];
  change('base.lmn', `${files['base.lmn']}More.\n`);
  expect(await checked(cwd)).toEqual([...templates, 'of base.lmn', 'of upon.lmn'].sort());
  git(cwd, 'add', '-A');
  expect(await checked(cwd)).toEqual([...templates, 'of base.lmn', 'of upon.lmn'].sort());
  git(cwd, 'reset', '-q', '--hard');
  change('other.lmn', template('renamed "R"'));
  expect(await checked(cwd)).toEqual([...templates, 'of other.lmn'].sort());
  back();

  for (const [name, text] of [
    ['book.lmn', 'vocabulary book\nsomething\n'],
    ['lmn.config.json', '{}'],
  ] as const) {
    change(name, text);
    expect(await checked(cwd)).toEqual(all);
    git(cwd, 'reset', '-q', '--hard');
    git(cwd, 'clean', '-q', '-f');
  }
  rmSync(join(cwd, 'other.lmn'));
  expect(await checked(cwd)).toEqual(all.filter((name) => name !== 'other.lmn'));
  back();

  git(cwd, 'checkout', '-q', '-b', 'work');
  change('of upon.lmn', 'case upon\nnothing: y\n');
  commit(cwd);
  git(cwd, 'checkout', '-q', 'main');
  change('of other.lmn', 'case other\nnothing: y\n');
  commit(cwd);
  git(cwd, 'checkout', '-q', 'work');
  expect(await checked(cwd)).toEqual([]);
  expect(await checked(cwd, '--since', 'main')).toEqual(['of upon.lmn']);
  mkdirSync(join(cwd, 'sub'));
  writeFileSync(join(cwd, 'sub', 'é "q".lmn'), 'case base\nnothing: x\n');
  expect(await checked(join(cwd, 'sub'))).toEqual(['é "q".lmn']);
}, 60_000);

test.each([
  [['--changed', '--since', 'gone', '.'], 'git knows no commit gone here: --since takes a branch, a tag or a commit.'],
  [
    ['--changed', '--since', '--output=x', '.'],
    'git knows no commit --output=x here: --since takes a branch, a tag or a commit.',
  ],
  [['--since', 'main', '.'], '--since says since when a file has --changed. Add --changed.'],
  [['--changed', '--stdin'], '--changed asks git for files, and standard input is none.'],
])('%j', async (words, line) => {
  const cwd = folderWith({ 'a.lmn': 'case\n' });
  git(cwd, 'init', '-q');
  expect(await lmn(cwd, 'lint', ...words)).toEqual({ code: 2, stdout: '', stderr: `lmn: ${line}\n` });
});

test('where there is no repository that is told', async () => {
  const cwd = folderWith({ 'a.lmn': 'case\n' });
  const { code, stderr } = await lmn(cwd, 'lint', '--changed', '.');
  expect(code).toBe(2);
  expect(stderr).toContain('is in no git repository: --changed asks git what has changed.');
});
