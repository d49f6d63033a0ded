import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import type { Locator } from 'playwright-core';
import { expect } from 'vitest';
import { pdfPages } from './pdf-tools.js';

const root = resolve(import.meta.dirname, '../../..');

/** The sample letters, as paths within `templates/samples`. */
export const sampleNames = [
  'chronic-pain-continuation.lmn',
  'general-medical-necessity.lmn',
  'incomplete/chronic-pain-continuation.lmn',
  'incomplete/general-medical-necessity.lmn',
];

/** Writes a case's letter with the built command line, as a draft where it must be one. `file` says by its ending as what. */
export function renderTo(file: string, casePath: string, folder: string): void {
  const cli = [join(root, 'dist/cli.cjs'), 'render', casePath, '-o', file, '--force', '--draft'];
  const env = { ...process.env, XDG_STATE_HOME: folder, LOCALAPPDATA: folder };
  const { status, stderr } = spawnSync(process.execPath, cli, { encoding: 'utf8', env });
  if (status !== 0) throw new Error(stderr);
}

/** The running head, and the marks of a draft; the one across the page is read letter by letter. */
const furniture = /^\s*(?:DRAFT|[DRAFT])\s*$|Page \d+ of \d+\s*$/;

/** The lines of each page of a PDF, as another program reads them: without running head, spaces, and bullets and numbers of lists. */
export function pdfLines(pdf: string): string[][] {
  return pdfPages(pdf, 'raw').map((page) =>
    page
      .split('\n')
      .filter((line) => !furniture.test(line))
      .map(bare)
      .filter((line) => line !== ''),
  );
}

/** A line without its spaces, and without the label of an item. */
function bare(line: string): string {
  return line.replace(/^\s*(?:[\u2022\u25e6\u25aa]|\d{1,2}\.(?=\s|$))/, '').replace(/\s+/g, '');
}

export interface Compared {
  /** Whether every page begins with the same words, and there are as many. */
  readonly samePages: boolean;
  readonly lines: number;
  /** Lines of the first that are not lines of the second. */
  readonly others: readonly string[];
}

export function compareLines(pages: readonly (readonly string[])[], with_: readonly (readonly string[])[]): Compared {
  const lines = pages.flat();
  const found = new Set(with_.flat());
  return {
    samePages: pages.length === with_.length && pages.every((page, index) => page[0] === with_[index]?.[0]),
    lines: lines.length,
    others: lines.filter((line) => !found.has(line)),
  };
}

/** Over all letters together. */
export function expectSameLines(compared: Iterable<Compared>): void {
  const all = [...compared];
  const others = all.flatMap((one) => one.others);
  const lines = all.reduce((sum, one) => sum + one.lines, 0);
  expect(others.length / lines, others.join('\n')).toBeLessThanOrEqual(0.02);
}

/** What is used of a page of the browser: the tests are not compiled with its types. */
interface Box {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
}
interface PageNode {
  readonly textContent: string | null;
  readonly parentElement: { closest(selector: string): unknown } | null;
}
interface PageElement {
  readonly ownerDocument: {
    createTreeWalker(root: unknown, what: number): { nextNode(): PageNode | null };
    createRange(): {
      setStart(node: PageNode, at: number): void;
      setEnd(node: PageNode, at: number): void;
      getBoundingClientRect(): Box;
    };
    querySelectorAll(selector: string): Iterable<{ getBoundingClientRect(): Box }>;
  };
}

/** The lines of the preview's paper, parted at the edges that it shows: from left to right and from top to bottom, as a PDF is read. */
export async function paperLines(paper: Locator): Promise<string[][]> {
  const { letters, edges } = await paper.evaluate((element) => {
    const { ownerDocument: page } = element as unknown as PageElement;
    const walker = page.createTreeWalker(element, 4);
    const letters: { text: string; top: number; bottom: number; left: number }[] = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const text = node.textContent ?? '';
      for (let at = 0; at < text.length; at++) {
        if (/\s/.test(text.charAt(at))) continue;
        const range = page.createRange();
        range.setStart(node, at);
        range.setEnd(node, at + 1);
        const { top, bottom, left } = range.getBoundingClientRect();
        letters.push({ text: text.charAt(at), top, bottom, left });
      }
    }
    const edges = [...page.querySelectorAll('#edges .edge')].map((edge) => edge.getBoundingClientRect().top);
    return { letters, edges };
  });
  const lines: { middle: number; letters: typeof letters }[] = [];
  for (const letter of letters) {
    const middle = (letter.top + letter.bottom) / 2;
    // A raised number stands higher than its line, by less than half of a line.
    const line = lines.findLast((one) => Math.abs(one.middle - middle) < (letter.bottom - letter.top) * 0.6);
    if (line) line.letters.push(letter);
    else lines.push({ middle, letters: [letter] });
  }
  const pages: string[][] = Array.from({ length: edges.length + 1 }, () => []);
  for (const { middle, letters: all } of lines) {
    const page = edges.filter((edge) => edge < middle).length;
    pages[page]?.push(all.map(({ text }) => text).join(''));
  }
  return pages;
}
