import { type Cancellation, interruptAndCheck, type LangiumDocument } from 'langium';
import { AllSemanticTokenModifiers, AllSemanticTokenTypes, type SemanticTokenProvider } from 'langium/lsp';
import {
  SemanticTokenModifiers,
  type SemanticTokens,
  type SemanticTokensOptions,
  type SemanticTokensParams,
  type SemanticTokensRangeParams,
  SemanticTokenTypes,
} from 'vscode-languageserver';
import { rangeOf } from '../language/span.js';
import { type ColoredWord, coloredWords, type WordKind } from './names/colored-words.js';
import { rangeIn } from './places.js';
import type { LmnServices } from './services.js';
import { UsesOfNames } from './names/uses-of-names.js';

/** A name that means nothing has a type of its own, for themes that know no other way to tell it apart; the manifest gives it a color. */
const unknownName = 'unknownName';

const typeOf: Readonly<Record<WordKind, string>> = {
  record: SemanticTokenTypes.class,
  field: SemanticTokenTypes.property,
  'template field': SemanticTokenTypes.variable,
  key: SemanticTokenTypes.variable,
  file: SemanticTokenTypes.namespace,
  tag: SemanticTokenTypes.decorator,
  'unknown name': unknownName,
  figure: SemanticTokenTypes.number,
  choice: SemanticTokenTypes.enumMember,
  type: SemanticTokenTypes.type,
  flag: SemanticTokenTypes.modifier,
};

/** Colors what a single line cannot tell: which names mean something, and what values are. */
export class LetterSemanticTokens implements SemanticTokenProvider {
  readonly tokenTypes: Readonly<Record<string, number>> = {
    ...AllSemanticTokenTypes,
    [unknownName]: Object.keys(AllSemanticTokenTypes).length,
  };
  readonly tokenModifiers = AllSemanticTokenModifiers;
  readonly semanticTokensOptions: SemanticTokensOptions = {
    legend: { tokenTypes: Object.keys(this.tokenTypes), tokenModifiers: Object.keys(this.tokenModifiers) },
    full: { delta: false },
    range: true,
  };
  private readonly names: UsesOfNames;

  constructor(services: LmnServices) {
    this.names = new UsesOfNames(services);
  }

  semanticHighlight(
    document: LangiumDocument,
    _: SemanticTokensParams,
    token?: Cancellation.CancellationToken,
  ): Promise<SemanticTokens> {
    return this.tokensOf(document, { start: 0, end: Infinity }, token);
  }

  semanticHighlightDelta(
    document: LangiumDocument,
    params: SemanticTokensParams,
    token?: Cancellation.CancellationToken,
  ): Promise<SemanticTokens> {
    return this.semanticHighlight(document, params, token);
  }

  semanticHighlightRange(
    document: LangiumDocument,
    { range }: SemanticTokensRangeParams,
    token?: Cancellation.CancellationToken,
  ): Promise<SemanticTokens> {
    const { textDocument } = document;
    return this.tokensOf(
      document,
      { start: textDocument.offsetAt(range.start), end: textDocument.offsetAt(range.end) },
      token,
    );
  }

  private async tokensOf(
    document: LangiumDocument,
    { start, end }: { start: number; end: number },
    token: Cancellation.CancellationToken | undefined,
  ): Promise<SemanticTokens> {
    const context = this.names.contextOf(document);
    const words = coloredWords(context)
      .map((word) => ({ word, range: rangeOf(word.where) }))
      .filter(({ range }) => range.start < end && range.end > start);
    words.sort((a, b) => a.range.start - b.range.start);
    if (token) await interruptAndCheck(token);
    const data: number[] = [];
    let last = { end: 0, line: 0, character: 0 };
    for (const { word, range } of words) {
      if (range.start < last.end) continue;
      const { line, character } = rangeIn(context.file, range).start;
      data.push(line - last.line, line === last.line ? character - last.character : character, range.end - range.start);
      data.push(this.tokenTypes[typeOf[word.kind]] ?? 0, this.modifiersOf(word));
      last = { end: range.end, line, character };
    }
    return { data };
  }

  private modifiersOf({ kind, isDeclaration, isStandard }: ColoredWord): number {
    const modifiers = [
      ...(isDeclaration ? [SemanticTokenModifiers.declaration] : []),
      ...(isStandard ? [SemanticTokenModifiers.defaultLibrary] : []),
      ...(kind === 'key' ? [SemanticTokenModifiers.readonly] : []),
    ];
    return modifiers.reduce((bits, modifier) => bits | (this.tokenModifiers[modifier] ?? 0), 0);
  }
}
