import { expect, test } from 'vitest';
import { renderHtml } from '../../server/src/render/html.js';
import { renderMarkdown } from '../../server/src/render/markdown.js';
import { renderText } from '../../server/src/render/text.js';
import { letterOf } from '../support/printed.js';
import { draw } from './pdf/support/drawn.js';
import { docxParts } from './support/docx-parts.js';

const letter = letterOf(
  'case\npatient: Dana Frost\n---\nDate: [patient signed on]\n\n[patient signature]\n[patient name]\nOn: [patient signed on]',
);
const line = '_'.repeat(20);

test('lines for a pen print in every format, and are said', async () => {
  expect(renderText(letter)).toContain(`Date: ${line}\n\n${'_'.repeat(30)}\nDana Frost\nOn: ${line}`);
  expect(renderMarkdown(letter)).toContain(`Date: ${'\\_'.repeat(20)}`);
  const html = renderHtml(letter);
  expect(html).toContain('<span class="pen-line" role="img" aria-label="To be filled in: patient signed on">');
  expect(html).toContain('<div class="signature-line" role="img" aria-label="To be filled in: patient signature">');
  expect((await draw(letter)).text).toContain(`Date: ${line}`);
});

test('in Word a line is a tab with a leader, as far as the words before it need', async () => {
  const document = (await docxParts(letter))['word/document.xml'];
  expect(document).toMatch(/<w:tab w:val="left" w:pos="\d+" w:leader="underscore"\/>/);
  expect(document).toMatch(/Date: <\/w:t><\/w:r><w:r><w:tab\/>/);
});
