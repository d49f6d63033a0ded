import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { folderWith, lmn, lmnWith, stateOf } from './folder.js';

const files = {
  'lmn.config.json': '{ "root": true }',
  'icd10cm_codes_2026.txt': 'M5415   Radiculopathy, thoracolumbar region\nM5416   Radiculopathy, lumbar region\n',
  'a.lmn': 'case\ndate: 2026-03-02\ndiagnosis: back pain\n  code: M54.1\n---\nText.\n',
};
const found = 'icd-10-not-billable';

test('a list that is added is known from then on', async () => {
  const folder = folderWith(files);
  const lint = () => lmn(folder, 'lint', 'a.lmn', '--rule', found);
  expect((await lint()).stdout).not.toContain(found);
  const added = await lmn(folder, 'codes', 'add', 'icd10cm_codes_2026.txt');
  expect(added).toMatchObject({ code: 0, stderr: '' });
  expect(added.stdout).toMatch(/^2 codes of fiscal year 2026 are known now: /);
  expect(existsSync(join(stateOf(folder), 'codes', 'icd10cm-2026.lmncodes'))).toBe(true);
  expect((await lint()).stdout).toContain(found);
});

test.each([
  [['-o', 'letter.txt'], 'a letter'],
  [['b.lmn', '-o', '.'], 'one of several'],
])('where a code that is not billable is an error, it keeps a letter back: %j', async (words) => {
  const asError = JSON.stringify({ root: true, rules: { [found]: 'error' } });
  const folder = folderWith({ ...files, 'lmn.config.json': asError, 'b.lmn': files['a.lmn'] });
  await lmn(folder, 'codes', 'add', 'icd10cm_codes_2026.txt');
  const { code, stderr } = await lmn(folder, 'render', 'a.lmn', ...words);
  expect(code).toBe(1);
  expect(stderr).toContain('This code is a category.');
});

test('a list of the workspace is known to all who work in it', async () => {
  const folder = folderWith(files);
  const { stdout } = await lmn(folder, 'codes', 'add', '--workspace', 'icd10cm_codes_2026.txt');
  expect(stdout).toBe('2 codes of fiscal year 2026 are known now: lmn-codes/icd10cm-2026.lmncodes\n');
  expect((await lmnWith(folder, { stateFolder: folderWith() }, 'lint', 'a.lmn', '--rule', found)).stdout).toContain(
    found,
  );
});

test.each([
  [['add', 'a.lmn'], 'a.lmn: This is no list of ICD-10-CM codes.'],
  [['add', 'missing.txt'], 'missing.txt cannot be read'],
  [['add'], 'Say which file: lmn codes add icd10cm-order-2026.txt'],
  [['list'], 'Say which file'],
  [['add', 'icd10cm_codes_2026.txt', '--year', '26'], '26 is no year'],
])('%j is refused', async (words, message) => {
  const { code, stderr } = await lmn(folderWith(files), 'codes', ...words);
  expect(code).toBe(2);
  expect(stderr).toContain(message);
});
