import { commands, type Disposable, Uri, window, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { type LetterPage, letterPageRequest } from '../../server/src/preview-protocol.js';

/** *Export Letter as HTML…*: one file that a browser shows and prints. */
export function registerHtmlExport(
  currentClient: () => BaseLanguageClient | undefined,
  shownInActivePreview: () => string | undefined,
): Disposable {
  return commands.registerCommand('lmn.exportHtml', async () => {
    const address = shownInActivePreview() ?? activeLetter();
    const client = currentClient();
    if (address === undefined || !client?.isRunning()) return;
    const page = await client.sendRequest<LetterPage | null>(letterPageRequest, { uri: address });
    if (!page) {
      void window.showWarningMessage(
        'LMN: only a case becomes a letter. Open one, or begin one with "LMN: New Case…".',
      );
      return;
    }
    const target = await window.showSaveDialog({
      defaultUri: beside(Uri.parse(address)),
      filters: { 'Web page': ['html'] },
      title: page.gaps === 0 ? 'Export Letter' : 'Export Draft of Letter',
    });
    if (!target) return;
    await workspace.fs.writeFile(target, new TextEncoder().encode(page.html));
    const missing = page.gaps === 1 ? '1 thing is missing' : `${String(page.gaps)} things are missing`;
    const said =
      page.gaps === 0 ? 'LMN: the letter is written.' : `LMN: the letter is written as a draft, for ${missing}.`;
    const open = 'Open';
    if ((await window.showInformationMessage(said, open)) === open)
      await commands.executeCommand('vscode.open', target);
  });
}

function activeLetter(): string | undefined {
  const document = window.activeTextEditor?.document;
  return document?.languageId === 'lmn' ? document.uri.toString() : undefined;
}

/** The file's own name with another ending; an untitled file's in the first folder. */
function beside(uri: Uri): Uri {
  const name = `${
    uri.path
      .split('/')
      .at(-1)
      ?.replace(/\.lmn$/i, '') ?? 'letter'
  }.html`;
  if (uri.scheme !== 'untitled') return Uri.joinPath(uri, '..', name);
  const [folder] = workspace.workspaceFolders ?? [];
  return folder ? Uri.joinPath(folder.uri, name) : Uri.file(name);
}
