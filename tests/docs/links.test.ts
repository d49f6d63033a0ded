import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { pageOf, pagePaths, readPage, targetOf } from '../support/markdown-page.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const pages = new Map(pagePaths().map((path) => [path, readPage(path)]));

test.each([...pages.values()])('the links of $path lead to a file and a heading that are there', ({ path, links }) => {
  const broken = links.filter((link) => {
    const target = targetOf(path, link);
    if (!target) return false;
    const { anchor } = target;
    return !existsSync(`${root}/${target.path}`) || (anchor !== '' && !pages.get(target.path)?.anchors.has(anchor));
  });
  expect(broken).toEqual([]);
});

test('headings get the anchors that GitHub gives them', () =>
  expect([...pageOf('a.md', '# `lmn` lint PATH…\n\n## A: b, *c*\n\n## A b c\n').anchors]).toEqual([
    'lmn-lint-path',
    'a-b-c',
    'a-b-c-1',
  ]));

test('links are followed from the page that they stand on', () => {
  expect(targetOf('docs/letters.md', 'command-line.md#in-ci')).toEqual({
    path: 'docs/command-line.md',
    anchor: 'in-ci',
  });
  expect(targetOf('docs/rules/npi.md', '../language.md')).toEqual({ path: 'docs/language.md', anchor: '' });
  expect(targetOf('README.md', '#start')).toEqual({ path: 'README.md', anchor: 'start' });
  expect(targetOf('README.md', 'https://nodejs.org/')).toBeUndefined();
});
