// Before all end-to-end tests: what they run on. All of it is installed here if it is not there yet.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type TestProject } from 'vitest/node';
import {
  type Edition,
  installCodeServer,
  installExtension,
  isInstalled,
  newest,
  oldest,
  startCodeServer,
} from '../../../scripts/code-server.mjs';
import { installPrograms } from './programs.js';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where VS Code answers, with the packaged extension installed. */
    readonly vscodeUrl: string;
    /** The folder under which that VS Code keeps its extensions. */
    readonly vscodeHome: string;
  }
}

const root = resolve(import.meta.dirname, '../../..');

export async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  installPrograms();
  await Promise.all([newest, oldest].map(installEdition));
  const vsix = packExtension();
  const home = mkdtempSync(join(tmpdir(), 'lmn-vscode-'));
  await installExtension(newest, home, vsix);
  const server = await startCodeServer(newest, { home, options: ['--disable-workspace-trust'] });
  provide('vscodeUrl', server.url);
  provide('vscodeHome', home);
  return async () => {
    await server.stop();
    rmSync(home, { recursive: true, force: true });
  };
}

async function installEdition(edition: Edition): Promise<void> {
  if (!isInstalled(edition)) console.log(`Installing code-server ${edition.version} from the npm registry`);
  await installCodeServer(edition);
}

/** The `.vsix` as users get it: LMN_E2E_VSIX, where one has been made already. */
function packExtension(): string {
  const made = process.env['LMN_E2E_VSIX'];
  if (made) {
    if (!existsSync(resolve(root, made))) throw new Error(`LMN_E2E_VSIX names no file: ${made}`);
    return resolve(root, made);
  }
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/package.mjs'], {
    cwd: root,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`The extension cannot be packed:\n${stdout}${stderr}`);
  const file = /^(lmn-letters-\S+\.vsix): /m.exec(stdout)?.[1];
  if (file === undefined) throw new Error(`scripts/package.mjs did not say what it made:\n${stdout}`);
  return join(root, file);
}
