import type { Inline, ResolvedLetter } from '../letter/letter.js';
import { columnsOf } from './columns.js';
import { type FlatRun, flatLines } from './flat-lines.js';
import { addressBeside } from './safe-link.js';

/** A space that does not part lines; `printable` has taken control characters out of every text. */
const kept = '\u0001';

/** Content as lines of plain text, not wrapped yet: a link's address stands behind its words. */
export function textLines(content: readonly Inline[], letter: ResolvedLetter): string[] {
  return flatLines(content, letter).map((runs) =>
    runs
      .map((run, index) => runText(run, runs[index + 1]))
      .join('')
      .trim(),
  );
}

const longestKept = 32;

/** Codes, numbers, dates and telephone numbers stay in one piece: a number that is broken is misread. So do gaps. */
function staysWhole({ run, text }: FlatRun): boolean {
  if (text.length > longestKept) return false;
  if (!run) return true;
  const type = run.origin === 'value' ? run.field?.type.name : undefined;
  return type !== undefined && type !== 'text' && type !== 'address' && type !== 'choices';
}

function runText(run: FlatRun, next: FlatRun | undefined): string {
  const text = staysWhole(run) ? run.text.replaceAll(' ', kept) : run.text;
  if (run.href === undefined || next?.href === run.href) return text;
  const address = addressBeside(run.text, run.href);
  return address === '' ? text : `${text} (${address})`;
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
