import { type Blank, findBlanks } from '../knowledge/blanks.js';
import type { ProseTree } from '../letter/prose-tree.js';
import { coverLines, linesOf, type Piece, type ProseSource } from '../letter/source.js';
import type { SectionSubject } from '../letter/written-sections.js';
import { inlinesOf } from '../letter/visit-prose.js';

/** Stands for what is no plain text: neither a letter nor a digit nor space, so that no blank reaches over it unseen. */
const masked = '\uFFFC';

const remembered = new WeakMap<ProseSource, readonly Blank[]>();
const none: readonly Blank[] = [];

/**
 * Blanks of other forms than square brackets in a section's heading and prose: offsets within the section's piece. Placeholders, marks of
 * emphasis, addresses of links, comments and escaped characters are left out of what is searched.
 */
export function blanksInProse({
  prose,
  section,
  tree,
}: Pick<SectionSubject, 'prose' | 'section' | 'tree'>): readonly Blank[] {
  let blanks = remembered.get(prose);
  if (!blanks) {
    const inTitle = section ? search(prose.piece, section.title, section.titleBrackets.map(extentOf)) : none;
    const inProse = search(
      prose.piece,
      prose,
      prose.brackets.filter(({ kind }) => kind !== 'unclosed').map(extentOf),
      tree,
    );
    remembered.set(prose, (blanks = [...inTitle, ...inProse]));
  }
  return blanks;
}

/** True where a blank of another form covers the place: what it is made of is not reported a second time. */
export function isInBlank(section: SectionSubject, start: number, end: number): boolean {
  const blanks = blanksInProse(section);
  let from = 0;
  let to = blanks.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((blanks[middle]?.start ?? 0) <= start) from = middle + 1;
    else to = middle;
  }
  const last = blanks[from - 1];
  return last !== undefined && end <= last.end;
}

interface Extent {
  readonly start: number;
  readonly end: number;
}

function extentOf({ start, end }: Extent): Extent {
  return { start, end };
}

function search(piece: Piece, { start, end }: Extent, brackets: readonly Extent[], tree?: ProseTree): readonly Blank[] {
  const raw = piece.text.slice(start, end);
  // Nearly all prose has none, and masking only takes away.
  if (findBlanks(raw).length === 0) return none;
  const marks = [...brackets, ...(tree ? marksIn(tree) : []), ...comments(piece, start, end), ...escapes(raw, start)];
  const text = maskOut(raw, start, marks);
  return findBlanks(text)
    .filter((blank) => holdsMoreThanMarks(text.slice(blank.start, blank.end)))
    .map((blank) => ({ ...blank, start: start + blank.start, end: start + blank.end }));
}

/** `((…))` around a placeholder alone is punctuation. */
function holdsMoreThanMarks(found: string): boolean {
  return !found.includes(masked) || /[\p{L}_]/u.test(found);
}

function maskOut(raw: string, offset: number, marks: readonly Extent[]): string {
  const sorted = [...marks].sort((a, b) => a.start - b.start);
  let text = '';
  let at = 0;
  for (const mark of sorted) {
    const from = Math.max(at, mark.start - offset);
    const to = Math.min(raw.length, mark.end - offset);
    if (to <= from) continue;
    text += raw.slice(at, from) + coverLines(raw.slice(from, to), masked);
    at = to;
  }
  return text + raw.slice(at);
}

/** The marks of emphasis, of optional text that holds a placeholder, and of links. */
function marksIn(tree: ProseTree): Extent[] {
  const plain = new Set(tree.pointless.map(({ start }) => start));
  return [...inlinesOf(tree)].flatMap((node): Extent[] => {
    if (!('content' in node) || (node.kind === 'optional' && plain.has(node.start))) return [];
    const first = node.content[0]?.start ?? node.end;
    const last = node.content.at(-1)?.end ?? node.end;
    return [
      { start: node.start, end: first },
      { start: last, end: node.end },
    ];
  });
}

function comments(piece: Piece, from: number, to: number): Extent[] {
  return linesOf(piece).filter((line) => line.isComment && line.start >= from && line.end <= to);
}

/** Punctuation that a backslash makes plain. */
function escapes(raw: string, offset: number): Extent[] {
  return [...raw.matchAll(/\\[!-/:-@[-`{-~]/g)].map((match) => ({
    start: offset + match.index,
    end: offset + match.index + match[0].length,
  }));
}
