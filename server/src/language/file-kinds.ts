import { nearest } from '../spelling/nearest.js';
import { isBlank, readLine, type TextLine } from './lines.js';

/** The kinds of `.lmn` file; the first line that is neither blank nor a comment says which. */
export type FileKind = 'case' | 'template' | 'policy' | 'kind' | 'vocabulary';

export const fileKinds: readonly FileKind[] = ['case', 'template', 'policy', 'kind', 'vocabulary'];

/** Files of clauses: payers' policies and kinds of letter ask something of letters. */
export function asks(kind: FileKind | undefined): kind is 'policy' | 'kind' {
  return kind === 'policy' || kind === 'kind';
}

/** Files without a body: they are no letters, and all that they say stands in their head. */
export function isHeadOnly(kind: FileKind | undefined): boolean {
  return asks(kind) || kind === 'vocabulary';
}

/** What the first word of a file says: a kind as written, a kind that was probably meant, or neither. */
export interface KindWord {
  readonly kind: FileKind | undefined;
  /** True when the word is the kind's own word, letter for letter but for case. */
  readonly exact: boolean;
}

/**
 * Reads the first word of a kind line. A slip of the finger still lets the rest of the file be read as what it is:
 * one wrong letter in line 1 must not turn every other line red.
 */
export function readKindWord(word: string): KindWord {
  const written = word.toLowerCase();
  const exact = fileKinds.find((kind) => kind === written);
  if (exact) return { kind: exact, exact: true };
  if (written.length < 3) return { kind: undefined, exact: false };
  const [near] = nearest(written, fileKinds, 1);
  return { kind: fileKinds.find((kind) => kind === near), exact: false };
}

/** The file kind that a whole text declares, without parsing it: used to read templates and vocabularies before cases. */
export function sniffKind(text: string): FileKind | undefined {
  return kindWordOf(text).kind;
}

/** What the first line of a text says that says anything. */
export function kindWordOf(text: string): KindWord {
  kindWord.lastIndex = firstLineThatSays(text).contentStart;
  return readKindWord(kindWord.exec(text)?.[0] ?? '');
}

const kindWord = /[\p{L}-]+/uy;

/** The first line that is neither blank nor a comment, else the last one. */
function firstLineThatSays(text: string): TextLine {
  let line = readLine(text, 0);
  while ((isBlank(line) || line.isComment) && line.next > line.end) line = readLine(text, line.next);
  return line;
}
