import type { FileContext } from '../../letter/file-context.js';
import type { NameUse } from '../names/named.js';
import type { ResolvedLetter } from '../../letter/letter.js';

/** A name under the pointer, with all that can be said of it. */
export interface Hovered {
  readonly use: NameUse;
  readonly context: FileContext;
  /** In a case: its letter. */
  readonly letter: ResolvedLetter | undefined;
}
