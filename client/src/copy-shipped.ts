import { commands, type Disposable, FileType, Uri, window, workspace } from 'vscode';
import { copyShippedCommand } from '../../server/src/protocol/commands.js';
import { shippedScheme } from '../../server/src/protocol/files.js';
import { askedAddress } from './asked-address.js';
import type { Background } from './background.js';
import { orNothing } from './or-nothing.js';

/** *Copy into my folder to change it*: a template, policy or vocabulary that ships becomes a file of the folder, which takes its place from then on. */
export function registerCopyShipped(background: Background): Disposable {
  return commands.registerCommand(copyShippedCommand, async (uri?: unknown) => {
    const asked = askedAddress(uri);
    const source = asked === undefined ? window.activeTextEditor?.document.uri : Uri.parse(asked);
    if (source?.scheme !== shippedScheme) {
      const said = 'LMN: open a file that ships with LMN first, such as a template (F12 on its name in a case).';
      background.run(window.showInformationMessage(said));
      return;
    }
    const name = source.path.split('/').at(-1) ?? 'template.lmn';
    const target = await askWhere(name);
    if (!target) return;
    const text = (await workspace.openTextDocument(source)).getText();
    await workspace.fs.writeFile(target, new TextEncoder().encode(text));
    await window.showTextDocument(target);
    window.setStatusBarMessage(`LMN: ${name} is yours now; it stands for the one that ships.`, 6000);
  });
}

/** In the folder that is open; where there are several, none, or such a file already, the user says where. */
async function askWhere(name: string): Promise<Uri | undefined> {
  const [folder, ...others] = workspace.workspaceFolders ?? [];
  const proposed = folder && Uri.joinPath(folder.uri, name);
  const there = proposed && (await orNothing(workspace.fs.stat(proposed)));
  if (proposed && others.length === 0 && there?.type !== FileType.File) return proposed;
  return window.showSaveDialog({
    title: 'Copy to',
    filters: { 'Letters of Medical Necessity': ['lmn'] },
    ...(proposed && { defaultUri: proposed }),
  });
}
