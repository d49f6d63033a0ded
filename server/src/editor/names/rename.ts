import { Cancellation, type LangiumDocument } from 'langium';
import type { RenameProvider } from 'langium/lsp';
import {
  LSPErrorCodes,
  type Position,
  type Range,
  type RenameParams,
  ResponseError,
  type TextDocumentPositionParams,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import type { FileContext } from '../../letter/file-context.js';
import { type Refusal, type Renamable, renamableAt } from './renaming.js';
import { rangeOfSpan } from '../places.js';
import { renameEverywhere } from './rename-everywhere.js';
import type { LmnServices } from '../services.js';
import { UsesOfNames } from './uses-of-names.js';

/** Renames what is under the cursor, where it is declared and wherever its name is written; never in a file that ships. */
export class LetterRenames implements RenameProvider {
  private readonly names: UsesOfNames;

  constructor(private readonly services: LmnServices) {
    this.names = new UsesOfNames(services);
  }

  /** Says at once, before a new name is typed, what can be said against any. */
  prepareRename(document: LangiumDocument, params: TextDocumentPositionParams): Range | undefined {
    const found = this.renamable(document, params.position);
    return found && rangeOfSpan(found.context.file, found.target.where);
  }

  async rename(
    document: LangiumDocument,
    params: RenameParams,
    token = Cancellation.CancellationToken.None,
  ): Promise<WorkspaceEdit | undefined> {
    const found = this.renamable(document, params.position);
    return found && accepted(await renameEverywhere(this.services, found.target, params.newName, found.context, token));
  }

  private renamable(
    document: LangiumDocument,
    position: Position,
  ): { target: Renamable; context: FileContext } | undefined {
    const found = this.names.at(document, document.textDocument.offsetAt(position));
    return found && { target: accepted(renamableAt(found.use, found.context)), context: found.context };
  }
}

/** Editors show the message of a failed request where the new name was to be typed. */
function accepted<T extends object>(answer: T | Refusal): T {
  if ('refused' in answer) throw new ResponseError(LSPErrorCodes.RequestFailed, answer.refused);
  return answer;
}
