import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect } from 'vitest';
import { inVscode, useBrowser } from '../support/in-vscode.js';
import { compareLines, paperLines, pdfLines, renderTo, sampleNames } from '../support/paper-lines.js';
import { sample } from '../support/samples.js';

useBrowser();

let out: string;
beforeAll(() => {
  out = mkdtempSync(join(tmpdir(), 'lmn-pages-'));
});
afterAll(() => rmSync(out, { recursive: true, force: true }));

const patience = { timeout: 20_000, interval: 100 };

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
    const { samePages, lines, others } = compareLines(pages, await paperLines(paper));
    console.log(`${name}: ${String(others.length)} of ${String(lines)} lines differ in the preview`);
    expect(await labels.allTextContents()).toEqual(pages.slice(1).map((_, index) => `Page ${String(index + 2)}`));
    expect(samePages).toBe(true);
    expect(others.length / lines, others.join('\n')).toBeLessThanOrEqual(0.02);
  });
}

inVscode(
  'says that edges are estimated until nothing was typed for a while',
  { 'letter.lmn': sample('chronic-pain-continuation.lmn'), 'our-clinic.lmn': sample('our-clinic.lmn') },
  async (vscode) => {
    await vscode.openLetter('letter.lmn');
    await vscode.run('LMN: Open Preview to the Side');
    const labels = vscode.webview.locator('#edges .edge span');
    await expect.poll(() => labels.allTextContents(), patience).toContain('Page 2');
    await vscode.focusEditor();
    await vscode.goTo(80, 1);
    await vscode.type('// x');
    await expect.poll(() => labels.allTextContents(), patience).toContain('Page 2');
    expect((await labels.allTextContents()).join()).not.toContain('estimated');
  },
);
