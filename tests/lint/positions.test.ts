import fc from 'fast-check';
import { expect, test } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { positionsIn } from '../../server/src/lint/positions.js';

test.each([
  ['', 0, 1, 1],
  ['abc', 2, 1, 3],
  ['a\nb', 2, 2, 1],
  ['a\r\nb', 3, 2, 1],
  ['a\rb', 2, 2, 1],
  ['😀x', 2, 1, 3],
])('%j at %i', (text, offset, line, column) => expect(positionsIn(text)(offset)).toEqual({ line, column }));

test('lines and columns are those of an editor, counted from 1', () =>
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('a', 'é', '😀', '\n', '\r', '\r\n', '\u2028', '\t'), { maxLength: 30 }),
      fc.nat(60),
      (parts, at) => {
        const text = parts.join('');
        // The editor's library answers for the middle of \r\n with the place before it; no finding begins there.
        fc.pre(at <= text.length && !(text[at - 1] === '\r' && text[at] === '\n'));
        const { line, character } = TextDocument.create('file:///x', 'lmn', 0, text).positionAt(at);
        expect(positionsIn(text)(at)).toEqual({ line: line + 1, column: character + 1 });
      },
    ),
  ));
