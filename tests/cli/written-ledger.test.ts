import { chmodSync, readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { hashOf, openLedger, stateFolder } from '../../server/src/cli/written-ledger.js';
import { folderWith } from './folder.js';

const posix = test.skipIf(process.platform === 'win32');
const entry = (bytes: string, source = 'a.lmn') => ({ bytes: hashOf(bytes), source: hashOf(source) });

test('what is kept is read again, by its path alone, the newest first', () => {
  const folder = join(folderWith(), 'lmn');
  openLedger(folder).keep('/a/letter.pdf', [entry('new'), entry('old')]);
  expect(openLedger(folder).read('/a/letter.pdf')).toEqual([entry('new'), entry('old')]);
  expect(openLedger(folder).read('/b/letter.pdf')).toEqual([]);
});

test('grows neither by entries nor by files without end', () => {
  const folder = join(folderWith(), 'lmn');
  const ledger = openLedger(folder);
  ledger.keep('/a', [entry('0'), entry('0'), ...Array.from({ length: 50 }, (_, i) => entry(String(i)))]);
  expect(ledger.read('/a')).toEqual(Array.from({ length: 8 }, (_, i) => entry(String(i))));
  const longAgo = new Date(0);
  for (let i = 0; i < 10_005; i++) {
    const path = join(folder, `written-${hashOf(String(i)).slice(0, 40)}`);
    writeFileSync(path, '');
    utimesSync(path, longAgo, longAgo);
  }
  // Another run: each takes away once what is too much.
  openLedger(folder).keep('/b', [entry('b')]);
  expect(readdirSync(folder)).toHaveLength(10_000);
  expect(ledger.read('/a')).toHaveLength(8);
  expect(ledger.read('/b')).toHaveLength(1);
});

posix('only the user can read it', () => {
  const folder = join(folderWith(), 'state', 'lmn');
  openLedger(folder).keep('/a', [entry('a')]);
  expect(statSync(folder).mode & 0o777).toBe(0o700);
  expect(statSync(join(folder, readdirSync(folder)[0]!)).mode & 0o777).toBe(0o600);
});

describe('nothing is known, and nothing fails', () => {
  test.each([
    ['damaged', 'x'],
    ['empty', ''],
    ['far too long', `${'0'.repeat(64)} ${'0'.repeat(64)}\n`.repeat(100)],
    ['half', hashOf('a')],
  ])('where it is %s', (_, content) => {
    const folder = join(folderWith(), 'lmn');
    const ledger = openLedger(folder);
    ledger.keep('/a', [entry('a')]);
    writeFileSync(join(folder, readdirSync(folder)[0]!), content);
    expect(ledger.read('/a')).toEqual([]);
  });

  test('where a file is in its place, or there is no place', () => {
    const folder = folderWith({ lmn: 'a file' });
    for (const ledger of [openLedger(join(folder, 'lmn')), openLedger(undefined)]) {
      ledger.keep('/a', [entry('a')]);
      expect(ledger.read('/a')).toEqual([]);
    }
  });

  posix('where others may write', () => {
    const folder = join(folderWith(), 'lmn');
    const ledger = openLedger(folder);
    ledger.keep('/a', [entry('a')]);
    chmodSync(folder, 0o770);
    expect(ledger.read('/a')).toEqual([]);
    ledger.keep('/b', [entry('b')]);
    expect(readdirSync(folder)).toHaveLength(1);
  });
});

test("lies in the user's state folder of the system", () => {
  const at = (platform: NodeJS.Platform, env: Record<string, string> = {}, home = '/home/jo') =>
    stateFolder({ platform, env, home });
  expect(at('linux')).toBe(join('/home/jo', '.local', 'state', 'lmn'));
  expect(at('darwin')).toBe(join('/home/jo', '.local', 'state', 'lmn'));
  expect(at('linux', { XDG_STATE_HOME: '/state' })).toBe(join('/state', 'lmn'));
  expect(at('linux', { XDG_STATE_HOME: 'relative' })).toBe(join('/home/jo', '.local', 'state', 'lmn'));
  expect(at('win32', { LOCALAPPDATA: '/local' })).toBe(join('/local', 'lmn'));
  expect(at('win32')).toBeUndefined();
  expect(at('linux', {}, 'relative')).toBeUndefined();
});
