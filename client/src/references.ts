import { commands, type Disposable, Position, Uri } from 'vscode';
import { showReferencesCommand } from '../../server/src/protocol/commands.js';

/** Shows the references of the name at a place: what the server's lens *used by 4 cases* runs. */
export function registerReferencesCommand(): Disposable {
  return commands.registerCommand(
    showReferencesCommand,
    (uri: string, { line, character }: { line: number; character: number }) =>
      commands.executeCommand('editor.action.findReferences', Uri.parse(uri), new Position(line, character)),
  );
}
