import type { Module } from 'langium';
import type { PartialLangiumServices } from 'langium/lsp';
import { LetterDefinitions } from './definition.js';
import { LetterSymbols } from './document-symbols.js';
import { LetterFolding } from './folding.js';
import { LetterHighlights } from './highlights.js';
import { LetterHovers } from './hover.js';
import { LetterReferences } from './references.js';
import { LetterRenames } from './rename.js';
import type { LmnServices } from './services.js';

/** The providers that find one's way in letters: to declarations and uses, through a file's structure, over what its words mean. */
export const navigation: NonNullable<Module<LmnServices, PartialLangiumServices>['lsp']> = {
  DefinitionProvider: (services) => new LetterDefinitions(services),
  ReferencesProvider: (services) => new LetterReferences(services),
  DocumentHighlightProvider: (services) => new LetterHighlights(services),
  DocumentSymbolProvider: (services) => new LetterSymbols(services),
  FoldingRangeProvider: (services) => new LetterFolding(services),
  HoverProvider: (services) => new LetterHovers(services),
  RenameProvider: (services) => new LetterRenames(services),
};
