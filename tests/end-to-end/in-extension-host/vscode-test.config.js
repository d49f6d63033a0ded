// Tests inside of VS Code, with its own runner. By itself, after `npm run build`, it downloads desktop VS Code and runs them there:
//   npx vscode-test --config tests/end-to-end/in-extension-host/vscode-test.config.js
// `npm run test:e2e` runs them without a desktop, on the extension as it is packed; the environment says how.
import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { defineConfig } from '@vscode/test-cli';
import { build } from 'esbuild';

const here = import.meta.dirname;
const root = resolve(here, '../../..');
const built = join(root, 'node_modules', '.cache', 'extension-host-tests');
const { LMN_E2E_PROGRAM: program, LMN_E2E_EXTENSION: extension, LMN_E2E_REPORT: report } = process.env;

rmSync(built, { recursive: true, force: true });
const sources = readdirSync(here).filter((name) => name.endsWith('.host.ts'));
await build({
  entryPoints: sources.map((name) => join(here, name)),
  outdir: built,
  outExtension: { '.js': '.cjs' },
  bundle: true,
  platform: 'node',
  format: 'cjs',
  external: ['vscode', 'mocha'],
  sourcemap: 'inline',
});

// The tests change its files.
const workspace = mkdtempSync(join(tmpdir(), 'lmn-workspace-'));
cpSync(join(here, 'workspace'), workspace, { recursive: true });
process.once('exit', () => rmSync(workspace, { recursive: true, force: true }));

const engine = (label, version) => ({
  label,
  version,
  files: sources.map((name) => join(built, name.replace(/\.ts$/, '.cjs'))),
  extensionDevelopmentPath: extension ?? root,
  workspaceFolder: join(workspace, 'two-folders.code-workspace'),
  useInstallation: program ? { fromPath: program } : undefined,
  env: { LMN_E2E_ENGINE: label },
  mocha: { timeout: 60_000, ...(report && { reporter: 'json', reporterOptions: { output: report } }) },
});

// The oldest one is what the manifest claims.
export default defineConfig([engine('newest', 'stable'), engine('oldest', '1.91.0')]);
