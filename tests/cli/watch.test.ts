import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { clean, folderWith, lmn, lmnWith, warned } from './folder.js';

/** A watching run, with what it has said so far. */
function watching(cwd: string, ...words: string[]) {
  const ending = new AbortController();
  const said = { out: '', err: '' };
  const ran = lmnWith(
    cwd,
    {
      ended: ending.signal,
      stdout: { write: (text) => void (said.out += text) },
      stderr: { write: (text) => void (said.err += text) },
    },
    'lint',
    '--watch',
    ...words,
  );
  const runs = () => said.err.split('Waiting for changes.').length - 1;
  /** Until it has said this since it was last asked. */
  const says = async (text: string) => {
    await vi.waitFor(() => expect(said.out + said.err).toContain(text), { timeout: 10_000, interval: 20 });
    await vi.waitFor(() => expect(said.err).toMatch(/Waiting for changes\. Ctrl\+C ends it\.\n$/), { timeout: 10_000 });
    said.out = '';
  };
  const end = async () => {
    ending.abort();
    return (await ran).code;
  };
  return { says, end, runs };
}

test('checks again when a letter comes, changes or goes, and goes on where a setting is wrong', async () => {
  const cwd = folderWith({ 'a.lmn': clean, 'sub/b.lmn': clean.replace('our', 'their') });
  const { says, end } = watching(cwd, '.');
  await says('2 files checked, nothing found.');
  writeFileSync(join(cwd, 'sub/b.lmn'), warned.replace('our', 'their'));
  await says('1 warning in 2 files checked.');
  mkdirSync(join(cwd, 'new'));
  writeFileSync(join(cwd, 'new/c.lmn'), clean.replace('our', 'new'));
  await says('1 warning in 3 files checked.');
  writeFileSync(join(cwd, 'lmn.config.json'), '{ "rules": { "unneeded-suppresion": "off" } }');
  await says('Did you mean "unneeded-suppression"?');
  writeFileSync(join(cwd, 'lmn.config.json'), '{ "rules": { "unneeded-suppression": "off" } }');
  await says('3 files checked, nothing found.');
  rmSync(join(cwd, 'new/c.lmn'));
  await says('2 files checked, nothing found.');
  expect(await end()).toBe(0);
}, 60_000);

test('what is no letter wakes nobody', async () => {
  const cwd = folderWith({ 'a.lmn': warned, '.git/HEAD': '' });
  const { says, end, runs } = watching(cwd, '.');
  await says('1 warning');
  for (const name of ['notes.txt', '.git/index', '.a.lmn.lmn-ab-cd-01234567.tmp']) writeFileSync(join(cwd, name), 'x');
  await new Promise((resolve) => setTimeout(resolve, 400));
  expect(runs()).toBe(1);
  expect(await end()).toBe(1);
});

test.each(['--stdin', '--fix', '--write-baseline'])('%s is for one time', async (option) => {
  const words = option === '--stdin' ? [option] : [option, '.'];
  expect((await lmn(folderWith({ 'a.lmn': clean }), 'lint', '--watch', ...words)).stderr).toBe(
    `lmn: --watch tells what is found again and again; ${option} is for one time.\n`,
  );
});
