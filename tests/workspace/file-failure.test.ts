import { expect, test } from 'vitest';
import { isMissing, reasonOf } from '../../server/src/workspace/file-failure.js';
import { letterTooLarge } from '../../server/src/workspace/letter-text.js';

const failure = (code: string) => Object.assign(new Error('as the system says'), { code });

test.each([
  ['ENOENT', 'there is no such file or folder'],
  ['ENOTDIR', 'there is no such file or folder'],
  ['EACCES', 'you have no permission'],
  ['EPERM', 'you have no permission'],
  ['EISDIR', 'it is a folder'],
  ['EROFS', 'the disk is read-only'],
  ['ENOSPC', 'the disk is full'],
  ['EDQUOT', 'the disk is full'],
  ['ELOOP', 'its links lead in a circle'],
  ['ENAMETOOLONG', 'its name is too long'],
  ['ERR_INVALID_ARG_VALUE', 'no file can have this name'],
  ['ERR_FS_FILE_TOO_LARGE', 'it is too large'],
  ['ERR_STRING_TOO_LONG', 'it is too large'],
  ['EMFILE', 'too many files are open'],
  ['ENFILE', 'too many files are open'],
  ['EBUSY', 'another program is using it'],
  ['EIO', 'the system says EIO'],
])('%s: %s', (code, words) => expect(reasonOf(failure(code))).toBe(words));

test('a letter that is too large is told how large letters are', () =>
  expect(reasonOf(failure(letterTooLarge))).toMatch(
    /^it is too large: a letter has some thousand characters, .* [\d,]+$/,
  ));

test.each([
  new Error('without a code'),
  failure(''),
  Object.assign(new Error('x'), { code: 5 }),
  { code: 'EIO' },
  'EIO',
])('what the system gives no code for: %j', (error) => expect(reasonOf(error)).toBe('the system says nothing more'));

test('missing is what is not there, and nothing else', () =>
  expect(['ENOENT', 'ENOTDIR', 'EACCES', 'ELOOP', ''].filter((code) => isMissing(failure(code)))).toEqual([
    'ENOENT',
    'ENOTDIR',
  ]));
