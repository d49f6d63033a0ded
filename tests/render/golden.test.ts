import { describe, expect, test } from 'vitest';
import { lackLine } from '../../server/src/render/lack-words.js';
import { renderHtml } from '../../server/src/render/html.js';
import { renderHtmlPage } from '../../server/src/render/html-page.js';
import { renderMarkdown } from '../../server/src/render/markdown.js';
import { renderText } from '../../server/src/render/text.js';
import { expectGolden } from './support/golden.js';
import { goldenCases, goldenLetter } from './support/golden-letter.js';
import { sampleLetter } from './support/letter-of.js';
import { readHtml } from './support/read-html.js';
import { allSamplePaths } from '../support/workspace.js';

describe('what is written and what the letter prints', () => {
  test('there is an input for each row of the tables', () => expect(goldenCases.length).toBeGreaterThanOrEqual(29));

  test.each(goldenCases)('%s', (name) => {
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
  test.each(allSamplePaths)('%s', (path) => {
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
