import { describe, expect, test } from 'vitest';
import { allLetterFormats, type LetterFormatId, letterFormats } from '../../server/src/letter-formats.js';
import type { ResolvedLetter } from '../../server/src/letter/letter.js';
import { renderHtml } from '../../server/src/render/html.js';
import { renderMarkdown } from '../../server/src/render/markdown.js';
import { renderText } from '../../server/src/render/text.js';
import { draw } from './pdf/support/drawn.js';
import { docxOf } from './support/docx-parts.js';
import { docxText } from './support/docx-words.js';
import { goldenLetter, publicLetters } from './support/golden-letter.js';
import { sampleLetter } from './support/letter-of.js';
import { readHtml, withoutSpace } from './support/read-html.js';
import { allSamplePaths } from '../support/workspace.js';

/** What Markdown and plain text say with marks of their own: bold, bullets, rules of tables, numbers in brackets, addresses behind their words. */
function bare(text: string): string {
  return text.replace(/[^\p{L}\p{N}]/gu, '');
}

/** Without space, lines for a pen and boxes, which are no words: in Word the lines are tabs, and in a PDF the boxes of items are labels. */
function onlyWords(text: string): string {
  return withoutSpace(text).replace(/_{4,}|[\u2610\u2612]/g, '');
}

/** How each format's words are read; of the last two, whose marks are words too, only that every word is there. */
const readers: Readonly<Record<LetterFormatId, (letter: ResolvedLetter) => string | Promise<string>>> = {
  html: (letter) => readHtml(renderHtml(letter)).text,
  pdf: async (letter) => (await draw(letter)).text,
  docx: async (letter) => docxText(await docxOf(letter)),
  md: renderMarkdown,
  txt: renderText,
};

/** The samples, and letters in public use; most have a template that stands on another one. */
const letters = [
  ...allSamplePaths.map((path) => [path, () => sampleLetter(path)] as const),
  ...['upon-a-base', ...publicLetters].map((name) => [name, () => goldenLetter(name)] as const),
];

describe.each(letters)('%s says the same in every format', (_, read) => {
  const letter = read();
  const html = readHtml(renderHtml(letter)).text;

  test.each(allLetterFormats)('%s', async (format) => {
    const said = await readers[format](letter);
    if (letterFormats[format].hasPages) expect(onlyWords(said)).toBe(onlyWords(html));
    const bared = bare(said);
    for (const word of new Set(html.split(/\s+/).map(bare))) expect(bared).toContain(word);
  });
});
