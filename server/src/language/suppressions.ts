import { startOfContent } from './file-kinds.js';
import type { Suppression, Word } from './source-file.js';
import type { Piece } from './span.js';

const comment = /^[^\S\r\n]*(\/\/[^\S\r\n]*lmn-disable-(next-line|file)\b([^\r\n]*))/gm;

/** The suppressions of a file: `// lmn-disable-next-line RULE, RULE -- reason`, in head and prose alike. */
export function readSuppressions(uri: string, text: string): Suppression[] {
  if (!text.includes('lmn-disable-')) return [];
  let covered: Suppression['covers'];
  return [...text.matchAll(comment)].map((match) => {
    const body = match[1] ?? '';
    const start = match.index + match[0].length - body.length;
    const piece: Piece = { uri, text: body, start };
    const [names = '', ...reason] = (match[3] ?? '').split('--');
    const namesStart = body.length - (match[3] ?? '').length;
    const rules: Word[] = [...names.matchAll(/[^\s,]+/g)].map((name) => {
      const at = namesStart + name.index;
      return { piece, start: at, end: at + name[0].length, text: name[0] };
    });
    const end = match.index + match[0].length;
    // Suppressions in a row cover the same line: it is looked for once.
    if (match[2] === 'next-line' && (covered === undefined || covered.start < end)) covered = nextLine(text, end);
    const covers = match[2] === 'next-line' ? covered : undefined;
    return {
      scope: match[2] === 'file' ? ('file' as const) : ('next line' as const),
      rules,
      reason: reasonIn(reason.join('--')),
      whole: { piece, start: 0, end: body.trimEnd().length, text: body.trimEnd() },
      ...(covers && { covers }),
    };
  });
}

/** As with values: what stands wholly in brackets is still to be written. */
function reasonIn(text: string): string {
  const reason = text.trim();
  return /^\[[^\]]*\]$/.test(reason) ? '' : reason;
}

/** The first line after the comment that ends at `from` which is neither blank nor a comment, without its indentation. */
function nextLine(text: string, from: number): { start: number; end: number } {
  const start = startOfContent(text, from);
  let end = start;
  while (end < text.length && text.charCodeAt(end) !== 10 && text.charCodeAt(end) !== 13) end++;
  return { start, end };
}
