import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ResolvedLetter } from '../../../server/src/letter/letter.js';
import { penLine } from '../../../server/src/letter/pen-line.js';
import { renderHtml } from '../../../server/src/render/html.js';
import { docxOf } from '../support/docx-parts.js';
import { docxText, docxWords, wordsOf } from '../support/docx-words.js';
import { anyCase, anyTemplate, hostileLine } from '../support/fuzz.js';
import { goldenCases, goldenLetter } from '../support/golden-letter.js';
import { letterOf, quickLetterOf, sampleLetter } from '../support/letter-of.js';
import { readHtml, withoutSpace } from '../support/read-html.js';
import { unzip } from '../support/unzip.js';
import { samplePaths } from '../../support/workspace.js';

/** A hyphen at which no line breaks is read as a plain one. */
function inXml(text: string): string {
  return text.replaceAll('\u2011', '-');
}

function htmlText(letter: ResolvedLetter): string {
  // In Word a line for a pen is a tab, whose leader is no word.
  return inXml(readHtml(renderHtml(letter)).text).replaceAll(penLine, '');
}

/** Every character that XML 1.0 allows, and no other. */
const allowed = /^[\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]*$/u;

async function expectSameWords(letter: ResolvedLetter): Promise<void> {
  const bytes = await docxOf(letter);
  for (const { name, text } of unzip(bytes)) expect(allowed.test(text), name).toBe(true);
  expect(withoutSpace(await docxText(bytes))).toBe(withoutSpace(htmlText(letter)));
}

describe('the words of the Word file are those of the HTML, in their order', () => {
  test.each(samplePaths)('%s', async (path) => {
    const letter = sampleLetter(path);
    expect(await docxWords(await docxOf(letter))).toEqual(wordsOf(htmlText(letter)));
  });

  test.each(goldenCases)('%s', async (name) => {
    const letter = goldenLetter(name);
    expect(await docxWords(await docxOf(letter))).toEqual(wordsOf(htmlText(letter)));
  });

  test('whatever is in the files', () =>
    fc.assert(
      fc.asyncProperty(anyCase, anyTemplate, (text, template) =>
        expectSameWords(quickLetterOf(text.startsWith('case') ? text : `case\n${text}`, template)),
      ),
      { numRuns: Number(process.env.FUZZ_RUNS ?? 25) },
    ));

  test('whatever a value holds', () =>
    fc.assert(
      fc.asyncProperty(hostileLine, (name) =>
        expectSameWords(
          quickLetterOf(
            `case\npatient\n  name: ${name}\npractice\n  name: ${name}\n---\n[letterhead]\n\n**RE:** [patient name]\n\n## [patient name]\n- [patient name]\n\n| [patient name] |\n| --- |\n| *[patient name]* |\n\n[signature]\n`,
          ),
        ),
      ),
      { numRuns: Number(process.env.FUZZ_RUNS ?? 30) },
    ));
});

test.each([
  ['markup of the file', '</w:t></w:r></w:p><w:p/>'],
  ['an end of a literal part', ']]> & &amp; &#60;'],
  ['control characters', 'a\u0000b\u0007c\u001b[31m'],
  ['half a surrogate pair', 'a\ud800b\udc00c'],
  ['what is no character', 'a\ufffeb\uffffc'],
  ['a field', '{ PAGE } { HYPERLINK "https://example.org" }'],
  ['what the library takes for a page number', 'CURRENT'],
  [
    'what the library writes for a list before it knows its number',
    '{bullets-0} {bullets\u2028-0} {numbers from 1, 368 wide\u2028-1}',
  ],
])('%s in a value prints as it stands', async (_, name) => {
  for (const value of [name, `v${name}v`])
    await expectSameWords(
      letterOf(`case\npatient\n  name: ${value}\n---\n- [patient name]\n\n1. **[patient name]**\n`),
    );
});
