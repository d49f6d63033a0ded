import type { SourceFile } from './source-file.js';
import { rangeOf } from './span.js';

/**
 * Where a file's prose begins, as an offset: behind the divider, else at the first section, whose heading stands in for it. Infinity where
 * there is neither, for then the head goes on to the end of the file.
 */
export function bodyStartOf({ divider, sections }: SourceFile): number {
  return divider ? rangeOf(divider).end : (sections[0]?.piece.start ?? Infinity);
}
