import type { SourceFile, Workspace } from '../letter/source.js';
import type { FileSubject } from '../letter/subjects.js';
import { remember } from '../remember.js';
import { foldWord } from '../spelling/word-order.js';

const word = /\p{L}[\p{L}\p{M}]*(?:['’]\p{L}+)*/gu;

/** The words of a text, as `foldWord` compares them. */
function wordsOf(text: string): string[] {
  return (text.match(word) ?? []).map(foldWord);
}

/** The words of one entry of a head: a fact, a declaration, a clause, with all beneath it. */
const inEntry = remember(({ piece }: SourceFile['entries'][number]) => new Set(wordsOf(piece.text)));

const inLine = remember(({ text }: SourceFile['firstLine']) => new Set(wordsOf(text)));

/** Asks part by part: of a file that is being written, the next version has most of them in common with this one. */
function isInHead({ entries, firstLine, sections }: SourceFile, folded: string): boolean {
  return (
    inLine(firstLine).has(folded) ||
    entries.some((entry) => inEntry(entry).has(folded)) ||
    sections.some(({ title }) => inLine(title).has(folded))
  );
}

const asked = new WeakMap<Workspace, { readonly revision: number; readonly said: Map<string, boolean> }>();

/** Remembered for as long as nothing changes that files refer to: a keystroke in a case costs the same however many policies there are. */
function isInWorkspace(workspace: Workspace, folded: string): boolean {
  const { revision } = workspace;
  let known = asked.get(workspace);
  if (known?.revision !== revision) asked.set(workspace, (known = { revision, said: new Map() }));
  let said = known.said.get(folded);
  if (said === undefined) {
    const kinds = ['vocabulary', 'policy', 'kind'] as const;
    said = kinds.some((kind) => workspace.all(kind).some((file) => isInHead(file, folded)));
    known.said.set(folded, said);
  }
  return said;
}

/**
 * Whether a word, as `foldWord` writes it, is one of those that the facts of a file are told in: values, names and headings of the file itself, of its templates, of the vocabularies with
 * their address book, and what payers and kinds of letter ask.
 */
export function isWordAround({ file, standing, workspace }: FileSubject, folded: string): boolean {
  return [file, ...(standing?.files ?? [])].some((one) => isInHead(one, folded)) || isInWorkspace(workspace, folded);
}
