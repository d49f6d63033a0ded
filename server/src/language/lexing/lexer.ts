import type { IToken, TokenTypeDictionary } from 'chevrotain';
import type { LangiumCoreServices, Lexer, LexerResult } from 'langium';
import type { FileKind } from '../file-kinds.js';
import { contentOf, isBlank, readLines, type TextLine } from '../lines.js';
import { lexHeadLine } from './head-line.js';
import { lexKindLine } from './kind-line.js';
import type { LinesReport } from './lines-report.js';
import { LineTokens } from './line-tokens.js';
import { isHeading, ProseLexer } from './prose-lexer.js';

/**
 * Lexes an `.lmn` file a line at a time. Written by hand, because Langium's own lexer must not see across lines: here each line is
 * read by itself, only the kind of file (its first line) and the divider decide how, and no text can fail to be read.
 */
export class LmnLexer implements Lexer {
  readonly definition: TokenTypeDictionary;

  constructor(services: LangiumCoreServices) {
    const built = services.parser.TokenBuilder.buildTokens(services.Grammar);
    const types = Array.isArray(built) ? built : [];
    this.definition = Object.fromEntries(types.map((type) => [type.name, type]));
  }

  /** What Langium's parser reads: all but the comments, which have no place in its tree (cst-builder.ts). */
  tokenize(text: string): LexerResult & { report: LinesReport } {
    const { tokens, lines } = this.readTokens(text);
    return { tokens, hidden: [], errors: [], report: { diagnostics: [], lines } };
  }

  /** Tokens and lines: together with the lines that are comments the tokens hold every character that is not white space. */
  readTokens(text: string): { tokens: IToken[]; lines: readonly TextLine[] } {
    const lines = readLines(text);
    return { tokens: lexLines(text, lines, this.definition), lines };
  }
}

const dashes = /^[-\u2010-\u2015\u2212\uFE58\uFE63\uFF0D]{3,}$/;

function lexLines(text: string, lines: readonly TextLine[], types: TokenTypeDictionary): IToken[] {
  const tokens = new LineTokens(text, types);
  const prose = new ProseLexer(tokens);
  let part: 'kind line' | 'head' | 'body' = 'kind line';
  let kind: FileKind | undefined;
  for (const line of lines) {
    tokens.line = line;
    if (line.isComment) prose.close();
    else if (part === 'body') prose.lexLine();
    else if (isBlank(line)) continue;
    else if (isHeading(tokens)) {
      part = 'body';
      prose.lexLine();
    } else if (dashes.test(contentOf(text, line))) {
      part = 'body';
      tokens.emit('DASHES', line.contentStart, line.contentEnd);
    } else {
      const first = part === 'kind line' ? lexKindLine(tokens) : undefined;
      if (part === 'kind line') kind = first?.kind;
      part = 'head';
      if (!first) lexHeadLine(tokens, kind);
    }
  }
  prose.close();
  return tokens.found;
}
