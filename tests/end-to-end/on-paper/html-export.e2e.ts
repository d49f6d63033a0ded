import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchChromium } from '../support/chromium.mjs';
import {
  type Compared,
  compareLines,
  expectSameLines,
  pdfLines,
  renderTo,
  sampleNames,
} from '../support/paper-lines.js';

const root = resolve(import.meta.dirname, '../../..');
let browser: Browser;
let folder: string;

beforeAll(async () => {
  browser = await launchChromium();
  folder = mkdtempSync(join(tmpdir(), 'lmn-paper-'));
});
afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
});

/** The text of each page of a sample's letter, as a browser prints the exported file. */
async function printedPages(sample: string, ...options: string[]): Promise<string[]> {
  const html = join(folder, 'letter.html');
  const cli = [join(root, 'dist/cli.cjs'), 'render', join(root, 'templates/samples', sample), '-o', html, ...options];
  const env = { ...process.env, XDG_STATE_HOME: folder, LOCALAPPDATA: folder };
  const rendered = spawnSync(process.execPath, cli, { encoding: 'utf8', env });
  expect(rendered.status, rendered.stderr).toBe(0);
  const page = await browser.newPage();
  await page.goto(pathToFileURL(html).href);
  const pdf = join(folder, 'letter.pdf');
  writeFileSync(pdf, await page.pdf({ preferCSSPageSize: true, printBackground: true }));
  await page.close();
  const { status, stdout, stderr } = spawnSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8' });
  expect(status, stderr).toBe(0);
  return stdout.split('\f').slice(0, -1);
}

test('a finished letter prints with its head and its page on every page but the first', async () => {
  const pages = await printedPages('chronic-pain-continuation.lmn');
  expect(pages.length).toBeGreaterThan(1);
  const [first, ...others] = pages;
  expect(first).not.toContain('Page 1');
  expect(first).not.toContain('DRAFT');
  for (const [index, text] of others.entries()) {
    expect(text).toMatch(
      new RegExp(
        `^\\s*Elena Marquez · born April 9, 1968 · Member ID SAMPLE0000123\\s+Page ${String(index + 2)} of ${String(pages.length)}\\n`,
      ),
    );
  }
});

test('a letter with gaps says on every page that it is a draft', async () => {
  const pages = await printedPages('incomplete/chronic-pain-continuation.lmn', '--draft');
  expect(pages.length).toBeGreaterThan(0);
  for (const text of pages) expect(text).toMatch(/DRAFT\s*$/);
});

/** Of each letter, how many lines there are, and which of them end elsewhere. */
const all = new Map<string, Compared>();

test.each(sampleNames)('%s: pages end where those of the PDF end', async (name) => {
  const letter = join(root, 'templates/samples', name);
  const [pdf, html, printed] = [join(folder, 'a.pdf'), join(folder, 'a.html'), join(folder, 'printed.pdf')];
  renderTo(pdf, letter, folder);
  renderTo(html, letter, folder);
  const page = await browser.newPage();
  await page.goto(pathToFileURL(html).href);
  writeFileSync(printed, await page.pdf({ preferCSSPageSize: true, printBackground: true }));
  await page.close();
  const compared = compareLines(pdfLines(pdf), pdfLines(printed));
  all.set(name, compared);
  expect(compared.samePages).toBe(true);
});

test('of all lines at least 98 in 100 end where those of the PDF end', () => {
  expect([...all.keys()]).toEqual(sampleNames);
  expectSameLines(all.values());
});
