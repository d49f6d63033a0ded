import { readBracket } from '../../language/brackets.js';
import type { CompletionAsk } from './ask.js';

/** A bracket that the cursor is in. */
export interface BracketSlot {
  /** What is written between `[` and the cursor, without the space before it. */
  readonly typed: string;
  /** Where what is written begins and where it ends: before `]`, at the cursor where the bracket is not closed. Offsets in the file. */
  readonly start: number;
  readonly end: number;
  readonly isClosed: boolean;
}

/** The bracket around the cursor: only the cursor's line decides, so that nothing above it can be in the way. A link is none. */
export function bracketAt({ before, after, line, offset }: CompletionAsk): BracketSlot | undefined {
  let open = -1;
  for (let at = 0; at < before.length; at++) {
    if (before[at] === '\\') at++;
    else if (before[at] === '[') open = at;
    else if (before[at] === ']') open = -1;
  }
  if (open < 0) return undefined;
  const text = before + after;
  const read = readBracket(text, open, 0, text.length);
  if (read.kind === 'link') return undefined;
  const isClosed = read.kind !== 'unclosed';
  const typed = before.slice(open + 1).trimStart();
  return { typed, start: offset - typed.length, end: isClosed ? line.start + read.close : offset, isClosed };
}
