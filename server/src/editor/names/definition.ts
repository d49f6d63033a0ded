import type { LangiumDocument } from 'langium';
import type { DefinitionProvider } from 'langium/lsp';
import type { DefinitionParams, LocationLink } from 'vscode-languageserver';
import { lineAt } from '../../language/lines.js';
import type { SourceFile, Word } from '../../language/source-file.js';
import { rangeOf } from '../../language/span.js';
import { declarationOf } from './declaration-of.js';
import { rangeIn, rangeOfSpan } from '../places.js';
import type { LmnServices } from '../services.js';
import { UsesOfNames } from './uses-of-names.js';

/** Goes to where a name is given its meaning, each part of a placeholder to its own declaration; files that ship included. */
export class LetterDefinitions implements DefinitionProvider {
  private readonly names: UsesOfNames;

  constructor(private readonly services: LmnServices) {
    this.names = new UsesOfNames(services);
  }

  getDefinition(document: LangiumDocument, params: DefinitionParams): LocationLink[] | undefined {
    const found = this.names.at(document, document.textDocument.offsetAt(params.position));
    const target = found && declarationOf(found.use.named, found.context);
    if (!target) return undefined;
    const { file } = found.context;
    const home = target.piece.uri === file.uri ? file : this.services.letters.Workspaces.get(target.piece.uri);
    if (!home) return undefined;
    return [
      {
        originSelectionRange: rangeOfSpan(file, found.use.where),
        targetUri: home.uri,
        targetRange: rangeIn(home, lineAround(home, target)),
        targetSelectionRange: rangeOfSpan(home, target),
      },
    ];
  }
}

/** The line of a declaration, for editors that show it without going there. */
function lineAround({ lines }: SourceFile, word: Word): { start: number; end: number } {
  const { start, end } = rangeOf(word);
  return { start: lineAt(lines, start).start, end: lineAt(lines, end).end };
}
