import {
  commands,
  Disposable,
  type ExtensionContext,
  type QuickPickItem,
  QuickPickItemKind,
  Uri,
  window,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { Background } from '../background.js';
import { activeLetter, clickedLetter, type ExportSource } from './export-source.js';
import { type FileFormat, fileFormats, html, pdf, word } from './file-formats.js';
import { WrittenFiles } from './written-files.js';

/** *Export as PDF…* and its like: they take the letter of the preview that has the focus, else the active editor's. */
export function registerExports(
  { globalState }: Pick<ExtensionContext, 'globalState'>,
  currentClient: () => BaseLanguageClient | undefined,
  shownLetter: () => ExportSource | undefined,
  background: Background,
): Disposable {
  const written = new WrittenFiles(globalState);
  /** Where the last export of this session went. */
  let folder: Uri | undefined;
  const run = async (clicked: unknown, format?: FileFormat): Promise<void> => {
    const source = clickedLetter(clicked) ?? shownLetter() ?? activeLetter();
    const kind = source && (format ? { format, draft: false } : await askKind());
    if (!kind) return;
    try {
      // A program of its own on a computer: who only writes letters does not wait for it.
      const { exportLetter } = await import('./export-letter.js');
      const target = await exportLetter({ source, ...kind, folder, written, currentClient, background });
      if (target) folder = Uri.joinPath(target, '..');
    } catch (error) {
      background.failed(error);
      background.run(
        window.showErrorMessage('LMN: the letter was not exported, because of a fault. The output of LMN says more.'),
      );
    }
  };
  return Disposable.from(
    commands.registerCommand('lmn.export', (clicked?: unknown) => run(clicked)),
    commands.registerCommand('lmn.exportPdf', (clicked?: unknown) => run(clicked, pdf)),
    commands.registerCommand('lmn.exportDocx', (clicked?: unknown) => run(clicked, word)),
    commands.registerCommand('lmn.exportHtml', (clicked?: unknown) => run(clicked, html)),
  );
}

interface KindItem extends QuickPickItem {
  readonly format: FileFormat;
  readonly draft: boolean;
}

async function askKind(): Promise<KindItem | undefined> {
  const finished = fileFormats.map((format): KindItem => ({
    label: format.name,
    description: format.use,
    format,
    draft: false,
  }));
  const drafts = fileFormats.map((format): KindItem => ({
    label: `${format.name}, as a draft`,
    description: 'marked as such on every page',
    format,
    draft: true,
  }));
  const items = [...finished, { label: 'to look at, not to send', kind: QuickPickItemKind.Separator }, ...drafts];
  const picked = await window.showQuickPick(items, { title: 'Export Letter', placeHolder: 'As what?' });
  return picked && 'format' in picked ? picked : undefined;
}
