import { Uri, workspace } from 'vscode';

/** What a workspace's folder is called: by the window's own name for it, else by its path in there. */
export function folderName(root: string): string {
  const uri = Uri.parse(root);
  const folder = workspace.workspaceFolders?.find((one) => one.uri.toString() === uri.toString());
  return folder?.name ?? workspace.asRelativePath(uri);
}
