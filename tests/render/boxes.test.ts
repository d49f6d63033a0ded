import { expect, test } from 'vitest';
import { renderHtml } from '../../server/src/render/html.js';
import { renderMarkdown } from '../../server/src/render/markdown.js';
import { renderText } from '../../server/src/render/text.js';
import { letterOf } from '../support/printed.js';
import { draw } from './pdf/support/drawn.js';
import { docxOf } from './support/docx-parts.js';
import { docxText } from './support/docx-words.js';

const letter = letterOf('case\nurgency: expedited\n---\nSoon? [ ] [urgency]\n\n- [ ] [urgency]');

test('boxes print in every format, ticked and not', async () => {
  expect(renderText(letter)).toContain('Soon? [ ] standard  [x] expedited');
  expect(renderMarkdown(letter)).toContain('☐ standard  ☒ expedited');
  const html = renderHtml(letter);
  expect(html).toContain('aria-label="Checked">\u2612</span> expedited');
  expect(html).toContain('aria-label="Not checked">\u2610</span> standard');
  for (const text of [(await draw(letter)).text, await docxText(await docxOf(letter))]) {
    expect(text).toMatch(/Soon\?\s*\u2610\s*standard\s*\u2612\s*expedited/);
  }
});
