import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';
import { expect } from 'vitest';

const golden = resolve(import.meta.dirname, '../on-paper/golden');
const seen = resolve(import.meta.dirname, '../../../node_modules/.cache/pages');

/** Part of a page's dots that may differ: another version of the program that draws them smooths letters a little differently. */
const tolerance = 0.004;

/**
 * Compares a page with how it was when somebody last looked at it. `GOLDEN=write` keeps the new one: look at it. Where it differs, page and
 * difference are in node_modules/.cache/pages.
 */
export function expectPage(name: string, page: PNG): void {
  const file = join(golden, `${name}.png`);
  if (process.env.GOLDEN === 'write') {
    mkdirSync(golden, { recursive: true });
    writeFileSync(file, PNG.sync.write(page, { colorType: 0, inputHasAlpha: true }));
    return;
  }
  expect(existsSync(file), `${name}.png is not there: run with GOLDEN=write, and look at it`).toBe(true);
  const before = PNG.sync.read(readFileSync(file));
  expect([page.width, page.height], name).toEqual([before.width, before.height]);
  const difference = new PNG({ width: page.width, height: page.height });
  const count = pixelmatch(before.data, page.data, difference.data, page.width, page.height, { threshold: 0.25 });
  const part = count / (page.width * page.height);
  if (part > tolerance) {
    mkdirSync(seen, { recursive: true });
    writeFileSync(join(seen, `${name}.png`), PNG.sync.write(page));
    writeFileSync(join(seen, `${name}-difference.png`), PNG.sync.write(difference));
  }
  expect(part, `${name}: see node_modules/.cache/pages`).toBeLessThanOrEqual(tolerance);
}
