import type { ResolvedLetter } from '../../letter/letter.js';
import type { DocumentOptions } from '../../render/document-options.js';

/** The moment of writing is whose clock it is. */
export type WritingOptions = Omit<DocumentOptions, 'written'>;

export interface WrittenPdf {
  readonly bytes: Uint8Array;
  /** What the fonts have no letters for, such as `patient name: Hebrew letters`; never a value. */
  readonly unprintable: readonly string[];
}

/** Makes the formats whose libraries are too large to be loaded before somebody exports; a browser has none. */
export interface LetterWriters {
  pdf(letter: ResolvedLetter, options: WritingOptions): Promise<WrittenPdf>;
  docx(letter: ResolvedLetter, options: WritingOptions): Promise<Uint8Array>;
}
