import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { marketplaceReadme, readmePath } from '../../scripts/marketplace-readme.mjs';
import { folderWith } from '../cli/folder.js';

const root = fileURLToPath(new URL('../..', import.meta.url));

describe('the page of the extension, as it is packed', () => {
  const page = marketplaceReadme(root);
  const targets = [...page.matchAll(/\]\(([^)]*)\)/g)].map(([, target = '']) => target);

  test('has its pictures in it, and no link that only the repository has', () => {
    const pictures = targets.filter((target) => /^data:image\/png;base64,iVBORw0KGgo[A-Za-z\d+/]+=*$/.test(target));
    expect(pictures.length).toBeGreaterThanOrEqual(2);
    expect(targets.filter((target) => !pictures.includes(target) && !/^(?:https:|#)/.test(target))).toEqual([]);
  });

  test('asks for no Node and no command to begin with', () => {
    const text = page.replace(/data:[^)]*/g, '');
    const steps = text.slice(text.indexOf('## First steps'), text.indexOf('## What it does'));
    expect(steps).toContain('LMN: New Case');
    expect(steps).not.toMatch(/\bnpm|npx|Node/);
  });
});

test.each([
  ['See [the guide](docs/vscode.md).', 'docs/vscode.md'],
  ['See [the guide](../docs/vscode.md#x), ![a picture](a.png)', '../docs/vscode.md#x'],
])('a link that is dead in a package is refused: %s', (text, link) => {
  const folder = folderWith({ [readmePath]: text });
  expect(() => marketplaceReadme(folder)).toThrow(link);
});

test('a picture that is not there is refused', () => {
  const folder = folderWith({ [readmePath]: '![a picture](../docs/a.png)' });
  expect(() => marketplaceReadme(folder)).toThrow(/a\.png/);
  mkdirSync(join(folder, 'docs'));
  writeFileSync(join(folder, 'docs/a.png'), 'x');
  expect(marketplaceReadme(folder)).toBe('![a picture](data:image/png;base64,eA==)');
});
