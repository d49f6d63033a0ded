import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

export interface HostTest {
  readonly title: string;
  /** What went wrong, where something did. */
  readonly failure?: string;
}

interface MochaReport {
  readonly tests: readonly {
    readonly fullTitle: string;
    readonly err: { readonly stack?: string; readonly message?: string };
  }[];
}

const root = resolve(import.meta.dirname, '../../..');

/**
 * Runs the `*.host.ts` tests in an engine of VS Code, on the extension as it is installed under `home`. Throws where they could not be run,
 * with all that was said.
 */
export async function runInExtensionHost(engine: 'newest' | 'oldest', home: string): Promise<readonly HostTest[]> {
  const scratch = mkdtempSync(join(tmpdir(), 'lmn-report-'));
  const report = join(scratch, 'report.json');
  try {
    const said = await vscodeTest(engine, {
      LMN_E2E_PROGRAM: resolve(import.meta.dirname, '../support/code-without-desktop.mjs'),
      LMN_E2E_EXTENSION: installedExtension(home),
      LMN_E2E_REPORT: report,
    });
    if (!existsSync(report)) throw new Error(`The tests did not run in the extension host:\n${said}`);
    const { tests } = JSON.parse(readFileSync(report, 'utf8')) as MochaReport;
    return tests.map(({ fullTitle, err }) => ({ title: fullTitle, failure: err.stack ?? err.message }));
  } finally {
    rmSync(scratch, { recursive: true });
  }
}

function vscodeTest(engine: string, env: Readonly<Record<string, string>>): Promise<string> {
  const program = join(root, 'node_modules/@vscode/test-cli/out/bin.mjs');
  const config = join(import.meta.dirname, 'vscode-test.config.js');
  const args = [program, '--config', config, '--label', engine];
  return new Promise((done) => {
    execFile(process.execPath, args, { cwd: root, env: { ...process.env, ...env } }, (error, stdout, stderr) => {
      // Its exit code says no more than the report does.
      done(`${stdout}${stderr}${error?.message ?? ''}`);
    });
  });
}

function installedExtension(home: string): string {
  const folder = join(home, 'extensions');
  const name = readdirSync(folder).find((entry) => entry.startsWith('lmn-letters.'));
  if (!name) throw new Error(`The extension is not installed in ${folder}.`);
  return join(folder, name);
}
