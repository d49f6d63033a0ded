import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { type Browser, type BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, inject, test } from 'vitest';
import { launchChromium } from './chromium.mjs';
import { EditorWindow } from './editor-window.js';
import { type Files, makeFolder } from './fresh-folder.js';

const pictures = resolve(import.meta.dirname, '../../../out/end-to-end');

let browser: Browser | undefined;
/** One for all windows of a file, so that only the first one has to fetch and compile VS Code. */
let context: BrowserContext | undefined;

/** To be called once in a file of tests: gives them a browser. */
export function useBrowser(): void {
  beforeAll(async () => {
    browser = await launchChromium();
    context = await browser.newContext({
      viewport: { width: 1400, height: 1000 },
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    context.setDefaultTimeout(30_000);
  });
  afterAll(() => browser?.close());
}

/** A test in VS Code, opened anew on a folder with these files. Where it fails, a picture of the window is kept and its path said. */
export function inVscode(title: string, files: Files, body: (vscode: EditorWindow) => Promise<void>): void {
  test(title, async () => {
    const vscode = await openWindow(files);
    try {
      await body(vscode);
    } catch (error) {
      console.error(`A picture of the window when "${title}" failed: ${await takePicture(vscode, title)}`);
      throw error;
    } finally {
      await vscode.page.close();
      vscode.folder.remove();
    }
  });
}

async function openWindow(files: Files): Promise<EditorWindow> {
  if (!context) throw new Error('Call useBrowser() at the head of the file.');
  const folder = makeFolder(files);
  const page = await context.newPage();
  await page.goto(`${inject('vscodeUrl')}/?folder=${encodeURIComponent(folder.path)}`);
  await page.locator('.monaco-workbench .part.statusbar').waitFor();
  await page.locator('.explorer-folders-view .monaco-list').waitFor();
  return new EditorWindow(page, folder);
}

async function takePicture({ page }: EditorWindow, title: string): Promise<string> {
  mkdirSync(pictures, { recursive: true });
  const path = resolve(pictures, `${title.replaceAll(/[^a-z0-9]+/gi, '-').toLowerCase()}.png`);
  await page.screenshot({ path });
  return path;
}
