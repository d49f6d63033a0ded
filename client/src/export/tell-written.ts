import { commands, env, extensions, UIKind, type Uri, window, workspace } from 'vscode';

/** Says that a file is written, and leads to it. */
export async function tellWritten(target: Uri, said: string): Promise<void> {
  const ways = isOnThisDesk(target) ? onThisDesk : elsewhere(target);
  const answer = await window.showInformationMessage(said, ...ways);
  await answer?.go(target);
}

interface Way {
  readonly title: string;
  readonly go: (target: Uri) => Thenable<unknown>;
}

/** The computer has a program that opens such files. */
const onThisDesk: readonly Way[] = [
  { title: 'Open', go: (target) => env.openExternal(target) },
  { title: 'Reveal in Folder', go: (target) => commands.executeCommand('revealFileInOS', target) },
];

/** In a browser, or on another computer: where no extension shows such files, VS Code would show their bytes as text. */
function elsewhere(target: Uri): Way[] {
  const open: Way = { title: 'Open', go: (target) => commands.executeCommand('vscode.open', target) };
  const reveal: Way = {
    title: 'Reveal in Explorer',
    go: (target) => commands.executeCommand('revealInExplorer', target),
  };
  return [
    ...(hasViewer(target) ? [open] : []),
    ...(workspace.getWorkspaceFolder(target) === undefined ? [] : [reveal]),
  ];
}

function isOnThisDesk({ scheme }: Uri): boolean {
  return scheme === 'file' && env.uiKind === UIKind.Desktop && env.remoteName === undefined;
}

/** What an extension's manifest says of editors for other files than text. */
interface Manifest {
  readonly contributes?: {
    readonly customEditors?: readonly { readonly selector?: readonly { readonly filenamePattern?: string }[] }[];
  };
}

function hasViewer({ path }: Uri): boolean {
  const ending = path.slice(path.lastIndexOf('.') + 1).toLowerCase();
  return extensions.all.some(({ packageJSON }) => {
    const editors = (packageJSON as Manifest).contributes?.customEditors ?? [];
    const patterns = editors.flatMap(({ selector = [] }) =>
      selector.map(({ filenamePattern = '' }) => filenamePattern),
    );
    return patterns.some((pattern) =>
      pattern
        .toLowerCase()
        .split(/[^a-z0-9]+/)
        .includes(ending),
    );
  });
}
