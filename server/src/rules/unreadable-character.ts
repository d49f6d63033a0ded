import { findInvisible } from '../knowledge/invisible.js';
import type { Fix, Rule } from '../lint/rule.js';
import { bodyStartOf, type Piece } from '../letter/source.js';

/** More would say nothing new: the file as a whole is in another encoding. */
const mostFindings = 20;

export const unreadableCharacter: Rule = {
  id: 'unreadable-character',
  group: 'structure',
  severity: 'error',
  subject: 'file',
  ofAnyFile: true,
  summary: 'A file holds only characters that can be read, and none that nobody sees.',
  why: 'A letter that was lost when a file was saved in another encoding is missing in the printed letter too, often in a name. A space of no width, a soft hyphen or a mark that turns the direction of the text comes along when a number is copied from a web page or a PDF: nobody sees it, and the payer finds no such member.',
  bad: 'patient\n  name: Ren\uFFFDe Doe',
  good: 'patient\n  name: Renée Doe',
  check({ file }, report) {
    const { uri, text, lines } = file;
    const piece: Piece = { uri, text, start: 0 };
    const bodyStart = bodyStartOf(file);
    let found = 0;
    for (const { start, end, isComment } of lines) {
      const line = text.slice(start, end);
      const first = line.search(unreadable);
      const hidden = first < 0 && !isComment ? findInvisible(line) : [];
      const [one] = hidden;
      if (first < 0 && !one) continue;
      if (++found > mostFindings) return;
      if (one) {
        const where = { piece, start: start + one.start, end: start + one.end };
        // What is copied from prose is read by people; a number of the head is compared letter by letter.
        report(where, 'An invisible character stands here and would go into the letter. Take it out.', {
          severity: start < bodyStart || turnsText(line) ? 'error' : 'warning',
          fix: removal(piece, start, hidden),
        });
        continue;
      }
      const where = { piece, start: start + first, end: start + first + 1 };
      const isLost = line.includes('\uFFFD');
      const message = isLost
        ? 'A character here cannot be read. The file was probably not saved as UTF-8: save it as UTF-8, then type it again.'
        : 'A character here cannot be seen or printed. Take it out; if there are many, save the file as UTF-8.';
      const runs = [...line.matchAll(new RegExp(unreadable, 'gu'))].map(({ 0: run, index }) => ({
        start: index,
        end: index + run.length,
      }));
      report(where, message, isLost ? {} : { fix: removal(piece, start, runs) });
    }
  },
};

/** Marks that print what follows them backwards, wherever they stand. */
function turnsText(line: string): boolean {
  return /[\u202a-\u202e\u2066-\u2069]/.test(line);
}

/** What no text file holds: control characters but for tab and line ends, the sign for bytes that are no UTF-8, halves of a character. */
const unreadable = /(?:[^\P{Cc}\t]|[\uFFFD\uFFFE\uFFFF]|\p{Cs})+/u;

function removal(piece: Piece, lineStart: number, runs: readonly { start: number; end: number }[]): Fix {
  const edits = runs.map(({ start, end }) => ({
    where: { piece, start: lineStart + start, end: lineStart + end },
    text: '',
  }));
  return { title: 'Take the unreadable characters out', edits };
}
