import fc from 'fast-check';
import { expect, test } from 'vitest';
import { renderHtml } from '../../server/src/render/html.js';
import { renderMarkdown } from '../../server/src/render/markdown.js';
import { renderText } from '../../server/src/render/text.js';
import { lineEndLike } from '../support/line-end-like.js';
import { draw } from './pdf/support/drawn.js';
import { quickLetterOf } from './support/letter-of.js';

/** A letter with words in every kind of place; what other programs take for a line end stands where the underscores are. */
const text = `case
patient
  name: Ana_Ruiz
practice
  address: 12_Mesa_Road
enclosure: The_notes
---
## A_heading of_[patient name]
Words_of **bold_text**, *more_of it*, [a_link](https://example.org) and {the_patient [patient name]}.
- An_item
- [practice address]_again

| A_cell | and_[patient name] |
| --- | --- |
| one_more | \\_ |

> Quoted_words
`;

const written = (mark: string) => text.replace(/(?<!\\)_/g, mark);

test.each(lineEndLike)('%j prints as a space in every format', async (mark) => {
  const [letter, plain] = [quickLetterOf(written(mark)), quickLetterOf(written(' '))];
  expect(renderHtml(letter)).toBe(renderHtml(plain));
  expect(renderMarkdown(letter)).toBe(renderMarkdown(plain));
  expect(renderText(letter)).toBe(renderText(plain));
  expect((await draw(letter)).text).toBe((await draw(plain)).text);
});

test('wherever they stand, no format prints one', () =>
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('_', ...lineEndLike, ' ', '**', '- ', '1. ', '|', '#'), { maxLength: 8 }),
      (marks) => {
        const letter = quickLetterOf(written(marks.join('')));
        const printed = renderHtml(letter) + renderMarkdown(letter) + renderText(letter);
        expect(printed).not.toMatch(/[\u2028\u2029\u0085\v\f\u001c-\u001e]/);
      },
    ),
  ));
