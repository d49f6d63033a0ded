import { commands, env, UIKind, type Uri, window, workspace } from 'vscode';

/** Says that a file is written, and leads to it. */
export async function tellWritten(target: Uri, said: string): Promise<void> {
  const [open, reveal] = ['Open', 'Reveal in Folder'];
  const canReveal = isOnThisDesk(target) || workspace.getWorkspaceFolder(target) !== undefined;
  const answer = await window.showInformationMessage(said, open, ...(canReveal ? [reveal] : []));
  if (answer === open) await openFile(target);
  else if (answer === reveal)
    await commands.executeCommand(isOnThisDesk(target) ? 'revealFileInOS' : 'revealInExplorer', target);
}

/** In the program that the computer opens such files with; where the file is elsewhere, in VS Code. */
async function openFile(target: Uri): Promise<void> {
  if (isOnThisDesk(target)) await env.openExternal(target);
  else await commands.executeCommand('vscode.open', target);
}

function isOnThisDesk({ scheme }: Uri): boolean {
  return scheme === 'file' && env.uiKind === UIKind.Desktop && env.remoteName === undefined;
}
