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

inVscode(
  'says where pages begin again after an edit',
  { 'letter.lmn': sample('chronic-pain-continuation.lmn'), 'our-clinic.lmn': sample('our-clinic.lmn') },
  async (vscode) => {
    await vscode.openLetter('letter.lmn');
    await vscode.run('LMN: Open Preview to the Side');
    const paper = vscode.webview.locator('#paper');
    const labels = vscode.webview.locator('#edges .edge span');
    await expect.poll(() => labels.allTextContents(), patience).toContain('Page 2');
    await vscode.focusEditor();
    await vscode.goTo(80, 1);
    await vscode.type('// x');
    await paper.getByText('finding result').first().waitFor();
    await expect.poll(() => labels.allTextContents(), patience).toContain('Page 2');
  },
);
