import { Cancellation, type LangiumDocument } from 'langium';
import type { ReferencesProvider } from 'langium/lsp';
import type { Location, ReferenceParams } from 'vscode-languageserver';
import { locationOf } from '../places.js';
import type { LmnServices } from '../services.js';
import { UsesOfNames } from './uses-of-names.js';

/** Lists where a thing is named, in all its spellings and all files of the workspace. */
export class LetterReferences implements ReferencesProvider {
  private readonly names: UsesOfNames;

  constructor(services: LmnServices) {
    this.names = new UsesOfNames(services);
  }

  async findReferences(
    document: LangiumDocument,
    params: ReferenceParams,
    token = Cancellation.CancellationToken.None,
  ): Promise<Location[]> {
    const found = this.names.at(document, document.textDocument.offsetAt(params.position));
    if (!found) return [];
    const locations: Location[] = [];
    for await (const { file, uses } of this.names.everywhere(found.use.named, found.context, token)) {
      for (const { where, role } of uses) {
        if (role === 'use' || params.context.includeDeclaration) locations.push(locationOf(file, where));
      }
    }
    return locations;
  }
}
