import { commands, type Disposable, Uri, window, workspace } from 'vscode';
import type { Background } from './background.js';
import { orNothing } from './or-nothing.js';

const folderName = 'lmn-sample-clinic';

/** *Open the Sample Clinic*: a copy of the samples (an address book, a policy, whole and unfinished cases) in a folder of the user's choice. */
export function registerSampleClinic(extension: Uri, background: Background): Disposable {
  return commands.registerCommand('lmn.openSampleClinic', async () => {
    const [place] =
      (await window.showOpenDialog({
        title: 'Where is the copy of the sample clinic to go?',
        openLabel: 'Copy Here',
        canSelectFiles: false,
        canSelectFolders: true,
        ...(workspace.workspaceFolders?.[0] && { defaultUri: workspace.workspaceFolders[0].uri }),
      })) ?? [];
    if (!place) return;
    const target = Uri.joinPath(place, folderName);
    const isThere = (await orNothing(workspace.fs.stat(target))) !== undefined;
    // What somebody has tried out in an earlier copy stays as it is.
    if (!isThere) await workspace.fs.copy(Uri.joinPath(extension, 'templates', 'samples'), target);
    const isOpen = workspace.workspaceFolders?.some(({ uri }) => target.toString().startsWith(`${uri.toString()}/`));
    if (!isOpen) {
      await commands.executeCommand('vscode.openFolder', target, { forceReuseWindow: workspace.name === undefined });
      return;
    }
    await window.showTextDocument(Uri.joinPath(target, 'chronic-pain-continuation.lmn'));
    if (isThere)
      background.run(window.showInformationMessage(`LMN: ${folderName} was there already; it is as you left it.`));
  });
}
