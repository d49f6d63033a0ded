import { expect, test } from 'vitest';
import { nothingReplaced } from '../../server/src/rules/nothing-replaced.js';
import { finds, findingsOf, fixed } from '../support/finds.js';

const others = { 't.lmn': 'template t\n---\n## A\nText.\n\n## B #optional\nText.\n\n## Empty #optional\n' };

test.each([
  ['a section that the template has not', 'case t\n---\n## A\nMine.\n\n## C\n<|[template text]|>'],
  ['no template at all', 'case\n---\n## C\nMine. <|[template text]|>'],
  ['before the first heading', 'case t\n---\n<|[template text]|>\n\n## A\nMine.'],
  ['a section of the template without text', 'case t\n---\n## Empty\nMine.\n\n<|[template text]|>'],
  ['within other words', 'case t\n---\n## A\n**Note: <|[template text]|>**\n\n| A |\n| --- |\n| <|[template text]|> |'],
  [
    'beside blanks, in a section of the template without text',
    'case t\n---\n## Empty\nMine of [date] and [write: when]. <|[template text]|>',
  ],
  ['a template', 'template u\n---\n<|[template text]|>\n\n## A\n- <|[template text]|>'],
  ['nothing to leave out', 'case t\n---\n## A\nMine.\n\n## C <|#omit|>'],
])('%s', (_, text) => {
  finds(nothingReplaced, text, others);
});

test.each([
  ['on a line of its own', 'case t\n---\n## A\nMine.\n\n[template text]'],
  ['in a list', 'case t\n---\n## A\n- [template text]'],
  ['an optional section left out', 'case t\n---\n## B #omit'],
  ['a required section left out, which is missing', 'case t\n---\n## A #omit'],
])('not %s', (_, text) => {
  finds(nothingReplaced, text, others);
});

test('a heading that is nearly the template’s is said to be so, once', () => {
  const near = { 't.lmn': 'template t\n---\n## Clinical History #optional\nText.' };
  finds(nothingReplaced, 'case t\n---\n## Clinical Histroy #omit', near);
});

test('once where it is repeated for each record', () => {
  finds(nothingReplaced, 'case\nsymptom: pain\nsymptom: fever\n---\n- [symptom] **<|[template text]|>**');
});

test('the fix takes it out, with its line', () => {
  const text = 'case\n---\n## C\nMine.\n[template text]\nMore.';
  expect(fixed(text, findingsOf(nothingReplaced, text).findings[0]!)).toBe('case\n---\n## C\nMine.\nMore.');
  const inline = 'case\n---\n## C\nMine. [template text] More.';
  expect(fixed(inline, findingsOf(nothingReplaced, inline).findings[0]!)).toBe('case\n---\n## C\nMine. More.');
});
