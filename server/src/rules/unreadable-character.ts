import type { Fix, Rule } from '../lint/rule.js';
import type { Piece } from '../letter/source.js';

/** More would say nothing new: the file as a whole is in another encoding. */
const mostFindings = 20;

export const unreadableCharacter: Rule = {
  id: 'unreadable-character',
  group: 'structure',
  severity: 'error',
  subject: 'file',
  ofAnyFile: true,
  summary: 'A file holds only characters that can be read: it is saved as UTF-8.',
  why: 'A letter that was lost when a file was saved in another encoding is missing in the printed letter too, often in a name.',
  bad: 'patient\n  name: Ren\uFFFDe Doe',
  good: 'patient\n  name: Renée Doe',
  check({ file }, report) {
    const { uri, text, lines } = file;
    const piece: Piece = { uri, text, start: 0 };
    let found = 0;
    for (const { start, end } of lines) {
      const line = text.slice(start, end);
      if (!unreadable.test(line)) continue;
      if (++found > mostFindings) return;
      const first = line.search(unreadable);
      const where = { piece, start: start + first, end: start + first + 1 };
      const isLost = line.includes('\uFFFD');
      const message = isLost
        ? 'A character here cannot be read. The file was probably not saved as UTF-8: save it as UTF-8, then type it again.'
        : 'A character here cannot be seen or printed. Take it out; if there are many, save the file as UTF-8.';
      report(where, message, isLost ? {} : { fix: removal(piece, start, line) });
    }
  },
};

/** What no text file holds: control characters but for tab and line ends, the sign for bytes that are no UTF-8, halves of a character. */
const unreadable = /(?:[^\P{Cc}\t]|[\uFFFD\uFFFE\uFFFF]|\p{Cs})+/u;

function removal(piece: Piece, lineStart: number, line: string): Fix {
  const edits = [...line.matchAll(new RegExp(unreadable, 'gu'))].map((match) => {
    const start = lineStart + match.index;
    return { where: { piece, start, end: start + match[0].length }, text: '' };
  });
  return { title: 'Take the unreadable characters out', edits };
}
