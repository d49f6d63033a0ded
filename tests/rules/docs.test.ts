import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { allRules } from '../../server/src/rules/all-rules.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const scratch = mkdtempSync(join(tmpdir(), 'lmn-rule-docs-'));
afterAll(() => {
  rmSync(scratch, { recursive: true });
});

function generate(...words: string[]): { status: number | null; said: string } {
  const run = spawnSync(process.execPath, ['scripts/generate-rule-docs.mjs', ...words], {
    cwd: root,
    encoding: 'utf8',
  });
  return { status: run.status, said: run.stdout + run.stderr };
}

test('docs/rules is what the rules say (else: npm run docs)', { timeout: 60_000 }, () => {
  expect(generate('--check')).toEqual({ status: 0, said: 'docs/rules is what the rules say.\n' });
});

test('a page that was changed, taken away or left over is found and mended', { timeout: 120_000 }, () => {
  const [first, second] = allRules.map((rule) => `${rule.id}.md`);
  cpSync(join(root, 'docs', 'rules'), scratch, { recursive: true });
  writeFileSync(join(scratch, first!), `${readFileSync(join(scratch, first!), 'utf8')}\nMore.\n`);
  rmSync(join(scratch, second!));
  writeFileSync(join(scratch, 'no-such-rule.md'), '');

  const stale = generate('--check', scratch);
  expect(stale.status).toBe(1);
  for (const name of [first, second, 'no-such-rule.md']) expect(stale.said).toContain(name);

  expect(generate(scratch).status).toBe(0);
  expect(generate('--check', scratch).status).toBe(0);
});
