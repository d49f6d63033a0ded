import { commands, type Disposable, window } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { type GapParams, type GapPlace, gapRequest } from '../../server/src/protocol/letters.js';
import { goToPlace } from './go-to-place.js';

/** *Next Gap* and *Previous Gap*: to where what is missing is to be written, making the line for it if need be. */
export function registerGapCommands(currentClient: () => BaseLanguageClient | undefined): Disposable[] {
  return [
    commands.registerCommand('lmn.nextGap', () => goToGap(currentClient(), 'next')),
    commands.registerCommand('lmn.previousGap', () => goToGap(currentClient(), 'previous')),
  ];
}

async function goToGap(client: BaseLanguageClient | undefined, direction: GapParams['direction']): Promise<void> {
  const editor = window.activeTextEditor;
  if (!client || editor?.document.languageId !== 'lmn') return;
  const { active } = editor.selection;
  const params: GapParams = {
    uri: editor.document.uri.toString(),
    line: active.line,
    character: active.character,
    direction,
  };
  const { version } = editor.document;
  const place = await client.sendRequest<GapPlace | null>(gapRequest, params);
  // The answer is for the text that was asked about; typing since then has a gap command of its own coming.
  if (editor.document.version !== version) return;
  if (!place) {
    window.setStatusBarMessage('LMN: nothing is missing in this letter.', 4000);
    return;
  }
  if (!(await goToPlace(editor, place))) return;
  // A click in the status bar has taken the focus along.
  await window.showTextDocument(editor.document, {
    ...(editor.viewColumn !== undefined && { viewColumn: editor.viewColumn }),
    selection: editor.selection,
  });
  window.setStatusBarMessage(`LMN: ${place.label}`, 4000);
}
