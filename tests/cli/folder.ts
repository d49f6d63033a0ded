import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll } from 'vitest';
import type { JsonFinding } from '../../server/src/cli/report-json.js';
import { run } from '../../server/src/cli/run.js';

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

/** Runs a command line in a folder, in this process. */
export async function lmn(cwd: string, ...argv: string[]): Promise<Ran> {
  let stdout = '';
  let stderr = '';
  const code = await run(argv, {
    cwd,
    stdout: { write: (text) => void (stdout += text) },
    stderr: { write: (text) => void (stderr += text) },
    version: '1.2.3',
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
