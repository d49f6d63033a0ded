import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inVscode, useBrowser } from '../support/in-vscode.js';
import {
  type Compared,
  compareLines,
  expectSameLines,
  paperLines,
  pdfLines,
  renderTo,
  sampleNames,
} from '../support/paper-lines.js';
import { sample } from '../support/samples.js';

useBrowser();

let out: string;
beforeAll(() => {
  out = mkdtempSync(join(tmpdir(), 'lmn-pages-'));
});
afterAll(() => rmSync(out, { recursive: true, force: true }));

const patience = { timeout: 20_000, interval: 100 };

/** Of each letter, how many lines there are, and which of them end elsewhere. */
const all = new Map<string, Compared>();

for (const name of sampleNames) {
  const files = { 'letter.lmn': sample(name), 'our-clinic.lmn': sample('our-clinic.lmn') };
  inVscode(`${name}: pages and lines of the preview end where those of the PDF end`, files, async (vscode) => {
    await vscode.openLetter('letter.lmn');
    await vscode.run('LMN: Open Preview to the Side');
    const paper = vscode.webview.locator('#paper');
    await paper.locator('section').first().waitFor();
    const labels = vscode.webview.locator('#edges .edge span');
    await expect.poll(() => labels.allTextContents(), patience).toContain('Page 2');
    const pdf = join(out, 'letter.pdf');
    renderTo(pdf, join(vscode.folder.path, 'letter.lmn'), out);
    const pages = pdfLines(pdf);
    const compared = compareLines(pages, await paperLines(paper));
    all.set(name, compared);
    expect(await labels.allTextContents()).toEqual(pages.slice(1).map((_, index) => `Page ${String(index + 2)}`));
    expect(compared.samePages).toBe(true);
  });
}

test('of all lines of the preview at least 98 in 100 end where those of the PDF end', () => {
  expect([...all.keys()]).toEqual(sampleNames);
  expectSameLines(all.values());
});

/** As much of a browser's page as writing down what it shows takes. */
interface Watched {
  readonly textContent: string;
  setAttribute(name: string, value: string): void;
}
interface Watching {
  readonly MutationObserver: new (told: () => void) => { observe(watched: unknown, options: object): void };
}

inVscode(
  'says that edges are estimated until nothing was typed for a while',
  { 'letter.lmn': sample('chronic-pain-continuation.lmn'), 'our-clinic.lmn': sample('our-clinic.lmn') },
  async (vscode) => {
    await vscode.openLetter('letter.lmn');
    await vscode.run('LMN: Open Preview to the Side');
    const labels = vscode.webview.locator('#edges .edge span');
    await expect.poll(() => labels.allTextContents(), patience).toContain('Page 2');
    // An estimate stands for part of a second: what is shown is written down, so that none is missed.
    const edges = vscode.webview.locator('#edges');
    await edges.evaluate((element) => {
      const { MutationObserver } = globalThis as unknown as Watching;
      const watched = element as unknown as Watched;
      const shown: string[] = [];
      new MutationObserver(() => {
        shown.push(watched.textContent);
        watched.setAttribute('data-shown', JSON.stringify(shown));
      }).observe(element, { childList: true, subtree: true, characterData: true });
    });
    const shown = async () => JSON.parse((await edges.getAttribute('data-shown')) ?? '[]') as string[];
    await vscode.focusEditor();
    await vscode.goTo(79, 1);
    await vscode.type('// x');
    await expect.poll(async () => (await shown()).join(), patience).toContain('estimated');
    await expect.poll(async () => (await shown()).at(-1), patience).toMatch(/^Page 2(?:Page \d)*$/);
  },
);
