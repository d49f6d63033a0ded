import { lineAt, lineEndOf, linesOf, type Word } from '../letter/source.js';
import type { Fix, Rule } from '../lint/rule.js';

export const noteInValue: Rule = {
  id: 'note-in-value',
  group: 'facts',
  severity: 'warning',
  subject: 'record',
  summary: 'No note stands behind a value: `//` begins one only at the beginning of a line.',
  why: 'Everywhere else `//` begins a comment that no reader sees. Behind a value it is part of the value, so that “Ann Lee // mother says Annie, ask again” goes to the payer.',
  bad: 'patient\n  name: Ann Lee // mother says Annie, ask again',
  good: 'patient\n  // mother says Annie, ask again\n  name: Ann Lee',
  check({ record }, report) {
    for (const { values } of record.fields)
      for (const line of values.flatMap(({ given, lines }) => (given ? lines : []))) {
        const note = noteIn(line);
        if (note)
          report(note, 'This would print: // begins a note only at the beginning of a line. Put the note above.', {
            fix: { title: 'Put the note on a line of its own', edits: moveAbove(note), asks: true },
          });
      }
  },
};

/** `// …` behind other words of a value's line; of an address on the web, `//` is a part. */
function noteIn(line: Word): Word | undefined {
  const at = /(?<=\S)[ \t]+\/\/(?!\/)/.exec(line.text);
  if (!at) return undefined;
  const start = line.start + at.index + at[0].length - '//'.length;
  return { piece: line.piece, start, end: line.end, text: line.piece.text.slice(start, line.end) };
}

function moveAbove({ piece, start, end, text }: Word): Fix['edits'] {
  const lines = linesOf(piece);
  const { start: begins, contentStart } = lineAt(lines, start);
  const indent = piece.text.slice(begins, contentStart);
  const before = piece.text.slice(begins, start).trimEnd();
  return [
    { where: { piece, start: begins, end: begins }, text: indent + text + lineEndOf({ text: piece.text, lines }) },
    { where: { piece, start: begins + before.length, end }, text: '' },
  ];
}
