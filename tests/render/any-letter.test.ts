import fc from 'fast-check';
import { marked } from 'marked';
import { describe, expect, test } from 'vitest';
import type { ResolvedLetter } from '../../server/src/letter/letter.js';
import { rangeOf, textOf } from '../../server/src/letter/source.js';
import { lackLine, neededRanges } from '../../server/src/render/lack-words.js';
import { renderHtml } from '../../server/src/render/html.js';
import { renderHtmlPage } from '../../server/src/render/html-page.js';
import { renderMarkdown } from '../../server/src/render/markdown.js';
import { bidiClosers, printable } from '../../server/src/render/printable.js';
import { MarkedSections } from '../../server/src/render/marked-sections.js';
import { renderText } from '../../server/src/render/text.js';
import { anyCase, anyTemplate } from './support/fuzz.js';
import { quickLetterOf, sampleLetter } from './support/letter-of.js';
import { printedText } from './support/printed-text.js';
import { type ReadHtml, readHtml, withoutSpace } from './support/read-html.js';
import { sampleFiles, samplePaths } from '../support/workspace.js';

const anyLetter = fc
  .record({ text: anyCase, template: anyTemplate })
  .map(({ text, template }) => ({ text, template, toString: () => JSON.stringify({ text, template }) }));

function read({ text, template }: { text: string; template: string }): ResolvedLetter {
  return quickLetterOf(text.startsWith('case') ? text : `case\n${text}`, template);
}

const samples = samplePaths.map(sampleLetter);
const runs = Number(process.env.FUZZ_RUNS ?? 60);

function always(check: (letter: ResolvedLetter) => void): void {
  samples.forEach(check);
  fc.assert(
    fc.property(anyLetter, (given) => check(read(given))),
    { numRuns: runs },
  );
}

describe('whatever is in the files', () => {
  test('the HTML is well formed, has only tags of ours, and prints what the letter says in its order', () =>
    always((letter) => {
      const html = readHtml(renderHtml(letter));
      expect(withoutSpace(html.text)).toBe(withoutSpace(printedText(letter).text));
      for (const { attributes } of html.elements) {
        expect(Object.keys(attributes).filter((name) => !known.has(name))).toEqual([]);
        if (attributes.href !== undefined)
          expect(attributes.href).toMatch(/^(?:#reference-\d+|https:\/\/[^\s"'<>]+|mailto:[^\s"'<>]+)$/);
      }
      readHtml(renderHtmlPage(letter));
    }));

  test('the Markdown, read again, has the same words in the same style, and the same lists, tables and headings', () =>
    always((letter) => {
      const again = readHtml(marked.parse(renderMarkdown(letter), { async: false }));
      const html = readHtml(renderHtml(letter));
      expect(again.styled).toEqual(html.styled);
      expect(structureOf(again)).toEqual(structureOf(html));
    }));

  test('the plain text has every word, and no line that is broken without need', () =>
    always((letter) => {
      const text = renderText(letter);
      for (const run of printedText(letter).runs)
        expect(withoutSpace(text)).toContain(withoutSpace(printable(run.text)));
      expect(text).not.toMatch(/[^\P{Cc}\n]| $/mu);
      for (const line of text.split('\n')) if (line.length > 78) expect(longestWord(line)).toBeGreaterThan(20);
    }));

  test('every printed word is from a file, or was computed for a place in one', () =>
    always((letter) => {
      for (const run of printedText(letter).runs) {
        expect(run.source.start).toBeLessThanOrEqual(run.source.end);
        expect(run.source.end).toBeLessThanOrEqual(run.source.piece.text.length);
        if (run.exact) expect(textOf(run.source)).toBe(run.text);
        else expect(run.origin === 'derived' || run.field !== undefined).toBe(true);
      }
    }));

  test('marks in the HTML lead to the words they print', () =>
    always((letter) => {
      const sections = new MarkedSections().of(letter);
      for (const { html, marks } of sections.flatMap(({ blocks }) => blocks)) {
        const elements = readHtml(html).elements.filter(({ attributes }) => attributes['data-at'] !== undefined);
        for (const { attributes, text } of elements) {
          const mark = marks[Number(attributes['data-at'])];
          expect(mark).toBeDefined();
          if (mark?.of !== 'text') continue;
          const { piece, start, end } = mark.source;
          const runs = printedText(letter).runs.filter(
            ({ source }) => source.piece === piece && source.start <= start && end <= source.end,
          );
          const words = runs.map((run) => printable(run.text) + (run.field ? bidiClosers(run.text) : ''));
          expect(words.some((one) => one.includes(text))).toBe(true);
          const range = rangeOf(mark.source);
          expect(wholeText(letter, range.uri).slice(range.start, range.end)).toBe(textOf(mark.source));
        }
      }
      const whole = sections.flatMap(({ blocks }) => blocks.map(({ html }) => html)).join('');
      expect(withoutSpace(readHtml(whole).text)).toBe(withoutSpace(printedText(letter).text));
    }));

  test('the list of lacks names each gap once, on one line', () =>
    always((letter) => {
      const { lacks, sections } = letter;
      const named = lacks.flatMap(({ needs }) => needs.map(({ gap }) => gap));
      expect(new Set(named).size).toBe(named.length);
      expect(named).toEqual(expect.arrayContaining(sections.flatMap(({ gaps }) => gaps)));
      for (const lack of lacks) {
        expect(neededRanges(lack).length).toBeGreaterThan(0);
        expect(lackLine(lack, letter)).toMatch(/^[^\n]+\.$/);
      }
    }));
});

const known = new Set(['class', 'title', 'href', 'rel', 'id', 'start', 'scope', 'role', 'aria-label']);

const structural = new Set(['h2', 'h3', 'h4', 'ul', 'ol', 'li', 'blockquote', 'table', 'tr']);

function structureOf(html: ReadHtml): string[] {
  return html.elements.map((element) => element.tag).filter((tag) => structural.has(tag));
}

function longestWord(line: string): number {
  return Math.max(...line.split(' ').map((word) => word.length));
}

/** The text of a file that the letter was made of. */
function wholeText(letter: ResolvedLetter, uri: string): string {
  if (letter.case.file.uri === uri) return letter.case.file.text;
  if (letter.case.template?.file.uri === uri) return letter.case.template.file.text;
  return bookText(letter, uri);
}

function bookText(letter: ResolvedLetter, uri: string): string {
  const name = uri.replace('file:///', '');
  const text = sampleFiles[name];
  if (text === undefined)
    throw new Error(`The letter of ${letter.case.file.uri} prints words of an unknown file: ${uri}`);
  return text;
}
