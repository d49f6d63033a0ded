import { describe, expect, test } from 'vitest';
import { textOf } from '../../server/src/language/span.js';
import { parse } from '../support/workspace.js';

function headerOf(line: string) {
  const { header } = parse('file:///x.lmn', `${line}\n---\n## S\nWords.`);
  for (const word of [header?.name, header?.from, header?.base]) if (word) expect(textOf(word)).toBe(word.text);
  return {
    name: header?.name?.text,
    from: header?.from?.text,
    base: header?.base?.text,
    title: header?.title?.text,
    bad: header?.bad.map(({ text }) => text),
  };
}

test.each([
  ['template a from b "A title"', { name: 'a', from: 'from', base: 'b', title: 'A title', bad: [] }],
  ['template a from b', { name: 'a', from: 'from', base: 'b', bad: [] }],
  ['Template a  FROM  b', { name: 'a', from: 'FROM', base: 'b', bad: [] }],
  ['template: a from b', { name: 'a', from: 'from', base: 'b', bad: [':'] }],
  ['template from from from', { name: 'from', from: 'from', base: 'from', bad: [] }],
  ['template from b', { name: 'from', bad: ['b'] }],
  ['template a from', { name: 'a', from: 'from', bad: [] }],
  ['template a from "A title"', { name: 'a', from: 'from', title: 'A title', bad: [] }],
  ['template a "from" b', { name: 'a', title: 'from', bad: ['b'] }],
  ['template "A title" from b', { title: 'A title', bad: ['from', 'b'] }],
  ['template a from b c "A title"', { name: 'a', from: 'from', base: 'b', title: 'A title', bad: ['c'] }],
  ['template a form b', { name: 'a', from: 'form', base: 'b', bad: [] }],
  ['template a from: b', { name: 'a', from: 'from:', base: 'b', bad: [] }],
  ['template a from:b "A title"', { name: 'a', from: 'from:', base: 'b', title: 'A title', bad: [] }],
  ['template a formal b', { name: 'a', bad: ['formal', 'b'] }],
  ['case a from b', { name: 'a', bad: ['from', 'b'] }],
  ['policy a from b', { name: 'a', bad: ['from', 'b'] }],
])('%j', (line, header) =>
  expect(headerOf(line)).toEqual({ name: undefined, from: undefined, base: undefined, title: undefined, ...header }),
);

test('a slip in the first word does not lose the base', () => {
  expect(headerOf('tempalte a from b "A title"')).toMatchObject({ name: 'a', from: 'from', base: 'b' });
});

describe('damage to the kind line leaves the rest of the file as it is', () => {
  const line = 'template pump-renewal from medical-letter "Renewal of a pump"';
  const rest = '\nserial number (text): Its number.\nfor: continuation\n---\n## Opening\nWords of [serial number].';
  const meaning = (text: string) => {
    const { entries, sections, divider } = parse('file:///x.lmn', text);
    return [entries.map((entry) => entry.whole.text), sections.map(({ piece }) => piece.text), divider !== undefined];
  };
  test.each(Array.from({ length: line.length - 8 }, (_, at) => at + 8))(
    'cut at %i, or without that character',
    (at) => {
      expect(meaning(line.slice(0, at) + rest)).toEqual(meaning(line + rest));
      expect(meaning(line.slice(0, at) + line.slice(at + 1) + rest)).toEqual(meaning(line + rest));
    },
  );
});
