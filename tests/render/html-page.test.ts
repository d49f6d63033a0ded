import { describe, expect, test } from 'vitest';
import { cssString } from '../../server/src/render/html-style.js';
import { renderHtmlPage } from '../../server/src/render/html-page.js';
import { letterOf, sampleLetter } from './support/letter-of.js';
import { readHtml } from './support/read-html.js';

const complete = renderHtmlPage(sampleLetter('samples/chronic-pain-continuation.lmn'));
const incomplete = renderHtmlPage(sampleLetter('samples/incomplete/chronic-pain-continuation.lmn'));

function styleOf(page: string): string {
  return /<style>([\s\S]*?)<\/style>/.exec(page)?.[1] ?? '';
}

test('the page may load nothing from anywhere', () => {
  expect(complete).toContain(`<meta http-equiv="Content-Security-Policy" content="default-src 'none';`);
  expect(complete).not.toMatch(/<(?:script|link|iframe|object|embed|base|form)\b/);
  expect(styleOf(complete)).not.toMatch(/url\(|@import|@font-face/);
});

test('title and language', () => {
  expect(complete).toContain('<html lang="en-US">');
  expect(complete).toContain('<title>Letter of medical necessity: Continuation of chronic pain management</title>');
  expect(incomplete).toContain(
    '<title>Draft: Letter of medical necessity: Continuation of chronic pain management</title>',
  );
  expect(/<title>(.*)<\/title>/.exec(complete)?.[1]).not.toContain('Marquez');
});

test('from the second page on who it is about and the page stand at the top', () => {
  const style = styleOf(complete);
  expect(style).toContain(
    `@top-left { content: ${cssString('Elena Marquez · born April 9, 1968 · Member ID SAMPLE0000123')};`,
  );
  expect(style).toContain('@top-right { content: "Page " counter(page) " of " counter(pages);');
  expect(style).toMatch(/@page :first \{\s*@top-left \{ content: none; \}\s*@top-right \{ content: none; \}/);
});

test('has the fonts of the PDF in it that it uses, where they are given', () => {
  const webFonts = { regular: 'UkVH', bold: 'Qk9MRA==', italic: 'SVRB', boldItalic: 'Qk9USA==', symbols: 'U1lN' };
  const style = (text: string) => styleOf(renderHtmlPage(letterOf(`case\n---\n${text}`), { webFonts }));
  expect(style('Hello').match(/@font-face/g)).toHaveLength(2);
  expect(style('Hello')).toContain('src: url("data:font/woff2;base64,UkVH") format("woff2");');
  expect(style('*Hello*')).toContain('base64,SVRB');
  expect(style('*Hello* **you**')).toContain('base64,Qk9USA==');
  expect(style('- [x] done')).toContain('base64,U1lN');
});

describe('draft', () => {
  test('a letter without gaps is none', () => expect(complete).not.toMatch(/draft">|DRAFT/));

  test('a letter with gaps says so on the screen, on every page, and lists them', () => {
    expect(styleOf(incomplete)).toContain('@bottom-center { content: "DRAFT";');
    const { elements } = readHtml(incomplete);
    const mark = elements.find((element) => element.attributes.class === 'draft');
    expect(mark?.text).toMatch(/^\s*Draft: \d+ items are missing\./);
    expect(mark?.text).toContain('insurance member id: not given.');
  });

  test('a letter without gaps, where a draft is asked for', () => {
    const page = renderHtmlPage(sampleLetter('samples/chronic-pain-continuation.lmn'), { draft: true });
    expect(styleOf(page)).toContain('@bottom-center { content: "DRAFT";');
    expect(page).toContain('<title>Draft: ');
    expect(
      readHtml(page)
        .elements.find((element) => element.attributes.class === 'draft')
        ?.text.trim(),
    ).toBe('Draft: not for sending.');
  });

  test('a letter with gaps cannot be had without the mark', () =>
    expect(
      renderHtmlPage(sampleLetter('samples/incomplete/chronic-pain-continuation.lmn'), { draft: false }),
    ).toContain('content: "DRAFT"'));

  test('one item', () =>
    expect(
      renderHtmlPage(
        letterOf('case\ndate: 2026-11-21\nprovider\n  name: Dana Whitfield\n---\nSeen on [last visit].\n'),
      ),
    ).toContain('Draft: 1 item is missing.'));
});

describe('a value cannot leave the style sheet', () => {
  test.each([
    '"',
    '\\',
    '</style><script>alert(1)</script>',
    '";} body{background:url(https://example.org)} /*',
    '\u2028\n',
    '{[',
    'ß é 自己 😀',
  ])('%j', (name) => {
    const page = renderHtmlPage(letterOf(`case\npatient\n  name: v${name.replace(/\n/g, '')}v\n---\nText.\n`));
    expect(styleOf(page)).toMatch(/@top-left \{ content: "(?:[\p{L}\p{N}\p{M} ]|\\[0-9a-f]+ )*"; font/u);
    expect(page.match(/<\/?style>/g)).toEqual(['<style>', '</style>']);
    expect(page).not.toContain('<script');
    readHtml(page);
  });

  test('escapes are what CSS reads as the character', () => expect(cssString('a"·</')).toBe('"a\\22 \\b7 \\3c \\2f "'));
});

test('an empty file is still a page', () => {
  const page = renderHtmlPage(letterOf('case'));
  readHtml(page);
  expect(page).toContain('Draft: 2 items are missing.');
});
