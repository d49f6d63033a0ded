import { type Entry, type Line, type LmnFile, type Term as TermNode } from '../generated/ast.js';
import { columnsOf, lineAt, type TextLine } from '../lines.js';
import type { HeadEntry, HeadLine, SourceFile, Term } from '../source-file.js';
import type { Piece } from '../span.js';
import { NodeWords, pieceOf, unquote } from './node-words.js';
import type { Reusable } from './reusable.js';

/** The entries of the head, which ends at `headEnd`. */
export function readEntries(
  root: LmnFile,
  { uri, text, lines }: Pick<SourceFile, 'uri' | 'text' | 'lines'>,
  headEnd: number,
  reusable: Reusable | undefined,
): HeadEntry[] {
  const nodes: (Entry | Line)[] = [...root.orphans, ...root.entries];
  return nodes.flatMap((node, index) => {
    const start = node.$cstNode?.offset;
    if (start === undefined) return [];
    const piece = pieceOf(uri, text, start, nodes[index + 1]?.$cstNode?.offset ?? headEnd);
    if (index < root.orphans.length) return [{ ...readEntry(node, piece, lines), orphan: true }];
    return [reusable?.takeEntry(piece) ?? readEntry(node, piece, lines)];
  });
}

const entryKinds: Readonly<Record<(Entry | Line)['$type'], HeadEntry['kind']>> = {
  Fact: 'fact',
  Declaration: 'declaration',
  RecordDeclaration: 'record',
  Clause: 'clause',
  Stray: 'stray',
  // Indented lines with nothing above them are read as if they stood at the margin.
  Field: 'fact',
  FieldDeclaration: 'declaration',
  TextLine: 'stray',
};

const lineKinds: Readonly<Record<Line['$type'], HeadLine['kind']>> = {
  Field: 'field',
  FieldDeclaration: 'declaration',
  TextLine: 'text',
};

function readEntry(node: Entry | Line, piece: Piece, lines: readonly TextLine[]): HeadEntry {
  const words = new NodeWords(node, piece);
  const verb = words.first('verb');
  const key = words.first('key');
  return {
    piece,
    kind: entryKinds[node.$type],
    ...(verb && { verb }),
    ...readWords(node, words, piece),
    ...(key && { key }),
    lines: 'lines' in node ? node.lines.map((line) => readLine(line, piece, lines)) : [],
  };
}

function readLine(node: Line, piece: Piece, lines: readonly TextLine[]): HeadLine {
  const read = readWords(node, new NodeWords(node, piece), piece);
  const { start, contentStart } = lineAt(lines, piece.start + read.whole.start);
  const margin = piece.text.slice(start - piece.start, contentStart - piece.start);
  return { kind: lineKinds[node.$type], indent: columnsOf(margin), ...read };
}

/** What entries and the lines beneath them have alike. */
function readWords(
  node: Entry | Line,
  words: NodeWords<Entry | Line>,
  piece: Piece,
): Pick<HeadLine, 'whole' | 'label' | 'hasColon' | 'value' | 'terms' | 'bad'> {
  const label = words.first('label');
  const value = words.first('value');
  return {
    whole: words.whole,
    ...(label && { label }),
    hasColon: words.first('colon') !== undefined,
    ...(value && { value }),
    terms: 'terms' in node ? node.terms.map((term) => readTerm(term, piece)) : [],
    bad: words.all('bad'),
  };
}

function readTerm(term: TermNode, piece: Piece): Term {
  const words = new NodeWords(term, piece);
  if (term.quoted !== undefined) return { kind: 'quoted', ...unquote(words.whole) };
  return { kind: term.separator === undefined ? 'word' : 'separator', ...words.whole };
}
