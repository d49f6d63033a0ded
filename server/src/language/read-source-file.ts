import { type AstNode, type CstNode, isCompositeCstNode, isLeafCstNode, type LeafCstNode } from 'langium';
import { helpText } from './brackets.js';
import { type FileKind, fileKinds, readKindWord } from './file-kinds.js';
import {
  type Bracket as BracketNode,
  type Entry,
  isCaseHeader,
  isDeclaration,
  isFact,
  isField,
  isFieldDeclaration,
  isHelp,
  isPlaceholder,
  isRecordDeclaration,
  isRequirement,
  isStray,
  isTemplateText,
  isUnclosed,
  isUnknownHeader,
  type Line,
  type LmnFile,
  type Section,
} from './generated/ast.js';
import { linesReported, type LmnParseResult } from './lexing/lines-report.js';
import { columnsOf, isBlank, lineAt, linesOf, type TextLine } from './lines.js';
import type {
  Bracket,
  FileHeader,
  HeadEntry,
  HeadLine,
  ProseSource,
  RequirementWords,
  SectionSource,
  SourceFile,
  Term,
  Word,
} from './source-file.js';
import type { Piece } from './span.js';
import { readSuppressions } from './suppressions.js';

/**
 * Turns Langium's tree of one file into plain data. Entries and sections whose text is what it was in `previous` are taken over from it as
 * the same objects, so that whoever remembers results by identity does no work twice.
 */
export function readSourceFile(
  { value: root, lexerReport }: LmnParseResult,
  uri: string,
  text: string,
  previous?: SourceFile,
): SourceFile {
  const lines = linesReported(lexerReport);
  const kind = kindOf(root);
  const reusable = previous?.uri === uri && previous.kind === kind ? new Reusable(previous) : undefined;
  const headEnd = root.divider?.$cstNode?.offset ?? root.sections[0]?.$cstNode?.offset ?? text.length;
  const header = root.header && readHeader(root, uri, text);
  const divider = root.divider?.$cstNode;
  const bodyStart = divider ? divider.end : headEnd;
  const preamble = readPreamble(root, uri, text, bodyStart, reusable);
  return {
    uri,
    text,
    lines,
    kind,
    firstLine: firstLineOf(uri, text, lines),
    entries: readEntries(root, uri, text, headEnd, reusable),
    sections: readSections(root, uri, text, reusable),
    suppressions: readSuppressions(uri, text, lines),
    ...(header && { header }),
    ...(divider && { divider: wordAt(pieceOf(uri, text, divider.offset, divider.end), divider.offset, divider.end) }),
    ...(preamble && { preamble }),
  };
}

/** Entries and sections of the last version, each handed out once, found by their text. */
class Reusable {
  private readonly entries = new Map<string, HeadEntry[]>();
  private readonly sections = new Map<string, SectionSource[]>();
  private readonly preamble: ProseSource | undefined;

  /** Of those with the same text the first is handed out first, and so stands last in its list. */
  constructor(previous: SourceFile) {
    // An indented line is read otherwise than the same text at the margin, and seldom stands by itself.
    for (const entry of previous.entries.toReversed()) if (!entry.orphan) push(this.entries, entry.piece.text, entry);
    for (const section of previous.sections.toReversed()) push(this.sections, section.piece.text, section);
    this.preamble = previous.preamble;
  }

  takeEntry(text: string, start: number): HeadEntry | undefined {
    return moved(this.entries.get(text)?.pop(), start);
  }

  takeSection(text: string, start: number): SectionSource | undefined {
    return moved(this.sections.get(text)?.pop(), start);
  }

  takePreamble(text: string, start: number): ProseSource | undefined {
    return this.preamble?.piece.text === text ? moved(this.preamble, start) : undefined;
  }
}

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

function moved<T extends { piece: Piece }>(found: T | undefined, start: number): T | undefined {
  if (found) found.piece.start = start;
  return found;
}

