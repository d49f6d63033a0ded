import { helpText } from '../brackets.js';
import {
  type Bracket as BracketNode,
  isCitation,
  isHelp,
  isPlaceholder,
  isTemplateText,
  type LmnFile,
  type Section,
} from '../generated/ast.js';
import { lineAt, linesOf } from '../lines.js';
import type { Bracket, ProseSource, SectionSource } from '../source-file.js';
import type { Piece } from '../span.js';
import { NodeWords, pieceOf } from './node-words.js';
import type { Reusable } from './reusable.js';

/** What stands between the divider, or the head where there is none, and the first section. */
export function readPreamble(
  root: LmnFile,
  uri: string,
  text: string,
  bodyStart: number,
  reusable: Reusable | undefined,
): ProseSource | undefined {
  const end = root.sections[0]?.$cstNode?.offset ?? text.length;
  const piece = pieceOf(uri, text, bodyStart, Math.max(bodyStart, end));
  if (piece.text.trim() === '') return undefined;
  return (
    reusable?.takePreamble(piece) ?? {
      piece,
      start: 0,
      end: piece.text.length,
      brackets: readBrackets(root.brackets, piece),
    }
  );
}

export function readSections(
  root: LmnFile,
  uri: string,
  text: string,
  reusable: Reusable | undefined,
): SectionSource[] {
  return root.sections.flatMap((node, index) => {
    const start = node.$cstNode?.offset;
    if (start === undefined) return [];
    const piece = pieceOf(uri, text, start, root.sections[index + 1]?.$cstNode?.offset ?? text.length);
    return [reusable?.takeSection(piece) ?? readSection(node, piece)];
  });
}

function readSection(node: Section, piece: Piece): SectionSource {
  const tags = new NodeWords(node, piece).all('tags');
  const { end: lineEnd } = lineAt(linesOf(piece), 0);
  const firstTag = tags[0];
  // The sign of the first tag is not the title's.
  const rawTitle = piece.text.slice(2, firstTag ? firstTag.start - 1 : lineEnd);
  const titleStart = 2 + (rawTitle.length - rawTitle.trimStart().length);
  const brackets = readBrackets(node.brackets, piece);
  return {
    piece,
    hashes: { piece, start: 0, end: 2 },
    title: {
      piece,
      start: titleStart,
      end: Math.max(titleStart, 2 + rawTitle.trimEnd().length),
      text: rawTitle.trim(),
    },
    titleBrackets: brackets.filter((bracket) => bracket.start < lineEnd),
    tags,
    prose: {
      piece,
      start: lineEnd,
      end: piece.text.length,
      brackets: brackets.filter((bracket) => bracket.start >= lineEnd),
    },
  };
}

function readBrackets(nodes: readonly BracketNode[], piece: Piece): Bracket[] {
  return nodes.map((node): Bracket => {
    const words = new NodeWords<BracketNode>(node, piece);
    const { start, end } = words.whole;
    if (isPlaceholder(node)) return { kind: 'placeholder', start, end, name: words.first('name') ?? words.whole };
    if (isCitation(node)) return { kind: 'citation', start, end, keys: words.all('keys'), bad: words.all('bad') };
    if (isHelp(node)) return { kind: 'help', start, end, text: helpText(node.text.slice(1, -1)).text };
    return { kind: isTemplateText(node) ? 'template text' : 'unclosed', start, end };
  });
}
