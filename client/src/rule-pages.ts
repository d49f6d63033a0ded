import { commands, type Disposable, Uri, window, workspace } from 'vscode';
import { showRuleCommand } from '../../server/src/protocol/commands.js';

const scheme = 'lmn-rule';

/** Opens the page of a rule, which comes with the extension, as a reader sees it: what a click on a finding's rule does. Nothing is fetched. */
export function provideRulePages(extension: Uri): Disposable[] {
  return [
    workspace.registerTextDocumentContentProvider(scheme, {
      async provideTextDocumentContent({ path }) {
        const [, name] = /^\/([\w-]+\.md)$/.exec(path) ?? [];
        if (name === undefined) throw new Error('There is no such page.');
        return new TextDecoder().decode(await workspace.fs.readFile(Uri.joinPath(extension, 'docs', 'rules', name)));
      },
    }),
    commands.registerCommand(showRuleCommand, (rule?: unknown) => showPage(typeof rule === 'string' ? rule : 'README')),
  ];
}

async function showPage(name: string): Promise<void> {
  const uri = Uri.from({ scheme, path: `/${name}.md` });
  try {
    // Asking for it wakes VS Code's Markdown extension, whose commands are not known before.
    await commands.executeCommand('markdown.showPreview', uri);
  } catch {
    // Where that extension is turned off, the page is read as text.
    await window.showTextDocument(uri, { preview: true });
  }
}
