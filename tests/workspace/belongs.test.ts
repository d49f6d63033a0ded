import fc from 'fast-check';
import { expect, test } from 'vitest';
import { realIfFound } from '../../server/src/workspace/belongs.js';
import { findFiles } from '../../server/src/workspace/find-files.js';
import { TextsOnDisk } from '../support/texts-on-disk.js';

const root = 'file:///w';

const folders = fc.array(fc.constantFrom('a', 'b', 'build', 'x.lmn'), { maxLength: 3 });
const lines = fc.array(
  fc.constantFrom(
    'a/',
    '!a/',
    'build',
    '!build',
    '*.lmn',
    '!x.lmn',
    '/a',
    'a/x.lmn',
    '!a/x.lmn',
    'b/*',
    'x.lmn/',
    '**/b',
  ),
  { minLength: 1, maxLength: 3 },
);
const letters = fc
  .tuple(folders, fc.constantFrom('x.lmn', 'y.lmn', '.z.lmn', 'x.txt'))
  .map(([way, name]): [string, string] => [[root, ...way, name].join('/'), '']);
const ignoreFiles = fc
  .tuple(folders, fc.constantFrom('.gitignore', '.lmnignore'), lines)
  .map(([way, name, patterns]): [string, string] => [[root, ...way, name].join('/'), `${patterns.join('\n')}\n`]);

/** No file stands where another has a folder. */
function withoutClashes(files: readonly (readonly [string, string])[]): Record<string, string> {
  return Object.fromEntries(files.filter(([path]) => !files.some(([other]) => other.startsWith(`${path}/`))));
}

test('of each file the same is said as by a walk of all', () =>
  fc.assert(
    fc.asyncProperty(
      fc.array(letters, { minLength: 1, maxLength: 8 }),
      fc.array(ignoreFiles, { maxLength: 4 }),
      async (someLetters, ignoring) => {
        const disk = new TextsOnDisk(withoutClashes([...someLetters, ...ignoring]));
        const { files } = await findFiles(disk, root, root, { partsAtRoots: false });
        const paths = [...disk.files.keys()];
        const said = await Promise.all(paths.map((path) => realIfFound(disk, root, path)));
        expect(said.filter((real) => real !== undefined).sort()).toEqual(files.map(({ real }) => real).sort());
      },
    ),
    { numRuns: 300 },
  ));

test('is an error where an ignore file on the way cannot be read', async () => {
  const disk = new TextsOnDisk({
    [`${root}/a/.gitignore`]: 'x\n',
    [`${root}/a/b/y.lmn`]: '',
    [`${root}/c/z.lmn`]: '',
  });
  disk.files.set(`${root}/a/.gitignore`, { code: 'EACCES' });
  await expect(realIfFound(disk, root, `${root}/a/b/y.lmn`)).rejects.toMatchObject({
    name: 'UnreadableIgnoreFile',
    path: `${root}/a/.gitignore`,
    cause: { code: 'EACCES' },
  });
  expect(await realIfFound(disk, root, `${root}/c/z.lmn`)).toBe(`${root}/c/z.lmn`);
});
