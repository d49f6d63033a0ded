import { expect, test } from 'vitest';
import type { ResolvedLetter } from '../../server/src/letter/letter.js';
import { renderText } from '../../server/src/render/text.js';
import { MarkedSections } from '../../server/src/render/marked-sections.js';
import { draw } from './pdf/support/drawn.js';
import { docxParts, paragraphsOf } from './support/docx-parts.js';
import { letterOf } from './support/letter-of.js';
import { readHtml } from './support/read-html.js';

const parts = ['November 21, 2026', '**RE: A request**', '**Name:** Ann\n**Born:** 1968', 'Dear reader:'];
const titles = ['Date', 'Subject', 'Reference', 'Greeting'];

function letter(beginning: string): ResolvedLetter {
  return letterOf('case t', { 't.lmn': `template t\n---\n${beginning}\n\n## Opening #untitled\nWords.\n` });
}

function subjects(sections: MarkedSections, shown: ResolvedLetter): string[] {
  return sections
    .of(shown)
    .flatMap(({ blocks }) => blocks)
    .flatMap(({ html }) => readHtml(html).elements)
    .filter(({ attributes }) => attributes.class === 'subject')
    .map(({ text }) => text.trim());
}

test('a beginning in sections is laid out as one that is a piece', async () => {
  const whole = letter(parts.join('\n\n'));
  const inSections = letter(parts.map((words, index) => `## ${titles[index]} #beginning\n${words}`).join('\n\n'));
  expect(inSections.sections.map(({ title }) => title)).toEqual(expect.arrayContaining(titles));
  expect(renderText(inSections)).toBe(renderText(whole));
  const lines = async (one: ResolvedLetter) => (await draw(one)).lines.map(({ text, x, y }) => [text, x, y]);
  expect(await lines(inSections)).toEqual(await lines(whole));
  const styles = async (one: ResolvedLetter) =>
    paragraphsOf((await docxParts(one))['word/document.xml'] ?? '').map(({ style, text }) => [style, text]);
  expect(await styles(inSections)).toEqual(await styles(whole));
  expect(subjects(new MarkedSections(), inSections)).toEqual(subjects(new MarkedSections(), whole));
});

test('the facts beneath a subject line stop being close to it when it becomes another line', () => {
  const sections = new MarkedSections();
  const of = (subject: string) =>
    letter(`## Subject #beginning\n${subject}\n\n## Reference #beginning\n**Name:** Ann\n**Born:** 1968`);
  expect(subjects(sections, of('RE: A request'))).toEqual(['RE: A request', 'Name: Ann\nBorn: 1968']);
  expect(subjects(sections, of('A request'))).toEqual([]);
});
