import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { lineNumberAt, readLines } from '../../server/src/language/lines.js';
import { positionsIn } from '../../server/src/lint/positions.js';
import { lineEndLike, withLineEndLike } from '../support/line-end-like.js';
import { printedWhole } from '../support/printed.js';
import { lint } from '../../server/src/lint/engine.js';
import { npi } from '../../server/src/rules/npi.js';
import { parse, subjectOf } from '../support/workspace.js';

const read = (text: string) => parse('file:///x.lmn', text);
const findingsOf = (text: string) => lint(subjectOf(text), { rules: [npi] }).map(({ rule }) => rule);

const linesOf = (text: string) => readLines(text).map(({ start, end }) => text.slice(start, end));

describe('a line ends with LF, CRLF or CR', () => {
  test.each([
    ['', ['']],
    ['a', ['a']],
    ['a\n', ['a', '']],
    ['a\nb', ['a', 'b']],
    ['a\r\nb', ['a', 'b']],
    ['a\rb', ['a', 'b']],
    ['a\n\rb', ['a', '', 'b']],
    ['\r\n\r\n', ['', '', '']],
    ['\ufeffa\n\ufeffb', ['a', '\ufeffb']],
  ])('%j', (text, lines) => expect(linesOf(text)).toEqual(lines));

  test.each(lineEndLike)('and not with %j', (char) => {
    expect(linesOf(`a${char}b`)).toEqual([`a${char}b`]);
  });
});

test('the lines are those that an editor sees, in any text', () => {
  fc.assert(
    fc.property(withLineEndLike, (text) => {
      const lines = readLines(text);
      const document = TextDocument.create('file:///x.lmn', 'lmn', 0, text);
      const seen = lines.map((_, index) => document.offsetAt({ line: index, character: 0 }));
      expect(document.lineCount).toBe(lines.length);
      expect(lines.map(({ start }, index) => (index === 0 ? 0 : start))).toEqual(seen);
      expect(read(text).lines).toEqual(lines);
      const positionAt = positionsIn(text);
      for (let offset = 0; offset <= text.length; offset++) {
        const { line } = document.positionAt(offset);
        expect(lineNumberAt(lines, offset)).toBe(line);
        expect(positionAt(offset).line).toBe(line + 1);
      }
    }),
    { numRuns: 300 },
  );
});

describe('what looks like a comment within a line', () => {
  const comment = '// lmn-disable-file npi -- old';
  const wrong = 'case\nprovider\n  npi: 1234567890\n---\n';

  test.each(lineEndLike)('behind %j is prose, prints, and silences nothing', (char) => {
    const text = `${wrong}Some words.${char}${comment}`;
    expect(read(text).suppressions).toEqual([]);
    expect(findingsOf(text)).toContain('npi');
    expect(printedWhole(text)).toContain('lmn-disable-file npi -- old');
  });

  test.each(['\n', '\r\n', '\r', '\n\u2028', '\n\v\f\t\u2029 '])('behind %j is a comment, prints nothing', (end) => {
    const text = `${wrong}Some words.${end}${comment}`;
    expect(read(text).suppressions).toHaveLength(1);
    expect(findingsOf(text)).not.toContain('npi');
    expect(printedWhole(text)).not.toContain('lmn-disable');
  });

  test('is printed or is a comment, never both, and never neither', () => {
    const piece = fc.oneof(withLineEndLike, fc.constantFrom('//lmn-disable-file npi -- zqx', '\n// zqx', 'zqx'));
    const count = (text: string) => text.split('zqx').length - 1;
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (parts) => {
        const text = `case\n---\n${parts.join('')}`;
        const { lines, suppressions } = read(text);
        const comments = lines.filter(({ isComment }) => isComment).map(({ start, end }) => text.slice(start, end));
        expect(count(printedWhole(text)) + count(comments.join(''))).toBe(count(text));
        expect(suppressions.map(({ whole }) => whole.text)).toEqual(
          comments.map((comment) => comment.trim()).filter((comment) => comment.startsWith('//lmn')),
        );
      }),
      { numRuns: 300 },
    );
  });
});
