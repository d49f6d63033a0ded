import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { folderWith, lmn } from './folder.js';

const own = 'template our-appeal from appeal-1-letter "Our appeal"\nfor: appeal-1\n---\n';

test('prints a case of the kind, with the day of today', async () => {
  const { code, stdout, stderr } = await lmn(folderWith(), 'new', '--for', 'new-pa');
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toMatch(
    /^case new-pa-letter\ndate: 2026-11-22\n[^]*\npatient\n {2}name: \[[^]*## Why This Treatment\n\[write: /,
  );
});

test('writes it to a file, and never over one that is there', async () => {
  const cwd = folderWith({ 'cases/there.lmn': 'mine' });
  expect(await lmn(cwd, 'new', '--from', 'plain-letter', '-o', 'cases/a.lmn')).toEqual({
    code: 0,
    stdout: 'cases/a.lmn: new.\n',
    stderr: '',
  });
  expect(readFileSync(join(cwd, 'cases/a.lmn'), 'utf8')).toMatch(/^case plain-letter\n/);
  expect(await lmn(cwd, 'new', '--for', 'general', '-o', 'cases/there.lmn')).toEqual({
    code: 2,
    stdout: '',
    stderr: 'lmn: cases/there.lmn is there already, and stays as it is. Name another file.\n',
  });
  expect(readFileSync(join(cwd, 'cases/there.lmn'), 'utf8')).toBe('mine');
});

test('the templates of the file’s workspace count, and others for the kind are named', async () => {
  const cwd = folderWith({ 'clinic/lmn.config.json': '{ "root": true }', 'clinic/own.lmn': own });
  const said = await lmn(cwd, 'new', '--for', 'appeal-1', '-o', 'clinic/b.lmn');
  expect(said.stderr).toBe('lmn: This is our-appeal. For the same kind there is also --from appeal-1-letter.\n');
  expect(readFileSync(join(cwd, 'clinic/b.lmn'), 'utf8')).toMatch(/^case our-appeal\n/);
});

test('a kind that is made from another says so in the case', async () => {
  const cwd = folderWith({ 'k.lmn': 'kind clinic-appeal from appeal-1 "Ours"\npurpose: Ours.\n' });
  expect((await lmn(cwd, 'new', '--for', 'clinic-appeal')).stdout).toMatch(
    /^case appeal-1-letter\nfor: clinic-appeal\n/,
  );
});

test.each([
  [
    [],
    /^lmn: Say which kind of letter: lmn new --for KIND\nlmn: {3}appeal-1 +After a denial, [^]*\nlmn: {3}step-exception +When the plan /,
  ],
  [['--for', 'apeal-1'], /^lmn: There is no kind of letter apeal-1\. Did you mean appeal-1\?\nlmn: {3}appeal-1 /],
  [['--for', 'core'], /^lmn: There is no kind of letter core\./],
  [['--from', 'new-pa'], /^lmn: There is no template new-pa\. Did you mean new-pa-letter\?\n$/],
  [['--for', 'general', '--from', 'plain-letter'], /^lmn: Either --for a kind of letter or --from a template/],
  [['appeal-1'], /^lmn: appeal-1 is one word too many\./],
  [['--for', 'general', '-o', 'a.txt'], /^lmn: a\.txt: the name of a case ends in \.lmn\.\n$/],
  [['--for', 'general', '-o', 'no/such/a.lmn'], /^lmn: no\/such\/a\.lmn could not be written: /],
])('%j is no way to begin a case', async (words, line) => {
  const cwd = folderWith();
  expect(await lmn(cwd, 'new', ...words)).toEqual({
    code: 2,
    stdout: '',
    stderr: expect.stringMatching(line) as string,
  });
  expect(readdirSync(cwd)).toEqual([]);
});
