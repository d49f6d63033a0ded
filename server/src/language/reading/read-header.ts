import { type FileKind, fileKinds, readKindWord } from '../file-kinds.js';
import { isUnknownHeader, type KnownHeader, type LmnFile } from '../generated/ast.js';
import type { FileHeader, Word } from '../source-file.js';
import { NodeWords, pieceOf, unquote } from './node-words.js';

export function kindOf({ header }: Pick<LmnFile, 'header'>): FileKind | undefined {
  if (!header) return undefined;
  if (isUnknownHeader(header)) return readKindWord(/^[\p{L}-]+/u.exec(header.text)?.[0] ?? '').kind;
  return fileKinds.find((kind) => kind === header.keyword.toLowerCase());
}

export function readHeader({ header }: LmnFile, uri: string, text: string): FileHeader | undefined {
  const cst = header?.$cstNode;
  if (!cst) return undefined;
  const piece = pieceOf(uri, text, cst.offset, cst.end);
  return isUnknownHeader(header)
    ? readUnknown(new NodeWords(header, piece).whole, kindOf({ header }))
    : readKnown(new NodeWords(header, piece), kindOf({ header }));
}

function readUnknown(whole: Word, kind: FileKind | undefined): FileHeader {
  const { piece } = whole;
  const word = /^\S+/.exec(whole.text)?.[0] ?? whole.text;
  const keyword: Word = { piece, start: 0, end: word.length, text: word };
  // The name is read all the same: a slip in the kind must not turn every line red that depends on the name.
  const [upToName = '', name] = /^\s+([^\s"“”]+)/.exec(whole.text.slice(word.length)) ?? [];
  const end = keyword.end + upToName.length;
  const [upToBase = '', from, base] =
    kind === 'template' ? (/^\s+(from)\s+([^\s"“”]+)/i.exec(whole.text.slice(end)) ?? []) : [];
  const baseEnd = end + upToBase.length;
  return {
    whole,
    keyword,
    exact: false,
    ...(name !== undefined && { name: { piece, start: end - name.length, end, text: name } }),
    ...(from !== undefined &&
      base !== undefined && {
        from: fromWord(whole, end, from),
        base: { piece, start: baseEnd - base.length, end: baseEnd, text: base },
      }),
    bad: [],
  };
}

/** The word `from` behind the name, which ends at `after`. */
function fromWord({ piece, text }: Word, after: number, written: string): Word {
  const start = text.indexOf(written, after);
  return { piece, start, end: start + written.length, text: written };
}

function readKnown(words: NodeWords<KnownHeader>, kind: FileKind | undefined): FileHeader {
  const keyword = words.first('keyword') ?? words.whole;
  const name = words.first('name');
  const from = words.first('from');
  const base = words.first('base');
  const title = words.first('titles');
  return {
    whole: words.whole,
    keyword,
    exact: true,
    ...(name && { name }),
    ...(from && { from }),
    ...(base && { base }),
    ...(title && { title: unquote(title) }),
    // A case has no title of its own.
    bad: [...words.all('bad'), ...(kind === 'case' && title ? [title] : [])],
  };
}
