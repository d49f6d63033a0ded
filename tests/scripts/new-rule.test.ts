import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Rule } from '../../server/src/lint/rule.js';
import { findingsOf } from '../support/finds.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const list = 'server/src/rules/all-rules.ts';
let scratch = '';

beforeEach(() => {
  scratch = mkdtempSync(join(tmpdir(), 'lmn-new-rule-'));
  mkdirSync(join(scratch, 'server/src/rules'), { recursive: true });
  cpSync(join(root, list), join(scratch, list));
});
afterEach(() => {
  rmSync(scratch, { recursive: true });
});

function newRule(id: string): { status: number | null; said: string } {
  const run = spawnSync(process.execPath, [join(root, 'scripts/new-rule.mjs'), id, scratch], { encoding: 'utf8' });
  return { status: run.status, said: run.stdout + run.stderr };
}

test('makes a rule, its test and its entry in the list', () => {
  expect(newRule('odd-tone').status).toBe(0);
  const listed = readFileSync(join(scratch, list), 'utf8');
  const lines = listed.split('\n');
  const at = lines.indexOf("import { oddTone } from './odd-tone.js';");
  expect(lines[at - 1]! < lines[at]! && lines[at]! < lines[at + 1]!).toBe(true);
  expect(listed.endsWith('  oddTone,\n];\n')).toBe(true);
  expect(listed.replace("import { oddTone } from './odd-tone.js';\n", '').replace('  oddTone,\n', '')).toBe(
    readFileSync(join(root, list), 'utf8'),
  );
  expect(readFileSync(join(scratch, 'tests/rules/odd-tone.test.ts'), 'utf8')).toContain(
    "from '../../server/src/rules/odd-tone.js'",
  );
});

test('the rule fails until it is written', async () => {
  newRule('odd-tone');
  const address = pathToFileURL(join(scratch, 'server/src/rules/odd-tone.ts')).href;
  const { oddTone } = (await import(address)) as { oddTone: Rule };
  expect(oddTone.id).toBe('odd-tone');
  for (const example of [oddTone.bad, oddTone.good]) {
    expect(findingsOf(oddTone, example).findings.map((finding) => finding.rule)).toEqual(['internal-error']);
  }
});

test('never writes over what is there', () => {
  newRule('odd-tone');
  const before = readFileSync(join(scratch, list), 'utf8');
  expect(newRule('odd-tone')).toMatchObject({ status: 1, said: expect.stringContaining('there already') as string });
  expect(readFileSync(join(scratch, list), 'utf8')).toBe(before);
});

test.each(['', 'OddTone', 'odd_tone', '../odd', '-odd', 'odd--tone'])('%j is no name', (id) => {
  expect(newRule(id).status).toBe(1);
  expect(existsSync(join(scratch, 'tests'))).toBe(false);
});
