import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll } from 'vitest';
import type { JsonFinding } from '../../server/src/cli/report-json.js';
import { run } from '../../server/src/cli/run.js';
import type { Surroundings } from '../../server/src/cli/surroundings.js';

export type Files = Readonly<Record<string, string | Uint8Array>>;

const made: string[] = [];
afterAll(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** A folder of its own with these files, which is gone after the tests. */
export function folderWith(files: Files = {}): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'lmn-test-')));
  made.push(folder);
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return folder;
}

export interface Ran {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

const states = new Map<string, string>();

/** The state folder of whoever works in a folder: what was written there is known to the next run. */
export function stateOf(cwd: string): string {
  const known = states.get(cwd) ?? folderWith();
  states.set(cwd, known);
  return known;
}

/** Runs a command line in a folder, in this process, as if before a terminal. */
export function lmn(cwd: string, ...argv: string[]): Promise<Ran> {
  return lmnWith(cwd, {}, ...argv);
}

/** The same with other surroundings. */
export async function lmnWith(cwd: string, changes: Partial<Surroundings>, ...argv: string[]): Promise<Ran> {
  let stdout = '';
  let stderr = '';
  const code = await run(argv, {
    cwd,
    stdout: { write: (text) => void (stdout += text) },
    stderr: { write: (text) => void (stderr += text) },
    version: '1.2.3',
    stateFolder: stateOf(cwd),
    now: () => new Date('2026-11-22T12:00:00Z'),
    ...changes,
  });
  return { code, stdout, stderr };
}

/** Runs `lmn lint --format json` and reads what it prints. */
export async function lintJson(
  cwd: string,
  ...argv: string[]
): Promise<Ran & { readonly findings: readonly JsonFinding[] }> {
  const ran = await lmn(cwd, 'lint', '--format', 'json', ...argv);
  return { ...ran, findings: JSON.parse(ran.stdout) as JsonFinding[] };
}

/** A vocabulary without a finding. */
export const clean = 'vocabulary our-clinic "Our clinic"\n';

/** A template whose only finding is a warning: a suppression that nothing needs. */
export const warned = `// lmn-disable-file npi -- to be seen\n${clean}`;

/** A case whose only finding is an error: its first line is all wrong. */
export const wrong = 'case no-such-template\n';