function kindOf(root: LmnFile): FileKind | undefined {
  const header = root.header;
  if (!header) return undefined;
  if (isUnknownHeader(header)) return readKindWord(/^[\p{L}-]+/u.exec(header.text)?.[0] ?? '').kind;
  return fileKinds.find((kind) => kind === header.keyword.toLowerCase());
}

function readHeader(root: LmnFile, uri: string, text: string): FileHeader | undefined {
  const node = root.header;
  const cst = node?.$cstNode;
  if (!node || !cst) return undefined;
  const piece = pieceOf(uri, text, cst.offset, cst.end);
  const whole = wordAt(piece, cst.offset, cst.end);
  if (isUnknownHeader(node)) {
    const length = /^\S+/.exec(whole.text)?.[0].length ?? whole.text.length;
    const keyword = wordAt(piece, cst.offset, cst.offset + length);
    // The name is read all the same: a slip in the kind must not turn every line red that depends on the name.
    const name = /^\s+([^\s"“”]+)/.exec(whole.text.slice(length));
    const nameEnd = keyword.end + (name?.[0].length ?? 0);
    const named = name?.[1] !== undefined && {
      name: { piece, start: nameEnd - name[1].length, end: nameEnd, text: name[1] },
    };
    return { whole, keyword, exact: false, ...named, bad: [] };
  }
  const leaves = tokensOf(cst);
  const of = (type: string) => leaves.filter((leaf) => leaf.tokenType.name === type).map((leaf) => wordOf(piece, leaf));
  const name = of('FILE_NAME')[0];
  const title = of('STRING')[0];
  return {
    whole,
    keyword: wordAt(piece, cst.offset, cst.offset + node.keyword.length),
    exact: true,
    ...(name && { name }),
    ...(title && { title: unquote(title) }),
    bad: [...of('JUNK'), ...(isCaseHeader(node) && title ? [title] : [])],
  };
}

// ---- the head ----

function readEntries(
  root: LmnFile,
  uri: string,
  text: string,
  headEnd: number,
  reusable: Reusable | undefined,
): HeadEntry[] {
  const nodes: (Entry | Line)[] = [...root.orphans, ...root.entries];
  return nodes.flatMap((node, index) => {
    const start = node.$cstNode?.offset;
    if (start === undefined) return [];
    const end = nodes[index + 1]?.$cstNode?.offset ?? headEnd;
    const pieceText = text.slice(start, end);
    const piece = { uri, text: pieceText, start };
    if (index < root.orphans.length) return [{ ...readEntry(node, piece), orphan: true }];
    return [reusable?.takeEntry(pieceText, start) ?? readEntry(node, piece)];
  });
}

function readEntry(node: Entry | Line, piece: Piece): HeadEntry {
  const cst = node.$cstNode;
  const leaves = cst ? tokensOf(cst) : [];
  const line = readTokens(piece, leaves);
  const first = leaves[0];
  const last = leaves.at(-1);
  const whole = first && last ? wordAt(piece, first.offset, last.end) : wordAt(piece, piece.start, piece.start);
  return {
    piece,
    kind: entryKind(node),
    whole,
    hasColon: line.hasColon,
    terms: line.terms,
    bad: line.bad,
    lines: 'lines' in node ? readLines(node.lines, piece) : [],
    ...line.words,
    ...(line.requirement && isRequirement(node) && { requirement: line.requirement }),
  };
}

function entryKind(node: Entry | Line): HeadEntry['kind'] {
  if (isFact(node)) return 'fact';
  if (isDeclaration(node) || isFieldDeclaration(node)) return 'declaration';
  if (isRecordDeclaration(node)) return 'record';
  if (isRequirement(node)) return 'requirement';
  if (isStray(node) || (!('label' in node) && 'text' in node)) return 'stray';
  return 'fact';
}

function readLines(nodes: readonly Line[], piece: Piece): HeadLine[] {
  const lines: HeadLine[] = [];
  for (const node of nodes) if (node.$cstNode) lines.push(readLine(node, node.$cstNode, piece));
  return lines;
}

function readLine(node: Line, cst: CstNode, piece: Piece): HeadLine {
  const { words, hasColon, terms, bad } = readTokens(piece, tokensOf(cst));
  return {
    kind: isField(node) ? 'field' : isFieldDeclaration(node) ? 'declaration' : 'text',
    whole: wordAt(piece, cst.offset, cst.end),
    indent: indentBefore(piece, cst.offset - piece.start),
    hasColon,
    terms,
    bad,
    ...words,
  };
}

interface LineTokens {
  readonly words: { label?: Word; key?: Word; value?: Word };
  readonly hasColon: boolean;
  readonly terms: Term[];
  readonly bad: Word[];
  readonly requirement: RequirementWords | undefined;
}

/** The tokens of one line by what they are. */
function readTokens(piece: Piece, leaves: readonly LeafCstNode[]): LineTokens {
  const words: { label?: Word; key?: Word; value?: Word } = {};
  const terms: Term[] = [];
  const bad: Word[] = [];
  let hasColon = false;
  let requirement:
    { verb: Word; count?: Word; what?: Word; quoted?: Word; subject?: Word; within?: Word; unit?: Word } | undefined;
  let open = false;
  let within = false;
  for (const leaf of leaves) {
    const word = wordOf(piece, leaf);
    switch (leaf.tokenType.name) {
      case 'FACT_NAME':
      case 'FIELD_NAME':
      case 'DECLARED_NAME':
      case 'FIELD_DECLARED_NAME':
        words.label = word;
        break;
      case 'KEY_DEFINITION':
      case 'KEY_USE':
        words.key = word;
        break;
      case 'VALUE':
        words.value = word;
        break;
      case 'COLON':
        hasColon = true;
        break;
      case 'TERMS_OPEN':
        open = true;
        break;
      case 'TERM_WORD':
        terms.push({ kind: 'word', ...word });
        break;
      case 'TERM_SEPARATOR':
        terms.push({ kind: 'separator', ...word });
        break;
      case 'STRING':
        if (open) terms.push({ kind: 'quoted', ...unquote(word) });
        else if (requirement) requirement.quoted = unquote(word);
        break;
      case 'VERB':
        requirement = { verb: word };
        break;
      case 'NUMBER':
        if (requirement) requirement[within ? 'within' : 'count'] = word;
        break;
      case 'WHAT':
        if (requirement) requirement.what = word;
        break;
      case 'SUBJECT':
        if (requirement) requirement.subject = word;
        break;
      case 'WITHIN':
        within = true;
        break;
      case 'UNIT':
        if (requirement) requirement.unit = word;
        break;
      case 'JUNK':
        bad.push(word);
        break;
    }
  }
  return { words, hasColon, terms, bad, requirement };
}

/** Columns of white space before what stands at `at`. */
function indentBefore(piece: Piece, at: number): number {
  const { start, contentStart } = lineAt(linesOf(piece), at);
  return columnsOf(piece.text.slice(start, contentStart));
}

// ---- the body ----

function readPreamble(
  root: LmnFile,
  uri: string,
  text: string,
  bodyStart: number,
  reusable: Reusable | undefined,
): ProseSource | undefined {
  const end = root.sections[0]?.$cstNode?.offset ?? text.length;
  if (end <= bodyStart) return undefined;
  const pieceText = text.slice(bodyStart, end);
  if (pieceText.trim() === '') return undefined;
  const kept = reusable?.takePreamble(pieceText, bodyStart);
  if (kept) return kept;
  const piece: Piece = { uri, text: pieceText, start: bodyStart };
  return { piece, start: 0, end: pieceText.length, brackets: readBrackets(root.brackets, piece) };
}

function readSections(root: LmnFile, uri: string, text: string, reusable: Reusable | undefined): SectionSource[] {
  return root.sections.flatMap((node, index) => {
    const start = node.$cstNode?.offset;
    if (start === undefined) return [];
    const end = root.sections[index + 1]?.$cstNode?.offset ?? text.length;
    const pieceText = text.slice(start, end);
    return [reusable?.takeSection(pieceText, start) ?? readSection(node, { uri, text: pieceText, start })];
  });
}

function readSection(node: Section, piece: Piece): SectionSource {
  const firstTag = node.tags[0]?.$cstNode?.offset;
  const lineEnd = lineAt(linesOf(piece), 0).end;
  const titleEnd = firstTag === undefined ? lineEnd : firstTag - piece.start;
  const rawTitle = piece.text.slice(2, titleEnd);
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
    tags: node.tags.flatMap((tag) => {
      const cst = tag.$cstNode;
      return cst ? [wordAt(piece, cst.offset + 1, cst.end)] : [];
    }),
    prose: {
      piece,
      start: lineEnd,
      end: piece.text.length,
      brackets: brackets.filter((bracket) => bracket.start >= lineEnd),
    },
  };
}

function readBrackets(nodes: readonly BracketNode[], piece: Piece): Bracket[] {
  return nodes.flatMap((node) => {
    const cst = node.$cstNode;
    return cst ? [readBracketNode(node, cst, piece)] : [];
  });
}

function readBracketNode(node: BracketNode, cst: CstNode, piece: Piece): Bracket {
  const start = cst.offset - piece.start;
  const end = cst.end - piece.start;
  if (isHelp(node)) return { kind: 'help', start, end, text: helpText(node.text.slice(1, -1)).text };
  if (isTemplateText(node)) return { kind: 'template text', start, end };
  if (isUnclosed(node)) return { kind: 'unclosed', start, end };
  const leaves = tokensOf(cst, true);
  const of = (type: string) => leaves.filter((leaf) => leaf.tokenType.name === type).map((leaf) => wordOf(piece, leaf));
  const name = of('PLACEHOLDER')[0];
  if (isPlaceholder(node) && name) return { kind: 'placeholder', start, end, name };
  return { kind: 'citation', start, end, keys: of('KEY_USE'), bad: of('JUNK') };
}

// ---- tokens and words ----

/** The tokens of a node itself, without those of nodes beneath it (terms of a declaration count as its own) unless `deep`. */
function tokensOf(cst: CstNode, deep = false): LeafCstNode[] {
  const found: LeafCstNode[] = [];
  collectTokens(cst, cst.astNode, deep, found);
  return found;
}

function collectTokens(cst: CstNode, owner: AstNode, deep: boolean, found: LeafCstNode[]): void {
  if (isLeafCstNode(cst)) {
    if (!cst.hidden) found.push(cst);
    return;
  }
  if (!isCompositeCstNode(cst)) return;
  for (const child of cst.content) {
    const own = deep || isLeafCstNode(child) || child.astNode === owner || child.astNode.$type === 'Term';
    if (own) collectTokens(child, owner, deep, found);
  }
}

function pieceOf(uri: string, text: string, start: number, end: number): Piece {
  return { uri, text: text.slice(start, end), start };
}

/** A word from offsets in the file. */
function wordAt(piece: Piece, start: number, end: number): Word {
  const from = start - piece.start;
  const to = end - piece.start;
  return { piece, start: from, end: to, text: piece.text.slice(from, to) };
}

function wordOf(piece: Piece, leaf: LeafCstNode): Word {
  return wordAt(piece, leaf.offset, leaf.end);
}

/** What stands between the quotation marks; a missing end quote leaves nothing out. */
function unquote(word: Word): Word {
  const closed = word.text.length > 1 && /["“”]$/.test(word.text);
  const end = closed ? word.end - 1 : word.end;
  return { piece: word.piece, start: word.start + 1, end, text: word.piece.text.slice(word.start + 1, end) };
}

function firstLineOf(uri: string, text: string, lines: readonly TextLine[]): Word {
  const first = lines.find((line) => !isBlank(line) && !line.isComment);
  const start = first?.contentStart ?? text.length;
  const end = first?.contentEnd ?? start;
  const piece = pieceOf(uri, text, start, end);
  return wordAt(piece, start, end);
}
