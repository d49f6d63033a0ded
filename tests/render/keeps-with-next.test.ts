import { expect, test } from 'vitest';
import { usualPaper } from '../../server/src/paper.js';
import { layOutPages } from '../../server/src/render/pdf/render-pdf.js';
import { fontBook } from './pdf/support/fonts.js';
import { docxParts, paragraphsOf } from './support/docx-parts.js';
import { letterOf } from './support/letter-of.js';

const closing = 'Sincerely,\n\n[signature]\nMesa Clinic';

/** A letter whose closing is a section of its own, behind so many paragraphs of three lines. */
function letterWith(paragraphs: number, before = 'Words before the end. '.repeat(12)) {
  const words = Array.from({ length: paragraphs }, () => 'Words of the letter. '.repeat(14)).join('\n\n');
  const template = `template t\n---\n${words}\n\n${before}\n\n## Closing #untitled\n${closing}\n`;
  return letterOf('case t\nprovider\n  name: Dana Whitfield\n', { 't.lmn': template });
}

test.each([
  ['a paragraph', 'Words before the end. '.repeat(12)],
  ['a line', 'Words.'],
  ['a list', '- one\n- two\n- three'],
])('no page of the PDF begins with the closing: %s stands before it', (_, before) => {
  const pages = Array.from({ length: 16 }, (_, more) =>
    layOutPages(letterWith(more + 10, before), { paper: usualPaper, fonts: fontBook }),
  );
  expect(new Set(pages.map(({ count }) => count))).toEqual(new Set([1, 2]));
  for (const { starts } of pages) expect(starts.map(({ section }) => section)).not.toContain(1);
});

test('a closing beneath a heading of its own may begin a page with it', async () => {
  const template = `template t\n---\nWords before.\n\n## Closing\n${closing}\n`;
  const parts = await docxParts(letterOf('case t', { 't.lmn': template }));
  const kept = keptWithNext(parts['word/document.xml']);
  expect(kept).not.toContain('Words before.');
  expect(kept).toContain('Sincerely,');
});

test('in Word what is before the closing is kept with it', async () => {
  const kept = keptWithNext((await docxParts(letterWith(1, 'Words before.')))['word/document.xml']);
  expect(kept).toEqual(['Words before.', 'Sincerely,', 'Dana Whitfield']);
});

function keptWithNext(documentXml = ''): string[] {
  return paragraphsOf(documentXml).flatMap(({ xml, text }) => (xml.includes('<w:keepNext/>') ? [text.trim()] : []));
}
