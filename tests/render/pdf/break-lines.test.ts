import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { breakLines, type Measure, textWidths } from '../../../server/src/render/pdf/break-lines.js';
import { pdfStyle } from '../../../server/src/render/pdf/pdf-style.js';
import type { SetRun } from '../../../server/src/render/pdf/unprintable.js';

/** Every character is one point wide. */
const measure: Measure = (text) => text.length;

function run(text: string, whole = false, bold = false): SetRun {
  return { text, whole, style: { ...pdfStyle(11.5).plain, bold }, font: 'regular' };
}

function lines(runs: readonly SetRun[], width: number): string[] {
  return breakLines(runs, width, measure).map((line) => line.fragments.map((fragment) => fragment.text).join(''));
}

describe('lines', () => {
  test.each([
    ['one that fits', [run('one two')], 7, ['one two']],
    ['the space at the end hangs', [run('one two ')], 7, ['one two ']],
    ['between words', [run('one two three')], 8, ['one two ', 'three']],
    ['at a hyphen', [run('well-known')], 6, ['well-', 'known']],
    ['not before a full stop of another run', [run('one '), run('two', false, true), run('.')], 7, ['one ', 'two.']],
    [
      'not in what stays whole',
      [run('on '), run('May 12, 2025', true), run(' again')],
      14,
      ['on ', 'May 12, 2025 ', 'again'],
    ],
    ['a word longer than a line', [run('abcdefgh ij')], 5, ['abcde', 'fgh ', 'ij']],
    ['an accent stays with its letter', [run('aaaae\u0301a')], 5, ['aaaa', 'e\u0301a']],
    ['nothing', [], 5, ['']],
  ])('%s', (_, runs, width, expected) => expect(lines(runs, width)).toEqual(expected));

  test('fragments stand one behind the other, and the width has no space at its end', () => {
    const [line] = breakLines([run('one '), run('two ', false, true)], 20, measure);
    expect(line?.fragments.map(({ x, width }) => [x, width])).toEqual([
      [0, 4],
      [4, 4],
    ]);
    expect(line?.width).toBe(7);
  });

  test('widths', () => expect(textWidths([run('one three two ')], measure)).toEqual({ least: 5, most: 13 }));
});

const anyRuns = fc.array(
  fc
    .tuple(fc.stringMatching(/^[a-c \-/.]{0,12}$/), fc.boolean(), fc.boolean())
    .map(([text, whole, bold]) => run(text, whole, bold)),
  { maxLength: 8 },
);

test('any runs: every character once, and no line wider than it may be', () =>
  fc.assert(
    fc.property(anyRuns, fc.integer({ min: 3, max: 30 }), (runs, width) => {
      const made = breakLines(runs, width, measure);
      expect(made.flatMap((line) => line.fragments.map(({ text }) => text)).join('')).toBe(
        runs.map(({ text }) => text).join(''),
      );
      for (const line of made) expect(line.width).toBeLessThanOrEqual(width);
    }),
  ));
