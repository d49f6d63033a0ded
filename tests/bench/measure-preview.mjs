// What a reader of the preview waits for, in real VS Code: from a key to the paper that has changed. The floor is an extension that only echoes
// a number into a webview.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { installCodeServer, installExtension, newest, startCodeServer } from '../../scripts/code-server.mjs';
import { launchChromium } from '../end-to-end/support/chromium.mjs';
import { makeCase, makeTemplate, templateName, writeCorpus } from './corpus.mjs';
import { median, quantile } from './statistics.mjs';

export const previewCells = [
  { files: 1, bytes: 3_000 },
  { files: 1, bytes: 100_000 },
  { files: 10_000, bytes: 3_000 },
];

/** Between two keys, in ms. */
const pause = 60;

/** Packs the extension that is the floor; gives its `.vsix`. Throws where that fails. */
export function packFloor(scratch) {
  const stage = join(scratch, 'echo-extension');
  cpSync(join(import.meta.dirname, 'echo-extension'), stage, { recursive: true });
  const vsix = join(scratch, 'echo.vsix');
  const vsce = resolve(import.meta.dirname, '../../node_modules/@vscode/vsce/vsce');
  const options = ['--no-dependencies', '--skip-license', '--allow-missing-repository', '--out', vsix];
  const packed = spawnSync(process.execPath, [vsce, 'package', ...options], { cwd: stage, encoding: 'utf8' });
  if (packed.status !== 0) throw new Error(`The floor cannot be packed:\n${packed.stdout}${packed.stderr}`);
  return vsix;
}

/**
 * Types `edits` letters into a case of `bytes` bytes beside its preview. Gives times in ms from a key to the paper, the page's own work in ms, and how many
 * nodes of the page an edit adds or takes away.
 */
export async function measurePreview({ files, bytes }, { edits, vsix, scratch }) {
  await installCodeServer(newest);
  const home = mkdtempSync(join(scratch, 'vscode-'));
  const folder = mkdtempSync(join(scratch, 'letters-'));
  if (files > 1) writeCorpus(folder, files);
  else writeFileSync(join(folder, `${templateName(0)}.lmn`), makeTemplate(0));
  // Its name puts it first in the explorer, which lists folders before files.
  mkdirSync(join(folder, '0'));
  writeFileSync(join(folder, '0', 'open.lmn'), makeCase(1, bytes, false));
  await installExtension(newest, home, vsix);
  const settings = { 'workbench.editor.enablePreview': false, 'editor.quickSuggestions': { other: 'off' } };
  const server = await startCodeServer(newest, { home, settings, options: ['--disable-workspace-trust'] });
  const browser = await launchChromium();
  try {
    const page = await browser.newPage({ viewport: { width: 1400, height: 1000 } });
    page.setDefaultTimeout(60_000);
    await page.goto(`${server.url}/?folder=${encodeURIComponent(folder)}`);
    const entries = page.locator('.explorer-folders-view .monaco-list-row');
    await entries.filter({ hasText: /^0$/ }).first().click();
    await entries.filter({ hasText: 'open.lmn' }).first().dblclick();
    await page.locator('.editor-group-container.active .monaco-breadcrumb-item').nth(1).waitFor();
    await page.locator('.editor-actions [aria-label^="Open Preview"]').click();
    const paper = page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame').locator('#paper');
    await paper.locator('section').first().waitFor();
    await goToProse(page);
    return await typeInto(page, paper, edits);
  } finally {
    await browser.close();
    await server.stop();
    for (const one of [home, folder]) rmSync(one, { recursive: true, force: true });
  }
}

/** The end of the first paragraph of the first visit: a sentence that the letter prints in one place. */
async function goToProse(page) {
  await page.locator('.editor-group-container.active .view-lines').click();
  await page.keyboard.press('Control+f');
  await page.locator('.find-widget.visible textarea').first().fill('## Visit 1');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('End');
}

async function typeInto(page, paper, edits) {
  // Times since the epoch, for the editor and the paper are pages of their own. What runs there is text: this file knows no page.
  await page.evaluate(
    'window.lmnKeys = []; addEventListener("keydown", () => lmnKeys.push(performance.timeOrigin + performance.now()), true);',
  );
  const frame = await (await paper.elementHandle()).ownerFrame();
  await frame.evaluate(`window.lmnSeen = [];
    let received = 0;
    addEventListener('message', ({ data }) => { if (data?.type === 'update') received = performance.now(); }, true);
    new MutationObserver((changes) => {
      const nodes = changes.reduce((sum, { addedNodes, removedNodes }) => sum + Math.max(addedNodes.length, removedNodes.length), 0);
      const texts = changes.filter(({ type }) => type === 'characterData').length;
      if (nodes + texts === 0) return;
      const now = performance.now();
      requestAnimationFrame(() => lmnSeen.push({ at: performance.timeOrigin + now, work: now - received, nodes: nodes + texts }));
    }).observe(document.getElementById('paper'), { childList: true, subtree: true, characterData: true });`);
  const waited = [];
  const work = [];
  const nodes = [];
  const warmUp = Math.ceil(edits / 10);
  for (let edit = 0; edit < edits + warmUp; edit++) {
    const before = await frame.evaluate('lmnSeen.length');
    await page.keyboard.press(edit % 2 === 0 ? 'x' : 'Backspace');
    // As text for the debugger: the page's policy keeps Playwright from compiling anything in it.
    await frame.evaluate(
      `new Promise((resolve) => { const look = () => lmnSeen.length > ${before} ? resolve() : requestAnimationFrame(look); look(); })`,
    );
    const key = await page.evaluate('lmnKeys.at(-1)');
    const seen = await frame.evaluate('lmnSeen.at(-1)');
    if (edit >= warmUp) {
      waited.push(seen.at - key);
      work.push(seen.work);
      nodes.push(seen.nodes);
    }
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
  const times = (list) => ({ p50: median(list), p95: quantile(list, 0.95) });
  return { edits, paper: times(waited), work: times(work), nodes: times(nodes) };
}
