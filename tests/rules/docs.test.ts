import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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

test('docs/rules is what the rules say (else: npm run docs); a page that was changed, taken away or left over is found and mended', () => {
  const kept = join(root, 'docs', 'rules');
  const [first, second] = allRules.map((rule) => `${rule.id}.md`);
  cpSync(kept, scratch, { recursive: true });
  writeFileSync(join(scratch, first!), `${readFileSync(join(scratch, first!), 'utf8')}\nMore.\n`);
  rmSync(join(scratch, second!));
  writeFileSync(join(scratch, 'no-such-rule.md'), '');

  // One process tells both: what else is not as the rules say it is named beside these three.
  const stale = generate('--check', scratch);
  expect(stale.status).toBe(1);
  expect(namesIn(stale.said)).toEqual([first, second, 'no-such-rule.md'].sort());

  expect(generate(scratch).status).toBe(0);
  expect(textsIn(scratch)).toEqual(textsIn(kept));
}, 120_000);

function namesIn(said: string): string[] {
  const list = /^Not what the rules say: (.*?) in /m.exec(said)?.[1] ?? said;
  return list.split(', ').sort();
}

function textsIn(folder: string): Record<string, string> {
  const read = (name: string) => readFileSync(join(folder, name), 'utf8').replaceAll('\r\n', '\n');
  return Object.fromEntries(readdirSync(folder).map((name) => [name, read(name)]));
}
