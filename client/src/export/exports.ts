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
import { type ExportFormatId, exportFormats, letterFormats } from '../../../server/src/letter-formats.js';
import type { Background } from '../background.js';
import { activeLetter, clickedLetter, type ExportSource } from './export-source.js';
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
  const run = async (clicked: unknown, format?: ExportFormatId): Promise<void> => {
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
    ...exportFormats.map((format) =>
      commands.registerCommand(exportCommand(format), (clicked?: unknown) => run(clicked, format)),
    ),
  );
}

/** `lmn.exportPdf` */
function exportCommand(format: ExportFormatId): string {
  return `lmn.export${format.charAt(0).toUpperCase()}${format.slice(1)}`;
}

interface KindItem extends QuickPickItem {
  readonly format: ExportFormatId;
  readonly draft: boolean;
}

async function askKind(): Promise<KindItem | undefined> {
  const finished = exportFormats.map((format): KindItem => ({
    label: letterFormats[format].name,
    description: letterFormats[format].use ?? '',
    format,
    draft: false,
  }));
  const drafts = exportFormats.map((format): KindItem => ({
    label: `${letterFormats[format].name}, as a draft`,
    description: 'marked as such on every page',
    format,
    draft: true,
  }));
  const items = [...finished, { label: 'to look at, not to send', kind: QuickPickItemKind.Separator }, ...drafts];
  const picked = await window.showQuickPick(items, { title: 'Export Letter', placeHolder: 'As what?' });
  return picked && 'format' in picked ? picked : undefined;
}
