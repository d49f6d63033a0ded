import { expect, test } from 'vitest';
import { placedForPaste } from '../../client/src/paste-places.js';

const lines = ['case', 'provider', '  boards: a', '    b', '', '', 'x'];
const document = { lineCount: lines.length, textOf: (line: number) => lines[line] ?? '' };
const at = (line: number, character: number) => ({ start: { line, character }, end: { line, character } });

test('further lines are relative to the line at hand', () => {
  expect(placedForPaste({ text: 'c;\n    d\n\ne', edits: [] }, at(2, 11), document).text).toBe('c;\n  d\n\ne');
  expect(placedForPaste({ text: 'c\n    d', edits: [] }, at(0, 4), document).text).toBe('c\n    d');
});

test('what goes behind a line begins at the start of the next, where no indentation is added', () => {
  const edits = [
    { range: at(3, 5), newText: '\n\npatient\n  name: A' },
    { range: at(3, 5), newText: '\n  age: 1' },
  ];
  expect(placedForPaste({ text: 'Room: 4', edits }, at(5, 0), document)).toEqual({
    text: 'Room: 4',
    edits: [{ range: at(4, 0), newText: '\npatient\n  name: A\n  age: 1\n' }],
  });
});

test('at the place of the paste itself it is part of what is pasted', () => {
  const edits = [{ range: at(3, 5), newText: '\npatient: A' }];
  expect(placedForPaste({ text: 'Room: 4', edits }, at(4, 0), document)).toEqual({
    text: 'patient: A\nRoom: 4',
    edits: [],
  });
});

test('behind the last line it stays there', () => {
  const edits = [{ range: at(6, 1), newText: '\ny' }];
  expect(placedForPaste({ text: 'z', edits }, at(5, 0), document).edits).toEqual(edits);
});
