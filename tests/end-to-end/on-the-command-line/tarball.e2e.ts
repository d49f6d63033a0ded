import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sample } from '../support/samples.js';

const root = resolve(import.meta.dirname, '../../..');
const folder = mkdtempSync(join(tmpdir(), 'lmn-tarball-'));
const env = {
  ...process.env,
  npm_config_offline: 'true',
  npm_config_loglevel: 'notice',
  XDG_CACHE_HOME: folder,
  XDG_STATE_HOME: folder,
};

function run(program: string, argv: readonly string[], cwd = folder) {
  const { status, stdout, stderr } = spawnSync(program, argv, { cwd, env, encoding: 'utf8' });
  return { code: status, stdout, stderr };
}

/** What CI runs that has the tarball of a release in its repository. */
const lmn = (...argv: string[]) => run('npx', ['--no', 'lmn', ...argv]);

// As a release is made and used: packed from what `npm run package` has built, and installed where no network is.
beforeAll(() => {
  expect(run('npm', ['pack', '--ignore-scripts', '--pack-destination', folder], root).code).toBe(0);
  const [tarball = ''] = readdirSync(folder).filter((name) => name.endsWith('.tgz'));
  writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
  const installed = run('npm', ['install', '--no-audit', '--no-fund', '--save-dev', `./${tarball}`]);
  expect(installed).toMatchObject({ code: 0, stdout: expect.stringMatching(/added 1 package/) as string });
  for (const name of ['chronic-pain-continuation.lmn', 'our-clinic.lmn', 'blue-mesa-mp-104.lmn'])
    writeFileSync(join(folder, name), sample(name));
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

test('checks letters', () => {
  expect(lmn('lint', '.')).toEqual({ code: 0, stdout: '3 files checked, nothing found.\n', stderr: '' });
});

test('writes one as PDF and as Word file', () => {
  for (const [type, begins] of [
    ['pdf', '%PDF-'],
    ['docx', 'PK'],
  ] as const) {
    expect(lmn('render', 'chronic-pain-continuation.lmn', '-o', `letter.${type}`).code).toBe(0);
    expect(readFileSync(join(folder, `letter.${type}`), 'latin1').startsWith(begins)).toBe(true);
  }
});

test('begins a case of a kind, from what ships in it', () => {
  expect(lmn('new', '--for', 'appeal-1').stdout).toMatch(/^case appeal-1-letter\n/);
});
