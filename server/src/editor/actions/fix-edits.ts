import type { Command, TextEdit, WorkspaceEdit } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { FileRange } from '../../language/span.js';
import { readLines } from '../../language/lines.js';
import type { SourceFile } from '../../language/source-file.js';
import { isShipped } from '../../language/shipped-text.js';
import { applyEdits } from '../../fixes/fix-all.js';
import { selectCommand } from '../../protocol/commands.js';
import type { ClientCommands } from '../client-commands.js';
import { rangeIn } from '../places.js';
import type { Workspaces } from '../workspace/workspaces.js';

export interface PlacedEdit {
  readonly range: FileRange;
  readonly text: string;
}

/** Turns the edits of fixes into those of the protocol. */
export class FixEdits {
  constructor(
    private readonly workspaces: Pick<Workspaces, 'get'>,
    private readonly client: ClientCommands,
  ) {}

  /** Undefined where an edit is of a file that ships, or that is not there: then none of them may be made. `file` is the one being edited. */
  toWorkspaceEdit(edits: readonly PlacedEdit[], file: SourceFile): WorkspaceEdit | undefined {
    const changes: Record<string, TextEdit[]> = {};
    for (const { range, text } of edits) {
      const home = range.uri === file.uri ? file : this.workspaces.get(range.uri);
      if (!home || isShipped(range.uri)) return undefined;
      (changes[range.uri] ??= []).push({ range: rangeIn(home, range), newText: text });
    }
    return { changes };
  }

  /** What puts the cursor on the first bracket that the edits leave for the writer; undefined where there is none, or the editor cannot. */
  selectFirstBlank(edits: readonly PlacedEdit[], file: SourceFile): Command | undefined {
    const own = edits.filter(({ range }) => range.uri === file.uri).sort((a, b) => a.range.start - b.range.start);
    if (!this.client.has(selectCommand)) return undefined;
    for (const [index, { range, text }] of own.entries()) {
      const blank = firstBracket(text);
      if (!blank) continue;
      // Only what stands before it moves it.
      const before = applyEdits(file.text.slice(0, range.start), own.slice(0, index));
      const start = before.length + blank.start;
      const after = TextDocument.create(file.uri, 'lmn', 0, applyEdits(file.text, own));
      const selected = { start: after.positionAt(start), end: after.positionAt(before.length + blank.end) };
      return { title: 'Select what to write', command: selectCommand, arguments: [file.uri, selected] };
    }
    return undefined;
  }
}

function firstBracket(text: string): { start: number; end: number } | undefined {
  for (const line of readLines(text)) {
    const found = /\[[^\]]*\]/.exec(text.slice(line.start, line.end));
    if (found) return { start: line.start + found.index, end: line.start + found.index + found[0].length };
  }
  return undefined;
}
