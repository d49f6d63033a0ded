import { Position, Range, Selection, type TextEditor, TextEditorRevealType, Uri, window, workspace } from 'vscode';

/** Somewhere in a file; positions as the protocol counts them. */
export interface Place {
  /** Text to put in first, where the line does not exist yet. */
  readonly insert?: { readonly line: number; readonly character: number; readonly text: string };
  /** What to select, after the insertion. */
  readonly start: { readonly line: number; readonly character: number };
  readonly end: { readonly line: number; readonly character: number };
}

/** Shows a place of a file: where the file is in sight already, else in the active column. */
export async function showPlace(place: Place & { readonly uri: string }): Promise<void> {
  const uri = Uri.parse(place.uri);
  const shown = window.visibleTextEditors.find(({ document }) => document.uri.toString() === uri.toString());
  const editor = await window.showTextDocument(await workspace.openTextDocument(uri), {
    ...(shown?.viewColumn !== undefined && { viewColumn: shown.viewColumn }),
  });
  await goToPlace(editor, place);
}

/** Selects a place of the editor's document, making its line first if need be. False where the document could not be changed. */
export async function goToPlace(editor: TextEditor, { insert, start, end }: Place): Promise<boolean> {
  if (insert) {
    const done = await editor.edit((edit) => {
      edit.insert(new Position(insert.line, insert.character), insert.text);
    });
    if (!done) return false;
  }
  const range = new Range(start.line, start.character, end.line, end.character);
  editor.selection = new Selection(range.start, range.end);
  editor.revealRange(range, TextEditorRevealType.InCenterIfOutsideViewport);
  return true;
}
