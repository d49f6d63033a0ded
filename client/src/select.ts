import { commands, type Disposable, Uri, window } from 'vscode';
import { selectCommand } from '../../server/src/protocol/commands.js';
import { goToPlace, type Place } from './go-to-place.js';

/** Selects what the server's action has left for the writer to fill in. */
export function registerSelectCommand(): Disposable {
  return commands.registerCommand(selectCommand, async (uri: string, range: Place) => {
    const address = Uri.parse(uri).toString();
    const shown = window.visibleTextEditors.find(({ document }) => document.uri.toString() === address);
    const editor = shown ?? (await window.showTextDocument(Uri.parse(uri)));
    await goToPlace(editor, { start: range.start, end: range.end });
  });
}
