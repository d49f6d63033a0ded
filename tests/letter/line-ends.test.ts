import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fragmentFile } from '../support/fragments.js';
import { printedWhole } from '../support/printed.js';
import { readTemplate, sampleFiles, samplePaths } from '../support/workspace.js';

const samples = samplePaths.map((path) => [path, readTemplate(path)] as const);

function withEnds(text: string, end: string): string {
  return text.replaceAll('\n', end);
}

describe.each(samples)('%s prints the same letter', (_, text) => {
  const letter = printedWhole(text, sampleFiles);
  test.each([
    ['CRLF', '\r\n'],
    ['CR', '\r'],
  ])('with %s', (_name, end) => {
    expect(printedWhole(withEnds(text, end), sampleFiles)).toBe(letter);
    const templates = Object.fromEntries(
      Object.entries(sampleFiles).map(([name, file]) => [name, withEnds(file, end)]),
    );
    expect(printedWhole(withEnds(text, end), templates)).toBe(letter);
  });
  test('with a byte order mark', () => {
    const templates = Object.fromEntries(Object.entries(sampleFiles).map(([name, file]) => [name, `\ufeff${file}`]));
    expect(printedWhole(`\ufeff${text}`, templates)).toBe(letter);
  });
  test('with a mixture', () => {
    let turn = 0;
    expect(
      printedWhole(
        text.replace(/\n/g, () => ['\n', '\r', '\r\n'][turn++ % 3] ?? '\n'),
        sampleFiles,
      ),
    ).toBe(letter);
  });
});

test('any text prints alike whatever ends its lines', () => {
  const plain = fragmentFile.map((text) => text.replace(/\r\n?/g, '\n'));
  fc.assert(
    fc.property(plain, (text) => {
      const letter = printedWhole(text);
      // A carriage return in front of a line feed that was there before would be another text.
      expect(printedWhole(withEnds(text, '\r\n'))).toBe(letter);
      expect(printedWhole(withEnds(text, '\r'))).toBe(letter);
    }),
    { numRuns: 200 },
  );
});

test.each(['## A\nb', '---\n## A\nb', 'case\n---\n## A\nb'])('a byte order mark before %j is no hurdle', (text) => {
  expect(printedWhole(`\ufeff${text}`)).toBe(printedWhole(text));
  expect(printedWhole(text)).toContain('## A\n\nb');
});
