import { existsSync, mkdirSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { replaceFile } from '../../server/src/cli/replace-file.js';
import { hashOf } from '../../server/src/cli/written-ledger.js';
import { folderWith } from './folder.js';

const bytes = Buffer.from('the letter');

test('writes a new file and over an old one, and leaves nothing beside it', () => {
  const folder = folderWith();
  const path = join(folder, 'letter.pdf');
  replaceFile(path, bytes);
  replaceFile(path, Buffer.from('another'));
  expect(readFileSync(path, 'utf8')).toBe('another');
  expect(readdirSync(folder)).toEqual(['letter.pdf']);
});

test('leaves nothing where it cannot be moved into place', () => {
  const folder = folderWith();
  mkdirSync(join(folder, 'letter.pdf'));
  expect(() => replaceFile(join(folder, 'letter.pdf'), bytes)).toThrow();
  expect(readdirSync(folder)).toEqual(['letter.pdf']);
  expect(() => replaceFile(join(folder, 'gone', 'letter.pdf'), bytes)).toThrow(/ENOENT/);
});

describe('what killed runs left', () => {
  const here = hashOf(hostname()).slice(0, 4);
  // One process id that is in use, and one that no system gives.
  const own = process.pid.toString(16);
  const nobody = '7fffffff';
  const twoDaysAgo = new Date(Date.now() - 2 * 24 * 60 * 60 * 1000);

  const staysAfter = (name: string, changed?: Date) => {
    const folder = folderWith({ [name]: 'half' });
    if (changed) utimesSync(join(folder, name), changed, changed);
    replaceFile(join(folder, 'other.pdf'), bytes);
    return existsSync(join(folder, name));
  };

  test.each([
    ['of this machine', `.letter.pdf.lmn-${here}-${nobody}-0123abcd.tmp`, undefined, false],
    ['still being written', `.letter.pdf.lmn-${here}-${own}-0123abcd.tmp`, undefined, true],
    [
      'of another machine',
      `.letter.pdf.lmn-zzzz-${nobody}-0123abcd.tmp`.replace('zzzz', otherThan(here)),
      undefined,
      true,
    ],
    ['of another machine, long ago', `.letter.pdf.lmn-${otherThan(here)}-${own}-0123abcd.tmp`, twoDaysAgo, false],
    ['that is none', `letter.pdf.lmn-${here}-${nobody}-0123abcd.tmp`, twoDaysAgo, true],
    ['of another program', '.letter.pdf.tmp', twoDaysAgo, true],
  ])('%s', (_, name, changed, stays) => expect(staysAfter(name, changed)).toBe(stays));

  test('a folder of such a name stays', () => {
    const folder = folderWith();
    const name = `.letter.pdf.lmn-${here}-${nobody}-0123abcd.tmp`;
    mkdirSync(join(folder, name));
    writeFileSync(join(folder, name, 'x'), '');
    replaceFile(join(folder, 'other.pdf'), bytes);
    expect(existsSync(join(folder, name, 'x'))).toBe(true);
  });
});

function otherThan(machine: string): string {
  return machine === '0000' ? '1111' : '0000';
}
