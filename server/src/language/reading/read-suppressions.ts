import { isBlank, type TextLine } from '../lines.js';
import type { Suppression, Word } from '../source-file.js';
import type { Piece } from '../span.js';

/** Behind the two slashes. The rest of the line names rules and gives a reason, whatever characters it holds. */
const suppression = /^\s*lmn-disable-(next-line|file)\b(.*)$/s;

/** The suppressions of a file: `// lmn-disable-next-line RULE, RULE -- reason`, in head and prose alike. */
export function readSuppressions(uri: string, text: string, lines: readonly TextLine[]): Suppression[] {
  if (!text.includes('lmn-disable-')) return [];
  let covered: Suppression['covers'];
  return lines.flatMap((line, index): Suppression[] => {
    if (!line.isComment) return [];
    const read = readComment(uri, text, line);
    if (!read || read.scope === 'file') return read ? [read] : [];
    // Suppressions in a row cover the same line: it is looked for once.
    if (covered === undefined || covered.start < line.end) covered = nextContent(lines, index + 1) ?? endOf(text);
    return [{ ...read, covers: covered }];
  });
}

function readComment(uri: string, text: string, { contentStart, contentEnd }: TextLine): Suppression | undefined {
  const piece: Piece = { uri, text: text.slice(contentStart, contentEnd), start: contentStart };
  const [, what, rest = ''] = suppression.exec(piece.text.slice(2)) ?? [];
  if (what === undefined) return undefined;
  const [names = '', ...reason] = rest.split('--');
  const namesStart = piece.text.length - rest.length;
  const rules: Word[] = [...names.matchAll(/[^\s,]+/g)].map((name) => {
    const at = namesStart + name.index;
    return { piece, start: at, end: at + name[0].length, text: name[0] };
  });
  return {
    scope: what === 'file' ? 'file' : 'next line',
    rules,
    reason: reasonIn(reason.join('--')),
    whole: { piece, start: 0, end: piece.text.length, text: piece.text },
  };
}

/** As with values: what stands wholly in brackets is still to be written. */
function reasonIn(text: string): string {
  const reason = text.trim();
  return /^\[[^\]]*\]$/.test(reason) ? '' : reason;
}

/** The first line from `index` on that is neither blank nor a comment, without its indentation. */
function nextContent(lines: readonly TextLine[], index: number): Suppression['covers'] {
  for (let at = index; at < lines.length; at++) {
    const line = lines[at];
    if (line && !isBlank(line) && !line.isComment) return { start: line.contentStart, end: line.end };
  }
  return undefined;
}

function endOf({ length }: string): { start: number; end: number } {
  return { start: length, end: length };
}
