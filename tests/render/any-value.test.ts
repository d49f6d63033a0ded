import fc from 'fast-check';
import { marked } from 'marked';
import { expect, test } from 'vitest';
import type { ResolvedLetter } from '../../server/src/letter/letter.js';
import { renderHtml } from '../../server/src/render/html.js';
import { renderHtmlPage } from '../../server/src/render/html-page.js';
import { renderMarkdown } from '../../server/src/render/markdown.js';
import { bidiClosers, printable } from '../../server/src/render/printable.js';
import { renderText } from '../../server/src/render/text.js';
import { hostileLine } from './support/fuzz.js';
import { quickLetterOf } from './support/letter-of.js';
import { printedText } from './support/printed-text.js';
import { readHtml, withoutSpace } from './support/read-html.js';

/** A case that prints the patient's name wherever a name can stand. */
function caseWith(name: string, more: readonly string[] = []): string {
  const value = [name, ...more.map((line) => `    ${line}`)].join('\n');
  return `case
patient
  name: ${value}
practice
  name: ${value}
  address: ${value}
provider
  name: ${value}
enclosure: ${value}
  date: 2026-11-21
symptom: pain
evidence @one
  publisher: ${value}
---
[letterhead]

[patient name]
**RE:** [patient name]

In words [patient name], **bold [patient name]**, *italic [patient name]*, ***[patient name]***, a**[patient name]**b and **[patient name]**c*[patient name]*; {optional [patient name]}.

**[patient name]**
[patient name]. x

## About [patient name]
### [patient name]
1. [patient name]
- [patient name]
  > [patient name]

| [patient name] | |
| --- | --- |
| [patient name] | **[patient name]** |

Cited. [@one]

[patient signature]
[patient name]
On [patient signed on]

### [symptom]
[patient name]
`;
}

/** The least that a value is printed: where its field is asked for, in letterhead (twice), signature and enclosures. */
const printings = (caseWith('').match(/\[patient name\]/g)?.length ?? 0) + 4;

/** How often a value is to be found in a text, space not counted. */
function timesPrinted(value: string, text: string): number {
  const shown = withoutSpace(printable(value) + bidiClosers(value));
  return shown === '' ? printings : withoutSpace(text).split(shown).length - 1;
}

function withLineEnds(text: string): string {
  return text.split('\n').map(withoutSpace).join('\n');
}

function nameRuns(letter: ResolvedLetter): string[] {
  const { runs } = printedText(letter);
  return runs.filter((run) => run.field?.norm === 'name' && run.field.record === 'patient').map((run) => run.text);
}

test('a value is in the letter as it was written', () =>
  fc.assert(
    fc.property(hostileLine, (name) => {
      expect(new Set(nameRuns(quickLetterOf(caseWith(name))))).toEqual(new Set([name]));
    }),
  ));

test('a value prints literally in HTML, wherever it stands', () =>
  fc.assert(
    fc.property(hostileLine, (name) => {
      const letter = quickLetterOf(caseWith(name));
      expect(timesPrinted(name, readHtml(renderHtml(letter)).text)).toBeGreaterThanOrEqual(printings);
      readHtml(renderHtmlPage(letter));
    }),
  ));

test('Markdown that is read again has the same words, bold, italic and linked where they were', () =>
  fc.assert(
    fc.property(hostileLine, (name) => {
      const letter = quickLetterOf(caseWith(name));
      const again = readHtml(marked.parse(renderMarkdown(letter), { async: false }));
      expect(again.styled).toEqual(readHtml(renderHtml(letter)).styled);
    }),
  ));

test('a value prints literally in plain text', () =>
  fc.assert(
    fc.property(hostileLine, (name) => {
      const text = renderText(quickLetterOf(caseWith(name)));
      expect(timesPrinted(name, text)).toBeGreaterThanOrEqual(printings);
      expect(text).not.toMatch(/[^\P{Cc}\n]/u);
    }),
  ));

test('a value of several lines keeps them where it stands alone', () =>
  fc.assert(
    fc.property(
      fc.array(
        hostileLine.map((line) => `v${line}`),
        { minLength: 2, maxLength: 4 },
      ),
      (lines) => {
        const [first = '', ...more] = lines;
        const letter = quickLetterOf(caseWith(first, more));
        const html = readHtml(renderHtml(letter));
        const shown = lines.map((line) => withoutSpace(printable(line) + bidiClosers(line)));
        const paragraphs = html.elements
          .filter((element) => element.tag === 'p')
          .map((element) => withLineEnds(element.text));
        expect(paragraphs.filter((text) => text.startsWith(`${shown.join('\n')}\n`)).length).toBeGreaterThanOrEqual(2);
        const again = readHtml(marked.parse(renderMarkdown(letter), { async: false }));
        expect(again.styled).toEqual(html.styled);
        for (const line of lines) expect(timesPrinted(line, renderText(letter))).toBeGreaterThanOrEqual(printings);
      },
    ),
  ));

test('what is computed from a value prints literally', () =>
  fc.assert(
    fc.property(hostileLine, (unit) => {
      const measure = `outcome measure: pain\n  baseline: 5 u${unit}\n  current: 8 u${unit}`;
      const letter = quickLetterOf(`case\n${measure}\n---\nIt changed by {[outcome measure change] }in a year.`);
      const computed = printedText(letter).runs.find((run) => run.field?.norm === 'change')?.text ?? '';
      const html = readHtml(renderHtml(letter));
      expect(timesPrinted(computed, html.text)).toBeGreaterThanOrEqual(Math.min(1, computed.length));
      expect(timesPrinted(computed, renderText(letter))).toBeGreaterThanOrEqual(Math.min(1, computed.length));
      const again = readHtml(marked.parse(renderMarkdown(letter), { async: false }));
      expect(again.styled).toEqual(html.styled);
    }),
  ));

test('a computed value keeps the unit that was written', () => {
  const letter = quickLetterOf(
    'case\noutcome measure: pain\n  baseline: 5 u<b>*x*\n  current: 8 u<b>*x*\n---\n[outcome measure change]',
  );
  expect(renderText(letter)).toContain('+3 u<b>*x*');
  expect(renderHtml(letter)).toContain('+3 u&lt;b&gt;*x*');
});
