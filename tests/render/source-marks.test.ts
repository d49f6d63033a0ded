import { expect, test } from 'vitest';
import { readSubjects } from '../../server/src/letter/subjects.js';
import { htmlSections, renderHtml } from '../../server/src/render/html.js';
import { SourceMarks } from '../../server/src/render/source-marks.js';
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

function marked(marks: SourceMarks, source: string): { words: string; from: string; origin: string | undefined }[] {
  return readHtml(renderHtml(letterOf(source), { mark: marks.mark }))
    .elements.filter((element) => element.tag === 'span' || element.tag === 'mark')
    .map(({ text: words, attributes }) => {
      const range = marks.rangeOf(attributes['data-at'] ?? '');
      return { words, from: range ? source.slice(range.start, range.end) : '', origin: attributes['data-origin'] };
    });
}

test('every run is in an element that leads to where it was written', () =>
  expect(marked(new SourceMarks(), text).slice(0, 5)).toEqual([
    { words: 'Born ', from: 'Born ', origin: undefined },
    { words: 'April 9, 1968', from: '1968-04-09', origin: 'value' },
    { words: '.', from: '.', origin: undefined },
    { words: 'For ', from: 'For ', origin: undefined },
    { words: 'Ana Ruiz', from: 'Ana Ruiz', origin: 'value' },
  ]));

test('a gap leads to the place that needs it', () =>
  expect(marked(new SourceMarks(), 'case\n---\nSeen on [last visit].\n')[1]).toEqual({
    words: '[last visit]',
    from: '[last visit]',
    origin: undefined,
  }));

test('without a marker there are no attributes and no elements for them', () => {
  const html = renderHtml(letterOf(text));
  expect(html).not.toContain('data-');
  expect(html).toContain('<li>For <strong>Ana Ruiz</strong></li>');
});

test.each(['', 'x', '1:0-1', '0:0-0', '999:0-1', '1:5-2', '1:0-999999', '1:0-1 ', '1e3:0-1', '-1:0-1'])(
  '%j is no mark of this letter',
  (mark) => expect(new SourceMarks().rangeOf(mark)).toBeUndefined(),
);

test('an edit above leaves the HTML below as it was, and its marks lead to the new place', () => {
  const before = `${text}\n## One\nFirst.\n\n## Two\nSecond [patient name].\n`;
  const after = before.replace('First.', 'First, but longer.');
  const workspace = workspaceOf();
  const file = parse('file:///x.lmn', before);
  const edited = parse('file:///x.lmn', after, file);
  const marks = new SourceMarks();
  const [was = [], is = []] = [file, edited].map((one) =>
    htmlSections(readSubjects(one, workspace).letter!, { mark: marks.mark }),
  );
  expect(is.map((section) => section.key)).toEqual(was.map((section) => section.key));
  expect(
    is.filter((section, index) => section.blocks.join() !== was[index]?.blocks.join()).map((section) => section.key),
  ).toEqual(['section One 1']);
  const second = /data-at="([^"]+)">Second /.exec(is.flatMap((section) => section.blocks).join())?.[1] ?? '';
  const range = marks.rangeOf(second);
  expect(after.slice(range?.start, range?.end)).toBe('Second ');
});
