import { describe, expect, test } from 'vitest';
import { directedTexts, readsRightToLeft } from '../../../server/src/render/docx/docx-text.js';

describe('what reads from right to left is apart', () => {
  test.each<[string, (string | [string])[]]>([
    ['Ana', ['Ana']],
    ['', []],
    ['שלום', [['שלום']]],
    ['Ana שלום, עולם 12 (x)', ['Ana ', ['שלום, עולם 12'], ' (x)']],
    ['مريم-Ana-مريم', [['مريم'], '-Ana-', ['مريم']]],
    ['12 שלום', ['12 ', ['שלום']]],
  ])('%s', (text, parts) =>
    expect(directedTexts(text)).toEqual(
      parts.map((part) =>
        typeof part === 'string' ? { text: part, rightToLeft: false } : { text: part[0], rightToLeft: true },
      ),
    ),
  );
});

test.each([
  ['שלום 12.', true],
  ['Ana שלום', false],
  ['12.', false],
  ['', false],
])('%j as a paragraph', (text, expected) => expect(readsRightToLeft(text)).toBe(expected));
