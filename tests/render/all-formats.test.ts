import { describe, expect, test } from 'vitest';
import { renderHtml } from '../../server/src/render/html.js';
import { renderMarkdown } from '../../server/src/render/markdown.js';
import { renderText } from '../../server/src/render/text.js';
import { draw } from './pdf/support/drawn.js';
import { docxOf } from './support/docx-parts.js';
import { docxText } from './support/docx-words.js';
import { sampleLetter, samplePaths } from './support/letter-of.js';
import { readHtml, withoutSpace } from './support/read-html.js';

/** What Markdown and plain text say with marks of their own: bold, bullets, rules of tables, numbers in brackets, addresses behind their words. */
function bare(text: string): string {
  return text.replace(/[^\p{L}\p{N}]/gu, '');
}

describe.each(samplePaths)('%s says the same in every format', (path) => {
  const letter = sampleLetter(path);
  const html = withoutSpace(readHtml(renderHtml(letter)).text);

  test('PDF', async () => expect(withoutSpace((await draw(letter)).text)).toBe(html));

  test('Word', async () => expect(withoutSpace(await docxText(await docxOf(letter)))).toBe(html));

  test.each([
    ['Markdown', renderMarkdown(letter)],
    ['plain text', renderText(letter)],
  ])('%s has every word', (_, text) => {
    const words = readHtml(renderHtml(letter)).text.split(/\s+/).map(bare);
    const said = bare(text);
    for (const word of new Set(words)) expect(said).toContain(word);
  });
});
