import type { LmnFile } from '../../server/src/language/generated/ast.js';
import { LmnLexer } from '../../server/src/language/lexing/lexer.js';
import { createLmnCoreServices } from '../../server/src/language/services.js';

const { lmn } = createLmnCoreServices();
const lexer = new LmnLexer(lmn);

/** What the lexer and Langium's parser make of a text. */
export interface LmnReading {
  readonly root: LmnFile;
  readonly parserErrors: readonly string[];
  readonly lexerErrors: readonly string[];
  /** Characters that no token and no comment holds, white space not counted; also what is wrong with the tokens' order or words. */
  readonly uncovered: string;
}

export function readLmn(text: string): LmnReading {
  const parsed = lmn.parser.LangiumParser.parse<LmnFile>(text);
  return {
    root: parsed.value,
    parserErrors: parsed.parserErrors.map((error) => error.message),
    lexerErrors: parsed.lexerErrors.map((error) => error.message),
    uncovered: uncovered(text),
  };
}

function uncovered(text: string): string {
  const { tokens, lines } = lexer.readTokens(text);
  const outOfOrder = tokens.find(
    (token, index) => index > 0 && token.startOffset <= (tokens[index - 1]?.endOffset ?? -1),
  );
  if (outOfOrder) return `tokens overlap at ${String(outOfOrder.startOffset)}`;
  const comments = lines
    .filter((line) => line.isComment)
    .map(({ contentStart, contentEnd }) => ({
      startOffset: contentStart,
      endOffset: contentEnd - 1,
      image: text.slice(contentStart, contentEnd),
    }));
  const all = [...tokens, ...comments].sort((a, b) => a.startOffset - b.startOffset);
  let at = 0;
  let left = '';
  for (const { startOffset, endOffset = startOffset, image } of all) {
    if (startOffset < at) return `tokens and comments overlap at ${String(startOffset)}`;
    if (text.slice(startOffset, endOffset + 1) !== image)
      return `the token at ${String(startOffset)} is not what stands there`;
    left += text.slice(at, startOffset);
    at = endOffset + 1;
  }
  return (left + text.slice(at)).replace(/\s+/g, '');
}
