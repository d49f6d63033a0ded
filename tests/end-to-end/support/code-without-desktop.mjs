#!/usr/bin/env node
// Poses as the program of desktop VS Code, for its test runner: the same extension host, in code-server, with a browser for a window.
// LMN_E2E_ENGINE says which edition: newest or oldest. Exits with the code of the tests, or 124 where they do not end within three minutes.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { format } from 'node:util';
import { newest, oldest, startCodeServer } from '../../../scripts/code-server.mjs';
import { launchChromium } from './chromium.mjs';

const { options, opened } = readArguments(process.argv.slice(2));
const home = mkdtempSync(join(tmpdir(), 'lmn-extension-host-'));
const edition = process.env.LMN_E2E_ENGINE === 'oldest' ? oldest : newest;
// A newer VS Code takes extensions and tests from an address only when it is told that a machine runs it.
const byMachine = edition === newest ? ['--vscode-option', 'enable-smoke-test-driver'] : [];
const server = await startCodeServer(edition, { home, options: ['--disable-workspace-trust', ...byMachine] });
const browser = await launchChromium();
const page = await browser.newPage();

// A window calls these two when it is run by a machine.
const ended = new Promise((done) => {
  void page.exposeFunction('codeAutomationExit', done);
});
await page.exposeFunction('codeAutomationLog', (_type, words) => console.log(format(...words)));

await page.goto(`${server.url}/?${query()}`);
process.exitCode = await Promise.race([ended, wait(180_000, 124, { ref: false })]);
await browser.close();
await server.stop();
rmSync(home, { recursive: true, force: true });

/** What the window is to open, and the extension and tests to run in it: all by the address that the server has for them. */
function query() {
  const { host } = new URL(server.url);
  const remote = (path) => `vscode-remote://${host}${resolve(path)}`;
  const payload = ['extensionDevelopmentPath', 'extensionTestsPath'].map((name) => [name, remote(options.get(name))]);
  const kind = opened.endsWith('.code-workspace') ? 'workspace' : 'folder';
  return new URLSearchParams({ payload: JSON.stringify(payload), [kind]: resolve(opened) });
}

function readArguments(args) {
  const named = args.map((arg) => /^--([^=]+)(?:=(.*))?$/s.exec(arg));
  return {
    options: new Map(named.flatMap((match) => (match ? [[match[1], match[2]]] : []))),
    opened: args.find((_, i) => !named[i]),
  };
}
