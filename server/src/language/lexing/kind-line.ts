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
  lexNameAndTitle(tokens, at);
  return { kind };
}

function lexNameAndTitle(tokens: LineTokens, from: number): void {
  let named = false;
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
