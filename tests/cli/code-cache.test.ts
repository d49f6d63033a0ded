import { chmodSync, existsSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type CacheSurroundings, openCodeCache } from '../../server/src/cli/code-cache.js';
import { folderWith } from './folder.js';

const posix = test.skipIf(process.platform === 'win32');

function surroundings(changes: Partial<CacheSurroundings> = {}): CacheSurroundings {
  return { env: {}, home: folderWith(), cwd: folderWith(), platform: 'linux', ...changes };
}

const code = Buffer.from('compiled code');
const folderIn = (home: string) => join(home, '.cache', 'lmn-letters');

test('what is kept is read again, by its name alone', () => {
  const around = surroundings();
  openCodeCache(around)?.keep('lint', code);
  expect(openCodeCache(around)?.read('lint')).toEqual(code);
  expect(openCodeCache(around)?.read('render')).toBeUndefined();
});

test("lies in the user's cache folder of the system", () => {
  const home = folderWith();
  const asked = folderWith();
  const at = (changes: Partial<CacheSurroundings>, folder: string) => {
    openCodeCache(surroundings({ home, ...changes }))?.keep('x', code);
    return existsSync(join(folder, 'lmn-letters', 'x'));
  };
  expect(at({}, join(home, '.cache'))).toBe(true);
  expect(at({ platform: 'darwin' }, join(home, 'Library', 'Caches'))).toBe(true);
  expect(at({ env: { XDG_CACHE_HOME: asked } }, asked)).toBe(true);
  const local = folderWith();
  expect(at({ platform: 'win32', env: { LOCALAPPDATA: local } }, local)).toBe(true);
  expect(openCodeCache(surroundings({ platform: 'win32' }))).toBeUndefined();
});

test('a relative XDG_CACHE_HOME does not count', () => {
  const around = surroundings({ env: { XDG_CACHE_HOME: 'cache' } });
  openCodeCache(around)?.keep('x', code);
  expect(existsSync(join(folderIn(around.home), 'x'))).toBe(true);
});

test('is turned off by LMN_NO_CACHE', () =>
  expect(openCodeCache(surroundings({ env: { LMN_NO_CACHE: '1' } }))).toBeUndefined());

test('never lies in the folder that is worked in', () => {
  const home = folderWith();
  expect(openCodeCache(surroundings({ home, cwd: home }))).toBeUndefined();
  const cwd = folderWith();
  expect(openCodeCache(surroundings({ cwd, env: { XDG_CACHE_HOME: join(cwd, 'cache') } }))).toBeUndefined();
});

describe('is not used', () => {
  test.each([
    ['cut short', (bytes: Buffer) => bytes.subarray(0, -1)],
    ['changed', (bytes: Buffer) => Buffer.concat([bytes.subarray(0, -1), Buffer.from('X')])],
    ['another sum', (bytes: Buffer) => Buffer.concat([Buffer.alloc(4), bytes.subarray(4)])],
    ['empty', () => Buffer.alloc(0)],
    ['a few bytes', () => Buffer.alloc(3)],
  ])('when it is %s', (_, damage) => {
    const around = surroundings();
    openCodeCache(around)?.keep('lint', code);
    const file = join(folderIn(around.home), 'lint');
    writeFileSync(file, damage(readFileSync(file)));
    expect(openCodeCache(around)?.read('lint')).toBeUndefined();
    openCodeCache(around)?.keep('lint', code);
    expect(openCodeCache(around)?.read('lint')).toEqual(code);
  });

  posix('when others may write to its folder', () => {
    const around = surroundings();
    openCodeCache(around)?.keep('lint', code);
    chmodSync(folderIn(around.home), 0o777);
    expect(openCodeCache(around)?.read('lint')).toBeUndefined();
    openCodeCache(around)?.keep('other', code);
    expect(readdirSync(folderIn(around.home))).toEqual(['lint']);
  });

  posix('when its folder is a link', () => {
    const around = surroundings();
    const elsewhere = folderWith();
    const base = folderWith();
    symlinkSync(elsewhere, join(base, 'lmn-letters'));
    const cache = openCodeCache({ ...around, env: { XDG_CACHE_HOME: base } });
    cache?.keep('lint', code);
    expect(readdirSync(elsewhere)).toEqual([]);
    expect(cache?.read('lint')).toBeUndefined();
  });
});

posix('only the user can read it', () => {
  const around = surroundings();
  openCodeCache(around)?.keep('lint', code);
  expect(statSync(folderIn(around.home)).mode & 0o777).toBe(0o700);
  expect(statSync(join(folderIn(around.home), 'lint')).mode & 0o777).toBe(0o600);
});

test('leaves nothing half-written, and does not grow for ever', () => {
  const around = surroundings();
  for (let i = 0; i < 60; i++) openCodeCache(around)?.keep(`x${i}`, code);
  const names = readdirSync(folderIn(around.home));
  expect(names).toHaveLength(24);
  expect(names).toContain('x59');
});
