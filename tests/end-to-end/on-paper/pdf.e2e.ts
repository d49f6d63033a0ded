import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PNG } from 'pngjs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { usualPaper } from '../../../server/src/paper.js';
import { writePdf } from '../../../server/src/main-pdf.js';
import type { ResolvedLetter } from '../../../server/src/letter/letter.js';
import type { DocumentOptions } from '../../../server/src/render/document-options.js';
import { renderHtml } from '../../../server/src/render/html.js';
import { readHtml } from '../../render/support/read-html.js';
import { readGoldenInput } from '../../render/support/golden.js';
import { letterOf, sampleLetter } from '../../render/support/letter-of.js';
import { expectPage } from '../support/golden-pictures.js';
import { longLetter } from '../support/long-letter.js';
import { pdfFonts, pdfPages, pdfPictures, run } from '../support/pdf-tools.js';
import { samplePaths } from '../../support/workspace.js';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'lmn-pdf-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Writes a letter; gives the file's path. */
async function pdfOf(letter: ResolvedLetter, options: Partial<DocumentOptions> = {}): Promise<string> {
  const path = join(folder, 'letter.pdf');
  const written = new Date('2026-11-21T12:00:00Z');
  const { bytes } = await writePdf(letter, {
    paper: usualPaper,
    draft: false,
    patientInProperties: false,
    written,
    ...options,
  });
  writeFileSync(path, bytes);
  return path;
}

/** What any PDF of ours keeps to. */
function expectSound(pdf: string): void {
  expect(run('qpdf', ['--check', pdf])).toContain('No syntax or stream encoding errors found');
  const fonts = pdfFonts(pdf);
  expect(fonts.length).toBeGreaterThan(0);
  for (const font of fonts)
    expect(font).toEqual({ name: font.name, isEmbedded: true, isSubset: true, hasUnicode: true });
  expect(fonts.every(({ name }) => /^[A-Z]{6}\+(?:Tinos|NotoSansSymbols2)/.test(name))).toBe(true);
}

test.each(['blocks', 'lists', 'tables', 'quotations', 'headings', 'parts', 'by-hand', 'computed-facts'])(
  '%s look as they did',
  async (name) => {
    const letter = letterOf(readGoldenInput(`${name}.lmn`));
    const logo = new PNG({ width: 300, height: 90 });
    logo.data.forEach((_, at) => (logo.data[at] = at % 4 === 3 ? 255 : (at >> 4) % 200));
    const data = PNG.sync.write(logo).toString('base64');
    const pages = pdfPictures(await pdfOf(letter, { picture: () => ({ type: 'image/png', data }) }), 50);
    pages.forEach((page, index) => expectPage(`blocks-${name}-${String(index + 1)}`, page));
  },
);

/** Words as they follow each other, without the running head, and without bullets and numbers of lists, which the HTML leaves to the browser. */
function wordsOf(text: string): string {
  return text
    .replace(/^.*\bPage \d+ of \d+\n|^\s*DRAFT\n/gm, '')
    .replace(/^\s*(?:[\u2022\u25e6\u25aa]|\d{1,2}\.)\s/gm, '')
    .replace(/\s+/g, '');
}

