import type { LangiumDocument } from 'langium';
import type { Formatter } from 'langium/lsp';
import type { DocumentRangeFormattingParams, TextEdit } from 'vscode-languageserver';
import { formatFile, type FormatContext, type FormatRange } from '../format/format-file.js';
import { isShipped } from '../language/shipped-text.js';
import { placeIn } from './diagnostics.js';
import type { OpenLetters } from './workspace/open-letters.js';

/** Lays out the head of a document; its prose is the writer's. The editor's own settings for indentation do not count. */
export class LetterFormatter implements Formatter {
  /** Nothing moves while somebody types. */
  readonly formatOnTypeOptions = undefined;

  constructor(
    private readonly letters: OpenLetters,
    private readonly parse: FormatContext['parse'],
  ) {}

  formatDocument(document: LangiumDocument): TextEdit[] {
    return this.format(document);
  }

  formatDocumentRange(document: LangiumDocument, { range }: DocumentRangeFormattingParams): TextEdit[] {
    const { textDocument } = document;
    return this.format(document, { start: textDocument.offsetAt(range.start), end: textDocument.offsetAt(range.end) });
  }

  formatDocumentOnType(): TextEdit[] {
    return [];
  }

  private format(document: LangiumDocument, range?: FormatRange): TextEdit[] {
    if (isShipped(document.uri.toString())) return [];
    const place = placeIn(document);
    const context = { parse: this.parse, workspace: this.letters.workspaceOf(document) };
    return formatFile(this.letters.fileOf(document), context, range).map((edit) => ({
      range: place(edit),
      newText: edit.text,
    }));
  }
}
