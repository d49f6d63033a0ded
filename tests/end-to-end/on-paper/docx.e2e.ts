import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { renderHtml } from '../../../server/src/render/html.js';
import { docxOf } from '../../render/support/docx-parts.js';
import { sampleLetter } from '../../render/support/letter-of.js';
import { readHtml, withoutSpace } from '../../render/support/read-html.js';
import { samplePaths } from '../../support/workspace.js';

let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'lmn-docx-'));
  mkdirSync(join(folder, 'pdf'));
  for (const path of samplePaths)
    writeFileSync(join(folder, fileName(path, 'docx')), await docxOf(sampleLetter(path), { draft: isDraft(path) }));
  convert(samplePaths.map((path) => join(folder, fileName(path, 'docx'))));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function isDraft(path: string): boolean {
  return path.includes('incomplete');
}

function fileName(path: string, ending: string): string {
  return path.replaceAll('/', '-').replace(/lmn$/, ending);
}

/** Opens the files in LibreOffice, with a profile of its own, and prints them to PDF; anything it says of them is a failure. */
function convert(files: readonly string[]): void {
  const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
  const { status, stderr } = spawnSync(
    'soffice',
    [profile, '--headless', '--convert-to', 'pdf', '--outdir', join(folder, 'pdf'), ...files],
    { encoding: 'utf8', timeout: 80_000 },
  );
  expect(status, stderr).toBe(0);
  // It misses Java at each start, which only its database needs.
  expect(stderr.replace(/^Warning: failed to launch javaldx.*$/m, '').trim()).toBe('');
}

/** The text of each page; `-layout` as it stands on the page, `-raw` in the order of the file. */
function pagesOf(path: string, how: '-layout' | '-raw'): string[] {
  const pdf = join(folder, 'pdf', fileName(path, 'pdf'));
  const { status, stdout, stderr } = spawnSync('pdftotext', [how, pdf, '-'], { encoding: 'utf8' });
  expect(status, stderr).toBe(0);
  return stdout.split('\f').slice(0, -1);
}

/** What stands above the letter on a page. */
const head = /^(?:\s*DRAFT\n)?(?:.*Page \d+ of \d+\n)?/;

describe.each(samplePaths)('LibreOffice opens %s', (path) => {
  test('with the words of the HTML, in their order', () => {
    const printed = pagesOf(path, '-raw').map((page) => page.replace(head, ''));
    const words = printed
      .join('\n')
      .replace(/^(?:[•◦▪]|\d{1,2}\.)\s/gm, '')
      .replaceAll('\u2011', '-');
    expect(withoutSpace(words)).toBe(withoutSpace(readHtml(renderHtml(sampleLetter(path))).text));
  });

  test('with its head and its page on every page but the first', () => {
    const [first = '', ...others] = pagesOf(path, '-layout');
    expect(others.length).toBeGreaterThan(0);
    expect(first).not.toMatch(/Page \d/);
    for (const [index, text] of others.entries())
      expect(text).toMatch(
        new RegExp(
          `^(?:\\s*DRAFT\\n)?\\s*(?:Elena Marquez|Thomas Brandt).*Page ${String(index + 2)} of ${String(others.length + 1)}\\n`,
        ),
      );
  });

  test(isDraft(path) ? 'with DRAFT on every page' : 'as a final letter', () => {
    for (const text of pagesOf(path, '-layout'))
      if (isDraft(path)) expect(text).toMatch(/^\s*DRAFT\n/);
      else expect(text).not.toContain('DRAFT');
  });
});
