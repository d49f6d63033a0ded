import { type AstNode, AstUtils, type CstNode, GrammarAST, isCompositeCstNode, isLeafCstNode } from 'langium';
import { isTerm } from '../generated/ast.js';
import type { Word } from '../source-file.js';
import type { Piece } from '../span.js';

/** What of a node's type are words of the text, and not nodes beneath it. */
type Property<T extends AstNode> = T extends unknown ? Exclude<Extract<keyof T, string>, `$${string}`> : never;

/** The words of one node of the tree by the property that the grammar gives them to, each with its place in the piece, in the order of the text. */
export class NodeWords<T extends AstNode> {
  /** The node's words from the first to the last, with the terms of a declaration, without the lines beneath it. */
  readonly whole: Word;
  private readonly words = new Map<string, Word[]>();

  constructor(node: T, piece: Piece) {
    let start: number | undefined;
    let end = 0;
    for (const part of contentOf(node.$cstNode)) {
      if (!isLeafCstNode(part) && !isTerm(part.astNode)) continue;
      start ??= part.offset;
      end = part.end;
      const property = isLeafCstNode(part) ? propertyOf(part) : undefined;
      if (property === undefined) continue;
      const word = wordAt(piece, part.offset, part.end);
      const before = this.words.get(property);
      if (before) before.push(word);
      else this.words.set(property, [word]);
    }
    this.whole = wordAt(piece, start ?? piece.start, start === undefined ? piece.start : end);
  }

  first(property: Property<T>): Word | undefined {
    return this.words.get(property)?.[0];
  }

  all(property: Property<T>): readonly Word[] {
    return this.words.get(property) ?? none;
  }
}

const none: readonly Word[] = [];

function contentOf(cst: CstNode | undefined): readonly CstNode[] {
  return cst && isCompositeCstNode(cst) ? cst.content : [];
}

const properties = new Map<object, string | undefined>();

/** The property that the grammar gives a token to; undefined for one that only parts others. */
function propertyOf({ grammarSource: source }: CstNode): string | undefined {
  if (!source) return undefined;
  if (!properties.has(source))
    properties.set(source, AstUtils.getContainerOfType(source, GrammarAST.isAssignment)?.feature);
  return properties.get(source);
}

export function pieceOf(uri: string, text: string, start: number, end: number): Piece {
  return { uri, text: text.slice(start, end), start };
}

/** A word from offsets in the file. */
export function wordAt(piece: Piece, start: number, end: number): Word {
  const from = start - piece.start;
  const to = end - piece.start;
  return { piece, start: from, end: to, text: piece.text.slice(from, to) };
}

/** What stands between the quotation marks; a missing end quote leaves nothing out. */
export function unquote(word: Word): Word {
  const closed = word.text.length > 1 && /["“”]$/.test(word.text);
  const end = closed ? word.end - 1 : word.end;
  return { piece: word.piece, start: word.start + 1, end, text: word.piece.text.slice(word.start + 1, end) };
}