describe.each(samplePaths)('%s', (path) => {
  const draft = path.includes('incomplete');
  const name = path
    .replace(/^samples\//, '')
    .replace(/\.lmn$/, '')
    .replace('/', '-');

  test('is sound, small, and looks as it did', async () => {
    const pdf = await pdfOf(sampleLetter(path), { draft });
    expectSound(pdf);
    expect(statSync(pdf).size).toBeLessThan(300_000);
    const pages = pdfPictures(pdf, 50);
    expect(pages.length).toBe(pdfPages(pdf).length);
    pages.forEach((page, index) => expectPage(`${name}-${String(index + 1)}`, page));
  });
});

test.each(samplePaths.filter((path) => !path.includes('incomplete')))(
  '%s: another program reads the words of the HTML in their order',
  async (path) => {
    const letter = sampleLetter(path);
    const pages = pdfPages(await pdfOf(letter), 'raw');
    expect(wordsOf(pages.join('\n'))).toBe(readHtml(renderHtml(letter)).text.replace(/\s+/g, ''));
  },
);

test('who the letter is about and the page stand on every page but the first', async () => {
  const pages = pdfPages(await pdfOf(sampleLetter(samplePaths[0])));
  const [first, ...others] = pages;
  expect(pages.length).toBeGreaterThan(1);
  expect(first).not.toMatch(/Page 1|Member ID SAMPLE0000123\s+Page|DRAFT/);
  others.forEach((text, index) =>
    expect(text).toMatch(
      new RegExp(
        `^\\s*Elena Marquez · born April 9, 1968 · Member ID SAMPLE0000123\\s+Page ${String(index + 2)} of ${String(pages.length)}\\n`,
      ),
    ),
  );
});

test('a draft says so on every page', async () => {
  const pages = pdfPages(await pdfOf(sampleLetter(samplePaths[0]), { draft: true }));
  for (const text of pages) expect(text).toMatch(/\n\s*DRAFT\s*$/);
});

test('A4', async () => {
  const pdf = await pdfOf(sampleLetter(samplePaths[0]), { paper: { ...usualPaper, size: 'a4' } });
  expect(run('pdfinfo', [pdf])).toContain('595.28 x 841.89 pts (A4)');
});

describe('properties', () => {
  test('say what it is, not whose', async () => {
    const info = run('pdfinfo', [await pdfOf(sampleLetter(samplePaths[0]))]);
    expect(info).toMatch(/^Title: +Letter of medical necessity: Continuation of chronic pain management$/m);
    expect(info).toMatch(/^Tagged: +yes$/m);
    expect(info).not.toContain('Marquez');
  });

  test('the patient where that was asked for', async () => {
    const info = run('pdfinfo', [await pdfOf(sampleLetter(samplePaths[0]), { patientInProperties: true })]);
    expect(info).toMatch(/^Title: .* for Elena Marquez$/m);
  });

  test('those of the archive say the same, as XML that can be read', async () => {
    const letter = letterOf('case t\n---\nHello', { 't.lmn': 'template t "Trial & <error> für Łukasz"\n---\nHello' });
    const meta = run('pdfinfo', ['-meta', await pdfOf(letter)]);
    expect(meta).toMatch(/<pdfaid:part>2<\/pdfaid:part>\s*<pdfaid:conformance>A<\/pdfaid:conformance>/);
    expect(meta.replace(/<[^<>]*>/g, '')).not.toMatch(/[<>]|&(?!amp;|lt;|gt;)/);
    expect(meta).toContain('Letter of medical necessity: Trial and \u2039error\u203a für Łukasz<');
  });
});

test('screen readers find headings, lists, tables with headers, links and figures', async () => {
  const structure = run('pdfinfo', ['-struct', await pdfOf(sampleLetter(samplePaths[0]))]);
  for (const element of [
    'Document',
    'Sect',
    'H1',
    'P',
    'L',
    'LI',
    'Lbl',
    'LBody',
    'Table',
    'THead',
    'TR',
    'TH',
    'TD',
    'Link',
  ])
    expect(structure).toMatch(new RegExp(`^ *${element}\\b`, 'm'));
  const tree = run('pdfinfo', ['-struct-text', await pdfOf(sampleLetter(samplePaths[0]))]);
  expect(tree).toMatch(/H1 .*\n\s+"Earlier Treatments"/);
  expect(tree).toMatch(/Link .*\n\s+Object[^\n]*\n\s+"1"|Link[^\n]*\n\s+"1"/);
});

test('bookmarks lead to the sections, and citations to their references', async () => {
  const pdf = await pdfOf(sampleLetter(samplePaths[0]));
  const { outlines } = JSON.parse(run('qpdf', ['--json', '--json-key=outlines', pdf])) as {
    outlines: { title: string; destpageposfrom1: number }[];
  };
  const pages = pdfPages(pdf);
  expect(outlines.map(({ title }) => title)).toEqual(expect.arrayContaining(['Earlier Treatments', 'References']));
  for (const { title, destpageposfrom1: page } of outlines) expect(pages[page - 1]).toContain(title);
  expect(run('pdfinfo', ['-dests', pdf])).toMatch(/^ +\d+ \[.*\] "reference-1"$/m);
});

describe('a letter of some thirty pages', () => {
  let pages: string[];
  beforeAll(async () => {
    const pdf = await pdfOf(letterOf(longLetter()));
    expectSound(pdf);
    pages = pdfPages(pdf);
  });

  test('has them all', () => {
    expect(pages.length).toBeGreaterThanOrEqual(20);
    const text = pages.join('\n');
    for (let at = 1; at <= 20; at++) expect(text).toContain(`Period ${String(at)}\n`);
    for (let at = 1; at <= 60; at++) expect(text).toMatch(new RegExp(`^ *${String(at)}\\. +Example A`, 'm'));
  });

  test('a name of 120 characters does not reach into the text or the number of the page', () => {
    pages.slice(1).forEach((page, index) => {
      const head = page.slice(0, page.indexOf('Page '));
      expect(head.replace(/\s/g, '')).toMatch(/^MariaEsperanza.*BM-0000-4417$|^MariaEsperanza/);
      expect(page).toContain(`Page ${String(index + 2)} of ${String(pages.length)}`);
    });
  });

  test('all eight lines of the address', () => {
    const lines = (pages[0] ?? '').split('\n').map((line) => line.trim());
    const from = lines.indexOf('Building C, Third Floor');
    expect(lines.slice(from, from + 8)).toHaveLength(8);
    expect(lines[from + 7]).toBe('United States');
  });

  test('a table that goes on has its header on the next page', () => {
    const goesOn = pages.filter((page) =>
      /^\s*(?:\S.*Page \d+ of \d+\n+|.*\n){1,4}\s*Visit +Pain +Function/.test(page),
    );
    expect(goesOn.length).toBeGreaterThan(3);
  });

  test('no heading stands at the end of a page', () => {
    for (const page of pages) expect(page.trimEnd().split('\n').at(-1)).not.toMatch(/^\s*(?:Period \d+|References)$/);
  });
});
