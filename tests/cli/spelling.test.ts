import { afterEach, expect, test, vi } from 'vitest';
import { WordList } from '../../server/src/spelling/word-list.js';
import { folderWith, lmn } from './folder.js';

const text = 'case\n---\n## A\nThe tretament failed.\n';

const config = (severity: string) => JSON.stringify({ rules: { spelling: severity } });

afterEach(() => {
  vi.restoreAllMocks();
});

test('no word is looked up where the rule is not asked for', async () => {
  const looks = vi.spyOn(WordList.prototype, 'has');
  for (const settings of ['{}', config('off')]) {
    const cwd = folderWith({ 'a.lmn': text, 'lmn.config.json': settings });
    expect((await lmn(cwd, 'lint', '.')).stdout).not.toContain('spelling');
    await lmn(cwd, 'render', 'a.lmn', '--draft');
  }
  expect(looks).not.toHaveBeenCalled();
});

test('a misspelled word is told where the rule is named, or has a severity', async () => {
  const told = 'This word is in no dictionary here. Did you mean "treatment"?';
  const named = await lmn(folderWith({ 'a.lmn': text }), 'lint', '--rule', 'spelling', '.');
  expect(named.stdout).toContain(`4:5  info     ${told}`);
  expect(named.code).toBe(0);
  const set = await lmn(folderWith({ 'a.lmn': text, 'lmn.config.json': config('warning') }), 'lint', '.');
  expect(set.stdout).toContain(`4:5  warning  ${told}`);
  expect(set.code).toBe(1);
});

test('an error keeps the letter back, as any other', async () => {
  const cwd = folderWith({ 'a.lmn': text, 'lmn.config.json': config('error') });
  const { stderr } = await lmn(cwd, 'render', 'a.lmn', '-o', 'a.txt');
  expect(stderr).toContain('Did you mean "treatment"?');
});

test('words of the configuration are right', async () => {
  const words = JSON.stringify({ rules: { spelling: { severity: 'warning', words: ['tretament'] } } });
  const cwd = folderWith({ 'a.lmn': text, 'lmn.config.json': words });
  expect((await lmn(cwd, 'lint', '.')).stdout).not.toContain('spelling');
});
