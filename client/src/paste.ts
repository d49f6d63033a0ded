import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { type PasteEdits, type PasteParams, pasteRequest } from '../../server/src/protocol/letters.js';
import { placedForPaste } from './paste-places.js';

/** The parts of VS Code 1.97 that this needs. Older ones have them too, for extensions of their makers: any other fails that calls them. */
interface PasteApi {
  readonly DocumentPasteEdit: new (insertText: string, title: string, kind: PasteKind) => PasteEdit;
  readonly DocumentDropOrPasteEditKind: { readonly Text: PasteKind };
  readonly languages: {
    readonly registerDocumentPasteEditProvider?: (
      selector: vscode.DocumentSelector,
      provider: PasteProvider,
      metadata: { readonly providedPasteEditKinds: readonly PasteKind[]; readonly pasteMimeTypes: readonly string[] },
    ) => vscode.Disposable;
  };
}

interface PasteKind {
  append(...parts: string[]): PasteKind;
}

interface PasteEdit {
  additionalEdit?: vscode.WorkspaceEdit;
}

interface PasteProvider {
  provideDocumentPasteEdits(
    document: vscode.TextDocument,
    ranges: readonly vscode.Range[],
    data: vscode.DataTransfer,
    context: unknown,
    token: vscode.CancellationToken,
  ): Promise<PasteEdit[] | undefined>;
}

/** Asks the server how a pasted text is to be put in. Nothing where VS Code has no such thing yet: then a quick fix does it afterwards. */
export function providePasteEdits(currentClient: () => BaseLanguageClient | undefined): vscode.Disposable[] {
  if (!isForEverybody(vscode.version)) return [];
  const { DocumentPasteEdit, DocumentDropOrPasteEditKind, languages } = vscode as unknown as Partial<PasteApi>;
  if (!DocumentPasteEdit || !DocumentDropOrPasteEditKind || !languages?.registerDocumentPasteEditProvider) return [];
  const kind = DocumentDropOrPasteEditKind.Text.append('lmn');
  const provider: PasteProvider = {
    async provideDocumentPasteEdits(document, ranges, data, _, token) {
      const [range, ...others] = ranges;
      const client = currentClient();
      const text = await data.get(plainText)?.asString();
      if (!range || others.length > 0 || !client?.isRunning() || !text) return undefined;
      const uri = document.uri.toString();
      const params: PasteParams = { uri, range: { start: range.start, end: range.end }, text };
      const made = await client.sendRequest<PasteEdits | null>(pasteRequest, params, token);
      if (!made) return undefined;
      const { lineCount } = document;
      const placed = placedForPaste(made, params.range, { lineCount, textOf: (line) => document.lineAt(line).text });
      const edit = new DocumentPasteEdit(placed.text, 'Into the letter', kind);
      if (placed.edits.length > 0) {
        edit.additionalEdit = new vscode.WorkspaceEdit();
        for (const { range: where, newText } of placed.edits) {
          const place = new vscode.Range(where.start.line, where.start.character, where.end.line, where.end.character);
          edit.additionalEdit.replace(document.uri, place, newText);
        }
      }
      return [edit];
    },
  };
  return [
    languages.registerDocumentPasteEditProvider({ language: 'lmn' }, provider, {
      providedPasteEditKinds: [kind],
      pasteMimeTypes: [plainText],
    }),
  ];
}

/** Whether a VS Code, such as `1.97.0`, lets any extension edit what is pasted. */
function isForEverybody(version: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major > 1 || (major === 1 && minor >= 97);
}

const plainText = 'text/plain';
