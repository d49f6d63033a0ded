import { type TextDocument, type TextEditor, type ViewColumn, window } from 'vscode';
import type { Background } from '../background.js';

/**
 * Milliseconds. VS Code asks a webview four times a second whether it has the focus, so that it learns of a click up to that late, and on a slow machine
 * later still.
 */
const newsComesLate = 2000;

/**
 * Shows the text to somebody who has clicked on a webview and goes on typing. Should VS Code learn of that click only after the editor is shown, it gives the
 * focus back to the webview, and what is typed is lost: then the editor is shown once more.
 */
export class EditorAfterClick {
  private stopWatching: (() => void) | undefined;

  constructor(private readonly background: Background) {}

  /** `clicked` is the column of the webview: whoever goes to another one is not called back. */
  async show(document: TextDocument, viewColumn: ViewColumn, clicked: ViewColumn | undefined): Promise<TextEditor> {
    this.dispose();
    const editor = await window.showTextDocument(document, { viewColumn });
    this.dispose();
    const keepFocus = (): void => {
      if (window.tabGroups.activeTabGroup.viewColumn !== clicked || clicked === editor.viewColumn) return;
      this.dispose();
      this.background.run(window.showTextDocument(document, { viewColumn }));
    };
    const changes = window.tabGroups.onDidChangeTabGroups(keepFocus);
    const end = setTimeout(() => {
      this.dispose();
    }, newsComesLate);
    this.stopWatching = () => {
      clearTimeout(end);
      changes.dispose();
    };
    // The news can have come while the editor was being shown.
    keepFocus();
    return editor;
  }

  dispose(): void {
    this.stopWatching?.();
    this.stopWatching = undefined;
  }
}
