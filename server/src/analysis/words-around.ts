import type { SourceFile } from '../letter/source.js';
import type { FileSubject } from '../letter/subjects.js';
import { remember } from '../remember.js';
import { foldWord } from '../spelling/word-order.js';

const word = /\p{L}[\p{L}\p{M}]*(?:['’]\p{L}+)*/gu;

/** The words of a text, as `foldWord` compares them. */
function wordsOf(text: string): string[] {
  return (text.match(word) ?? []).map(foldWord);
}

/** The words of one entry of a head: a fact, a declaration, a clause, with all beneath it. */
const inEntry = remember(({ piece }: SourceFile['entries'][number]) => wordsOf(piece.text));

const inHead = remember(
  ({ entries, firstLine, sections }: SourceFile): ReadonlySet<string> =>
    new Set([
      ...wordsOf(firstLine.text),
      ...entries.flatMap(inEntry),
      ...sections.flatMap(({ title }) => wordsOf(title.text)),
    ]),
);

/**
 * Whether a word is one of those that the facts of a file are told in: values, names and headings of the file itself, of its templates, of the vocabularies with their address book, and
 * what payers and kinds of letter ask.
 */
export function isWordAround({ file, standing, workspace }: FileSubject): (folded: string) => boolean {
  const files = [
    file,
    ...(standing?.files ?? []),
    ...workspace.all('vocabulary'),
    ...workspace.all('policy'),
    ...workspace.all('kind'),
  ];
  return (folded) => files.some((one) => inHead(one).has(folded));
}
