import { Cancellation, URI, UriUtils } from 'langium';
import type { FileOperationHandler } from 'langium/lsp';
import type { FileOperationOptions, RenameFilesParams, TextEdit, WorkspaceEdit } from 'vscode-languageserver';
import { rangeOf } from '../../language/span.js';
import { isFileName } from './clashes.js';
import { contextOf } from '../../letter/file-context.js';
import { nameAt } from './names-in-file.js';
import { renamableAt } from './renaming.js';
import { renameEverywhere } from './rename-everywhere.js';
import type { LmnServices } from '../services.js';

/**
 * When a file is renamed that is called what its template, policy or vocabulary is called, the name follows: in the file, and in all that name
 * it. A file whose new name cannot be such a name keeps the old one inside.
 */
export class LetterFileRenames implements FileOperationHandler {
  readonly fileOperationOptions: FileOperationOptions = {
    willRename: { filters: [{ pattern: { glob: '**/*.lmn', matches: 'file' } }] },
  };

  constructor(private readonly services: () => LmnServices) {}

  async willRenameFiles({ files }: RenameFilesParams): Promise<WorkspaceEdit | null> {
    const changes: Record<string, TextEdit[]> = {};
    for (const { oldUri, newUri } of files) {
      const edit = await this.editFor(URI.parse(oldUri).toString(), baseName(oldUri), baseName(newUri));
      for (const [uri, edits] of Object.entries(edit?.changes ?? {}))
        changes[uri] = [...(changes[uri] ?? []), ...edits];
    }
    return Object.keys(changes).length > 0 ? { changes } : null;
  }

  private async editFor(uri: string, oldName: string, newName: string): Promise<WorkspaceEdit | undefined> {
    const services = this.services();
    const { Workspaces } = services.letters;
    const file = Workspaces.get(uri);
    const name = file?.header?.name;
    if (!name || name.text !== oldName || oldName === newName || !isFileName(newName)) return undefined;
    const context = contextOf(file, Workspaces.around(file));
    const use = nameAt(context, rangeOf(name).start);
    if (!use) return undefined;
    const target = renamableAt(use, context);
    if ('refused' in target) return undefined;
    const edit = await renameEverywhere(services, target, newName, context, Cancellation.CancellationToken.None);
    return 'refused' in edit ? undefined : edit;
  }
}

function baseName(uri: string): string {
  return UriUtils.basename(URI.parse(uri)).replace(/\.lmn$/i, '');
}
