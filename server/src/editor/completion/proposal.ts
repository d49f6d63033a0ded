import type { CompletionItemKind } from 'vscode-languageserver';
import type { Insertion } from '../../begin/insertion.js';

/** Something that can be written at the cursor. */
export interface Proposal {
  readonly label: string;
  readonly kind: CompletionItemKind;
  /** A few words beside the label. */
  readonly detail?: string;
  /** Markdown, with what comes from files escaped; made only for what is shown. */
  readonly documentation?: () => string;
  /** What typed letters are held against; the label where it is absent. */
  readonly filter?: string;
  /** Others fit too: with the next letter the editor must ask again. */
  readonly isPartial?: true;
  readonly insert: Insertion;
  /** What the proposal takes the place of, around the cursor and on its line: offsets of UTF-16 code units in the file. */
  readonly range: { readonly start: number; readonly end: number };
}
