import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import type { ResolvedLetter } from '../../server/src/letter/letter.js';
import { lackLine } from '../../server/src/render/lack-words.js';
import { renderHtml } from '../../server/src/render/html.js';
import { renderHtmlPage } from '../../server/src/render/html-page.js';
import { renderMarkdown } from '../../server/src/render/markdown.js';
import { renderText } from '../../server/src/render/text.js';
import { expectGolden, readGoldenInput } from './support/golden.js';
import { letterOf, sampleLetter, samplePaths } from './support/letter-of.js';
import { readHtml } from './support/read-html.js';

/** Every `NAME.lmn` beside the golden files is a case; a `NAME.template.lmn` is the template it uses, another `NAME.….lmn` what that stands on, or a vocabulary. */
const inputs = readdirSync(fileURLToPath(new URL('golden/', import.meta.url))).filter((name) => name.endsWith('.lmn'));
const cases = inputs.map((name) => name.replace(/\.lmn$/, '')).filter((name) => !name.includes('.'));

function goldenLetter(name: string): ResolvedLetter {
  const others = inputs.filter((input) => input.startsWith(`${name}.`) && input !== `${name}.lmn`);
  return letterOf(
    readGoldenInput(`${name}.lmn`),
    Object.fromEntries(others.map((other) => [other, readGoldenInput(other)])),
  );
}

describe('what is written and what the letter prints', () => {
  test('there is an input for each row of the tables', () => expect(cases.length).toBeGreaterThanOrEqual(29));

  test.each(cases)('%s', (name) => {
    const letter = goldenLetter(name);
    const html = renderHtml(letter);
    readHtml(html);
    expectGolden(`${name}.html`, html);
    expectGolden(`${name}.md`, renderMarkdown(letter));
    const gaps = letter.lacks.map((lack) => `${lackLine(lack, letter)}\n`);
    expectGolden(`${name}.txt`, renderText(letter) + (gaps.length > 0 ? `\f\n${gaps.join('')}` : ''));
  });
});

describe('the sample letters', () => {
  test.each(samplePaths)('%s', (path) => {
    const letter = sampleLetter(path);
    const name = path
      .replace(/\.lmn$/, '')
      .replace(/^samples\//, 'sample-')
      .replace('/', '-');
    const page = renderHtmlPage(letter);
    readHtml(page);
    expectGolden(`${name}.html`, page);
    expectGolden(`${name}.md`, renderMarkdown(letter));
    expectGolden(`${name}.txt`, renderText(letter));
  });
});
