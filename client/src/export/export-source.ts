import { type TextDocument, Uri, window, workspace } from 'vscode';
import type { ExportPlace } from '../../../server/src/protocol/export.js';
import { showPlace } from '../go-to-place.js';

/** The letter that somebody has before them, in an editor or a preview. */
export interface ExportSource {
  readonly uri: string;
  /** For a template: the case that its preview shows it with. */
  readonly caseUri?: string;
  /** Shows a place of its files, beside the preview where there is one. */
  goTo(place: ExportPlace): Promise<void>;
}

/** The letter of the editor in which the command was clicked: in its title bar, its menu or above its first line; undefined where it was given otherwise. */
export function clickedLetter(clicked: unknown): ExportSource | undefined {
  if (!(clicked instanceof Uri || typeof clicked === 'string')) return undefined;
  const address = (typeof clicked === 'string' ? Uri.parse(clicked) : clicked).toString();
  return letterIn(workspace.textDocuments.find(({ uri }) => uri.toString() === address));
}

export function activeLetter(): ExportSource | undefined {
  return letterIn(window.activeTextEditor?.document);
}

function letterIn(document: TextDocument | undefined): ExportSource | undefined {
  return document?.languageId === 'lmn' ? { uri: document.uri.toString(), goTo: showPlace } : undefined;
}
