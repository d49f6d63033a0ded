import type { HeadEntry } from '../language/source-file.js';
import type { Span } from '../language/span.js';

/** An entry of a head from its first to its last line; the comments and blank lines behind it are not its own. */
export function wholeEntry({ piece, whole, lines }: HeadEntry): Span {
  return { piece, start: whole.start, end: lines.at(-1)?.whole.end ?? whole.end };
}
