import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ResolvedLetter } from '../../../server/src/letter/letter.js';
import { FontBook } from '../../../server/src/render/pdf/font-book.js';
import { pdfStyle } from '../../../server/src/render/pdf/pdf-style.js';
import { renderPdf } from '../../../server/src/render/pdf/render-pdf.js';
import { anyCase, anyTemplate } from '../support/fuzz.js';
import { letterOf, quickLetterOf, sampleLetter } from '../support/letter-of.js';
import { printedText } from '../support/printed-text.js';
import { withoutSpace } from '../support/read-html.js';
import { draw, plainOptions } from './support/drawn.js';
import { fontBook, pdfFonts } from './support/fonts.js';
import { samplePaths } from '../../support/workspace.js';

const paper = { left: 72, right: 612 - 72, top: 72, bottom: 792 - 72 };
const runs = Number(process.env.FUZZ_RUNS ?? 40);

/** What the fonts print of a text: what they cannot is left out, and its mark with it. */
function inFonts(text: string): string {
  const parts = fontBook.split(text, pdfStyle(11.5).plain).map((run) => (run.font ? run.text : ''));
  return withoutSpace(parts.join('')).replaceAll('[?]', '');
}

async function holds(letter: ResolvedLetter): Promise<void> {
  const { file, text, elements, lines } = await draw(letter);
  // A box before an item is its label in the structure, one within a line is part of its text.
  const labels = elements.filter(({ type, text }) => type === 'Lbl' && BOX.test(text)).length;
  const said = printedText(letter).text;
  expect(withoutBoxes(withoutSpace(text).replaceAll('[?]', ''))).toBe(inFonts(withoutBoxes(said)));
  expect(boxesIn(text) + labels).toBe(boxesIn(said));
  for (const line of lines) {
    expect(line.x).toBeGreaterThanOrEqual(paper.left - 0.01);
    if (line.text.trim().length > 1) expect(line.right).toBeLessThanOrEqual(paper.right + 0.01);
    expect(line.y).toBeGreaterThan(paper.top);
    expect(line.y).toBeLessThan(paper.bottom);
  }
  expect(String.fromCharCode(...file.bytes.subarray(0, 8))).toBe('%PDF-1.7');
  const all = letter.references.length + said.length;
  if (file.unprintable.length === 0 && all > 0)
    expect(inFonts(said)).toBe(
      withoutSpace(said)
        .normalize('NFC')
        .replace(/\p{Default_Ignorable_Code_Point}/gu, ''),
    );
}

const BOX = /[\u2610\u2612]/;

function withoutBoxes(text: string): string {
  return text.replace(new RegExp(BOX, 'g'), '');
}

function boxesIn(text: string): number {
  return text.match(new RegExp(BOX, 'g'))?.length ?? 0;
}

test.each(samplePaths)('%s: the structure has every word in its order, within the margins', (path) =>
  holds(sampleLetter(path)),
);

test('the same for whatever is in the files', () =>
  fc.assert(
    fc.asyncProperty(anyCase, anyTemplate, (text, template) =>
      holds(quickLetterOf(text.startsWith('case') ? text : `case\n${text}`, template)),
    ),
    { numRuns: runs },
  ));

test('boxes within a line and before items', () =>
  holds(quickLetterOf('case t', 'template t\n---\n- [ ] [patient sex] [ ] [urgency]\n')));

test('the same letter gives the same bytes', async () => {
  const [one, two] = [await draw(sampleLetter(samplePaths[0])), await draw(sampleLetter(samplePaths[0]))];
  expect(Buffer.from(one.file.bytes).equals(Buffer.from(two.file.bytes))).toBe(true);
});

test('the same letter gives the same bytes, whatever was written before', async () => {
  const letterWith = (words: string) => quickLetterOf('case t\n', `template t\n---\n## Request\n${words}\n`);
  const bytes = async (fonts: FontBook, letter: ResolvedLetter) =>
    Buffer.from((await renderPdf(letter, { ...plainOptions, fonts })).bytes);
  const used = new FontBook(pdfFonts);
  // The heading's width is known then, the text's is not.
  await bytes(used, letterWith('Others write this.'));
  const letter = letterWith('I ask for a pump.');
  expect((await bytes(used, letter)).equals(await bytes(new FontBook(pdfFonts), letter))).toBe(true);
});

describe('what the fonts cannot print is told, never repeated', () => {
  test.each([
    ['patient\n  name: \u05de\u05e8\u05d9\u05dd', 'patient name: Hebrew letters'],
    ['patient\n  name: \u0645\u0631\u064a\u0645', 'patient name: Arabic letters'],
    ['patient\n  name: Ann \u{1f600}\u{1f3fd}', 'patient name: emoji'],
    ['patient\n  name: \u738b\u82b3', 'patient name: Chinese characters'],
  ])('%s', async (head, told) => {
    const { file, text } = await draw(letterOf(`case\n${head}\n---\nFor [patient name], [?] stands.`));
    expect(file.unprintable).toContain(told);
    expect(text).toMatch(/For .*\[\?\], \[\?\] stands\./);
  });

  test('prose names its section', async () => {
    const { file } = await draw(letterOf('case\n---\n## History\nA \u{1f600} here.'));
    expect(file.unprintable).toEqual(['\u201cHistory\u201d: emoji']);
  });

  test.each([
    'Nguy\u1ec5n Th\u1ecb H\u01b0\u01a1ng',
    '\u0393\u03b9\u03ce\u03c1\u03b3\u03bf\u03c2',
    '\u0141ukasz \u017b\u00f3\u0142\u0107',
    'e\u0301 a\u0306 \u00b1 \u2265 \u00b5 \u00bd \u2192 \u2612 \u2713',
  ])('%s prints', async (words) => {
    const { file, text } = await draw(letterOf(`case\n---\n${words}`));
    expect(file.unprintable).toEqual([]);
    expect(text.replace('[provider name]', '')).toBe(words.normalize('NFC'));
  });
});
