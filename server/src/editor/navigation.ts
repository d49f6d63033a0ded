import { LetterLenses } from './code-lenses.js';
import { LetterDefinitions } from './names/definition.js';
import { LetterLinks } from './document-links.js';
import { LetterSymbols } from './document-symbols.js';
import { LetterFolding } from './folding.js';
import { LetterHighlights } from './names/highlights.js';
import { LetterHovers } from './hover/hover.js';
import { LetterInlayHints } from './inlay-hints.js';
import { LetterReferences } from './names/references.js';
import { LetterRenames } from './names/rename.js';
import { LetterSemanticTokens } from './semantic-tokens.js';
import type { LmnServices } from './services.js';

/** The providers that find one's way in letters: to declarations and uses, through a file's structure, over what its words mean. */
export const navigation = {
  DefinitionProvider: (services: LmnServices) => new LetterDefinitions(services),
  ReferencesProvider: (services: LmnServices) => new LetterReferences(services),
  DocumentHighlightProvider: (services: LmnServices) => new LetterHighlights(services),
  DocumentSymbolProvider: (services: LmnServices) => new LetterSymbols(services),
  FoldingRangeProvider: (services: LmnServices) => new LetterFolding(services),
  HoverProvider: (services: LmnServices) => new LetterHovers(services),
  DocumentLinkProvider: (services: LmnServices) => new LetterLinks(services),
  SemanticTokenProvider: (services: LmnServices) => new LetterSemanticTokens(services),
  InlayHintProvider: (services: LmnServices) => new LetterInlayHints(services),
  CodeLensProvider: (services: LmnServices) => new LetterLenses(services),
  RenameProvider: (services: LmnServices) => new LetterRenames(services),
};
