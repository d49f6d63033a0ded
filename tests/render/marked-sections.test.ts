import { expect, test } from 'vitest';
import { rangeOf, textOf } from '../../server/src/language/span.js';
import { readSubjects } from '../../server/src/letter/subjects.js';
import { SectionMemo } from '../../server/src/letter/resolve-section.js';
import { renderHtml } from '../../server/src/render/html.js';
import { type MarkedSection, MarkedSections } from '../../server/src/render/marked-sections.js';
import { parse, workspaceOf } from '../support/workspace.js';
import { letterOf } from './support/letter-of.js';
import { readHtml } from './support/read-html.js';

const text = `case
patient
  name: Ana Ruiz
  date of birth: 1968-04-09
---
Born [patient dob].

- For **[patient name]**
`;

function marked(sections: readonly MarkedSection[]): { words: string; from: string; of: string }[] {
  return sections
    .flatMap((section) => section.blocks)
    .flatMap(({ html, marks }) =>
      readHtml(html)
        .elements.filter(({ tag }) => tag === 'span' || tag === 'mark')
        .map(({ text: words, attributes }) => {
          const mark = marks[Number(attributes['data-at'])]!;
          return { words, from: textOf(mark.source), of: typeof mark.of === 'object' ? mark.of.kind : mark.of };
        }),
    );
}

/** The versions of a text as an editor has them: what did not change is the same object again. */
function versions(...texts: string[]) {
  const workspace = workspaceOf();
  const memo = new SectionMemo();
  let before: ReturnType<typeof parse> | undefined;
  return texts.map((one) => {
    before = parse('file:///x.lmn', one, before);
    return readSubjects(before, workspace, memo).letter!;
  });
}

test('every run is in an element whose mark leads to where it was written', () =>
  expect(marked(new MarkedSections().of(letterOf(text))).slice(0, 5)).toEqual([
    { words: 'Born ', from: 'Born ', of: 'text' },
    { words: 'April 9, 1968', from: '1968-04-09', of: 'text' },
    { words: '.', from: '.', of: 'text' },
    { words: 'For ', from: 'For ', of: 'text' },
    { words: 'Ana Ruiz', from: 'Ana Ruiz', of: 'text' },
  ]));

test('a gap leads to the place that needs it', () =>
  expect(marked(new MarkedSections().of(letterOf('case\n---\nSeen on [last visit].\n')))[1]).toEqual({
    words: '[last visit]',
    from: '[last visit]',
    of: 'fact',
  }));

test('numbers count within a block', () => {
  const [section] = new MarkedSections().of(letterOf(text));
  expect(section?.blocks.map(({ html }) => /data-at="(\d+)"/.exec(html)?.[1])).toEqual(['0', '0']);
});

test('without marks there are no attributes and no elements for them', () => {
  const html = renderHtml(letterOf(text));
  expect(html).not.toContain('data-');
  expect(html).toContain('<li>For <strong>Ana Ruiz</strong></li>');
});

test('an edit changes the HTML of the block it is in, and the marks of what moved lead to the new place', () => {
  const before = `${text}\n## One\nFirst.\n\nSecond.\n\n## Two\nThird [patient name].\n`;
  const after = before.replace('First.', 'First, but longer.');
  const sections = new MarkedSections();
  const [was = [], is = []] = versions(before, after).map((letter) => sections.of(letter));
  expect(is.map(({ key }) => key)).toEqual(was.map(({ key }) => key));
  const changed = is.flatMap(({ key, blocks }, index) =>
    blocks.flatMap(({ html }, at) => (html === was[index]?.blocks[at]?.html ? [] : [`${key} ${String(at)}`])),
  );
  expect(changed).toEqual(['section One 1 1']);
  const marks = is.flatMap(({ blocks }) => blocks.flatMap((block) => block.marks));
  const third = marks.find(({ of, source }) => of === 'text' && textOf(source) === 'Third ')!;
  expect(after.slice(rangeOf(third.source).start)).toMatch(/^Third /);
});

test('only the section that an edit touched is printed again', () => {
  const before = `${text}\n## One\nFirst.\n\n## Two\nThird [patient name].\n`;
  const sections = new MarkedSections();
  const [one, two] = versions(before, before.replace('First.', 'First, but longer.'));
  sections.of(one!);
  const printed = sections.printed;
  sections.of(two!);
  expect(sections.printed - printed).toBe(1);
});

test('a citation prints its new number when another one comes before it', () => {
  const head = 'case\nevidence @a\n  title: One\nevidence @b\n  title: Two\n---\n';
  const before = `${head}## First\nNothing.\n\n## Second\nSee [@b].\n`;
  const sections = new MarkedSections();
  const [one, two] = versions(before, before.replace('Nothing.', 'See [@a].'));
  expect(
    sections
      .of(one!)
      .flatMap(({ blocks }) => blocks.map(({ html }) => html))
      .join(''),
  ).toContain('#reference-1');
  const second = sections.of(two!).find(({ key }) => key.includes('Second'));
  expect(second?.blocks.map(({ html }) => html).join('')).toContain('#reference-2');
});

test('what a template has of the ones beneath it is marked, where that template is looked at', () => {
  const letter = letterOf('case t\nsite: here\n---', {
    'base.lmn': 'template base\nsite (text)\n---\n## S #untitled\nTheirs.',
    't.lmn': 'template t from base\n---\n## S\n[template text] Ours at [site].',
  });
  const inherited = (own: string) =>
    new MarkedSections()
      .of(letter, undefined, own)
      .flatMap((section) => section.blocks)
      .flatMap(({ html }) => readHtml(html).elements)
      .filter(({ attributes }) => attributes['data-inherited'] !== undefined)
      .map(({ text: words }) => words);
  expect(inherited('file:///t.lmn')).toContain('Theirs.');
  expect(inherited('file:///t.lmn').join(' ')).not.toMatch(/Ours|here/);
  expect(
    new MarkedSections()
      .of(letter)
      .flatMap(({ blocks }) => blocks.map(({ html }) => html))
      .join(''),
  ).not.toContain('data-inherited');
});
