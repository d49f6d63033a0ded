import type { Suppression, Word } from './source-file.js';
import type { Piece } from './span.js';

const comment = /^[^\S\r\n]*(\/\/[^\S\r\n]*lmn-disable-(next-line|file)\b([^\r\n]*))/gm;

/** The suppressions of a file: `// lmn-disable-next-line RULE, RULE -- reason`, in head and prose alike. */
export function readSuppressions(uri: string, text: string): Suppression[] {
  if (!text.includes('lmn-disable-')) return [];
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
    const covers = match[2] === 'next-line' ? nextLine(text, match.index + match[0].length) : undefined;
    return {
      scope: match[2] === 'file' ? ('file' as const) : ('next line' as const),
      rules,
      reason: reason.join('--').trim(),
      whole: { piece, start: 0, end: body.trimEnd().length, text: body.trimEnd() },
      ...(covers && { covers }),
    };
  });
}

/** The first line after `from` that is neither blank nor a comment. */
function nextLine(text: string, from: number): { start: number; end: number } {
  const skip = /(?:\r\n?|\n)(?:[^\S\r\n]*(?:\/\/[^\r\n]*)?(?:\r\n?|\n))*/y;
  skip.lastIndex = from;
  const start = from + (skip.exec(text)?.[0].length ?? 0);
  const length = /^[^\r\n]*/.exec(text.slice(start))?.[0].length ?? 0;
  return { start, end: start + length };
}
