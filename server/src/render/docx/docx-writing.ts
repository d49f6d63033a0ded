import type { ResolvedLetter } from '../../letter/letter.js';
import type { DocumentOptions } from '../document-options.js';
import { ListNumbering } from './docx-lists.js';
import { textWidth } from './docx-measures.js';

/** What is written in one file: the letter, and what its parts count on from part to part. */
export interface DocxWriting {
  readonly letter: ResolvedLetter;
  readonly options: DocumentOptions;
  /** Between the margins, in twips. */
  readonly textWidth: number;
  readonly numbering: ListNumbering;
  /** References that have their bookmark: a name can stand only once in a file. */
  readonly bookmarked: Set<number>;
  /** The next number of this kind of thing, from 1. */
  next(kind: 'link' | 'picture' | 'bookmark'): number;
}

export function startWriting(letter: ResolvedLetter, options: DocumentOptions): DocxWriting {
  const counts = { link: 0, picture: 0, bookmark: 0 };
  return {
    letter,
    options,
    textWidth: textWidth(options.paper),
    numbering: new ListNumbering(),
    bookmarked: new Set(),
    next: (kind) => ++counts[kind],
  };
}
