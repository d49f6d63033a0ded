import type { Inline, ResolvedLetter } from '../letter/letter.js';
import { columnsOf } from './columns.js';
import { type FlatRun, flatLines } from './flat-lines.js';
import { addressBeside } from './safe-link.js';
import { gapStaysWhole, staysWhole } from './stays-whole.js';

/** A space that does not part lines; `printable` has taken control characters out of every text. */
const kept = '\u0001';

/** Content as lines of plain text, not wrapped yet: a link's address stands behind its words. */
export function textLines(content: readonly Inline[], letter: ResolvedLetter): string[] {
  return flatLines(content, letter, boxText).map((runs) => lineText(runs).trim());
}

function lineText(runs: readonly FlatRun[]): string {
  let text = '';
  let linked = '';
  runs.forEach((run, index) => {
    text += runText(run);
    if (run.href === undefined) return;
    linked += run.text;
    if (runs[index + 1]?.href === run.href) return;
    const address = addressBeside(linked, run.href);
    if (address !== '') text += ` (${address})`;
    linked = '';
  });
  return text;
}

function runText({ run, text }: FlatRun): string {
  const isWhole = run ? staysWhole(run) : gapStaysWhole(text);
  return isWhole ? text.replaceAll(' ', kept) : text;
}

/** Text wrapped between words; a word that is longer than a line stays whole. Spaces within a line stay as they are. */
export function wrapped(text: string, columns: number): string[] {
  if (text.length <= columns && columnsOf(text) <= columns) return [unkept(text).trim()];
  const lines: string[] = [];
  let line = '';
  let width = 0;
  for (const [piece] of text.matchAll(/ +|[^ ]+/g)) {
    const size = columnsOf(piece);
    if (width > 0 && width + size > columns && !piece.startsWith(' ')) {
      lines.push(line.trimEnd());
      line = '';
      width = 0;
    }
    if (width === 0 && piece.startsWith(' ')) continue;
    line += piece;
    width += size;
  }
  lines.push(line.trimEnd());
  return lines.map(unkept);
}

/** Text with its unbreakable spaces as the spaces they are. */
export function unkept(text: string): string {
  return text.replaceAll(kept, ' ');
}

/** A box in characters that every typewriter font has. */
export function boxText(checked: boolean): string {
  return checked ? '[x]' : '[ ]';
}
