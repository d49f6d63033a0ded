import { type HeadEntry, type Piece, resolveName } from '../letter/source.js';
import type { FileSubject } from '../letter/subjects.js';
import { readFactWithoutColon } from './meant-names.js';
import { remember } from '../remember.js';

/** The end of a head that was meant as prose, in a file whose divider is missing or misspelled. */
export interface ProseInHead {
  readonly first: HeadEntry;
  /** The first entry is a divider with a slip in it: `--` or `-----x`. */
  readonly isDivider: boolean;
  readonly pieces: ReadonlySet<Piece>;
}

/**
 * Finds prose that was read as a head, since nothing parted the two: what follows the last line that means something in a head, if it looks
 * like prose. Only cases and templates have prose that counts.
 */
export function proseInHead(subject: FileSubject): ProseInHead | undefined {
  const { kind, divider } = subject.file;
  if (divider || (kind !== 'case' && kind !== 'template')) return undefined;
  return findProse(subject);
}

const findProse = remember((subject: FileSubject): ProseInHead | undefined => {
  const { entries } = subject.file;
  const known = knownPieces(subject);
  const last = entries.findLastIndex((entry) => known.has(entry.piece) && !printsPlaceholder(entry, subject));
  const mark = entries.findIndex(
    (entry, index) => index > last && entry.kind === 'stray' && looksLikeProse(entry.whole.text, subject),
  );
  if (mark < 0) return undefined;
  let start = mark;
  while (start - 1 > last && !isDivider(entries[start]) && couldBeProse(entries[start - 1])) start--;
  const first = entries[start];
  return (
    first && { first, isDivider: isDivider(first), pieces: new Set(entries.slice(start).map((entry) => entry.piece)) }
  );
});

/** The pieces of entries that a head may hold: declarations, known facts and records, the fields of one that lost their indentation. */
function knownPieces({ file, head, records }: FileSubject): Set<Piece> {
  const known = new Set<Piece>();
  for (const entry of file.entries) if (entry.kind === 'declaration' || entry.key) known.add(entry.piece);
  for (const fact of head?.facts ?? []) if (fact.declaration) known.add(fact.name.piece);
  for (const { record } of records) {
    if (record.declaration) known.add(record.name.piece);
    for (const field of record.fields) if (field.lost) known.add(field.name.piece);
  }
  return known;
}

/** `Date: [date]` is a line of a letter; `date: [the day on the letter]` is a fact still to be written. */
function printsPlaceholder(entry: HeadEntry, { schema }: FileSubject): boolean {
  const names = [...(entry.value?.text ?? '').matchAll(/\[([^\][]+)\]/g)];
  return names.some((name) => resolveName(schema, name[1] ?? '') !== undefined);
}

function isDivider(entry: HeadEntry | undefined): boolean {
  return entry?.kind === 'stray' && /^[-\u2010-\u2015\u2212=_*~]{2,}\S{0,2}$/.test(entry.whole.text);
}

function looksLikeProse(whole: string, { schema }: FileSubject): boolean {
  const text = whole.slice(0, 200); // enough to see it, however long the line
  if (readFactWithoutColon(text, schema)) return false;
  const startsLikeProse = /^[[{*|>•\u2010-\u2015=_~-]/.test(text);
  const isSentence = /(?:[\p{L}\p{N}]\S*\s+){2}\S/u.test(text) || /^\p{Lu}.*,$/su.test(text);
  return startsLikeProse || isSentence || /[[{]/.test(text);
}

/** A line of words and nothing else, before a line that is prose: a salutation, the first line of a paragraph. */
function couldBeProse(entry: HeadEntry | undefined): boolean {
  return (
    entry !== undefined && !entry.hasColon && !entry.key && entry.lines.length === 0 && /\s/.test(entry.whole.text)
  );
}
