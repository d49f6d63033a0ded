import { editDistance } from '../../spelling/edit-distance.js';
import { type FileKind, readKindWord } from '../file-kinds.js';
import type { LineTokens } from './line-tokens.js';

/**
 * Lexes the first line of a file where it says what the file is, or nearly so; returns the kind that is meant. Undefined where it does not:
 * then nothing is lexed.
 */
export function lexKindLine(tokens: LineTokens): { readonly kind: FileKind | undefined } | undefined {
  const { contentStart: start, contentEnd, end: lineEnd } = tokens.line;
  const word = /^[\p{L}-]+/u.exec(tokens.text.slice(start, lineEnd))?.[0];
  if (word === undefined) return undefined;
  const { kind, exact } = readKindWord(word);
  const after = tokens.skipSpace(start + word.length);
  const looksLikeFact = tokens.text[after] === ':' || tokens.text[after] === '@';
  if (!exact) {
    if (!kind || looksLikeFact) return undefined;
    tokens.emit('UNKNOWN_HEADER', start, contentEnd);
    return { kind };
  }
  tokens.emit(word.toUpperCase(), start, start + word.length);
  let at = after;
  // A colon is a slip of the pen: the name after it is read all the same.
  if (tokens.text[at] === ':' && at < lineEnd) {
    tokens.emit('JUNK', at, at + 1);
    at = tokens.skipSpace(at + 1);
  }
  const hasBase = kind === 'template' || kind === 'kind';
  if (hasBase) at = lexNameAndBase(tokens, at);
  lexNameAndTitle(tokens, at, hasBase);
  return { kind };
}

/** `NAME from BASE`: the first word is always the name, be it "from". Gives where what follows begins. */
function lexNameAndBase(tokens: LineTokens, from: number): number {
  const start = lexWord(tokens, from, 'FILE_NAME');
  const end = start === from ? start : start + lengthOfFrom(tokens.text.slice(start, tokens.line.end));
  if (end === start) return start;
  tokens.emit('FROM', start, end);
  return lexWord(tokens, tokens.skipSpace(end), 'BASE_NAME');
}

/** The word `from` at the beginning of some text, or what was meant to be it: `from:`, `form`. */
function lengthOfFrom(text: string): number {
  const [whole = '', word = ''] = /^(\p{L}{3,5})(?:\s{0,8}:|(?=\s|$))/u.exec(text) ?? [];
  return editDistance(word.toLowerCase(), 'from', 1) <= 1 ? whole.length : 0;
}

/** Emits the word at `at` that is no title, if one stands there, and gives where the next one begins. */
function lexWord(tokens: LineTokens, at: number, type: string): number {
  const end = tokens.readNonSpace(at);
  if (end === at || tokens.readString(at) > 0) return at;
  tokens.emit(type, at, end);
  return tokens.skipSpace(end);
}

/** What is left of the line: a name, unless that was `named` already, a title, and what is too much. */
function lexNameAndTitle(tokens: LineTokens, from: number, isNamed: boolean): void {
  let named = isNamed;
  let titled = false;
  for (let at = from; at < tokens.line.end;) {
    const quote = tokens.readString(at);
    const end = quote > 0 ? quote : tokens.readNonSpace(at);
    if (quote > 0) {
      tokens.emit(titled ? 'JUNK' : 'STRING', at, end);
      titled = true;
    } else tokens.emit(named ? 'JUNK' : 'FILE_NAME', at, end);
    named = true;
    at = tokens.skipSpace(end);
  }
}
