import { expect, test } from 'vitest';
import { renderHtml } from '../../server/src/render/html.js';
import { renderMarkdown } from '../../server/src/render/markdown.js';
import { renderText } from '../../server/src/render/text.js';
import { draw } from './pdf/support/drawn.js';
import { docxParts, paragraphsOf } from './support/docx-parts.js';
import { letterOf } from './support/letter-of.js';
import { readHtml } from './support/read-html.js';

const letter = letterOf('case t\nx: v\tw   z\n', { 't.lmn': 'template t\nx (text)\n---\nOne\ttwo   three: [x].\n' });

test('a tab prints as one space and a run of spaces as it stands, in every format', async () => {
  const line = 'One two   three: v w   z.';
  expect(renderText(letter)).toContain(line);
  expect(renderMarkdown(letter)).toContain(line);
  expect(readHtml(renderHtml(letter)).text).toContain(line);
  expect(renderHtml(letter).match(/<span class="as-written">[^<]* {3}/g)).toHaveLength(2);
  expect(paragraphsOf((await docxParts(letter))['word/document.xml'] ?? '')[0]?.text).toBe(line);
  const [first] = (await draw(letter)).lines;
  expect(first?.text).toBe(line);
});
