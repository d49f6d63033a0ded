import { DocumentState } from 'langium';
import { createServerRequestHandler } from 'langium/lsp';
import type { CancellationToken, Connection, TextDocumentIdentifier } from 'vscode-languageserver';
import { pasteIntoHead } from '../fixes/paste.js';
import { rangeOf } from '../language/span.js';
import { isShipped } from '../language/shipped-text.js';
import { type PasteEdits, type PasteParams, pasteRequest } from '../protocol/letters.js';
import { rangeIn } from './places.js';
import type { LmnLanguageServer } from './services.js';

/** Answers how a text that is pasted into a letter is to be put in. */
export function addPasteRequest(connection: Connection, server: LmnLanguageServer): void {
  const paste = createServerRequestHandler<PasteParams & { textDocument: TextDocumentIdentifier }, PasteEdits, never>(
    (_, document, { range, text }): PasteEdits | null => {
      if (isShipped(document.uri.toString())) return null;
      const { textDocument } = document;
      const subject = server.lmn.letters.Open.subjectOf(document);
      const pasted = pasteIntoHead(subject, textDocument.offsetAt(range.start), textDocument.offsetAt(range.end), text);
      if (!pasted) return null;
      const edits = pasted.edits.map((edit) => ({
        range: rangeIn(subject.file, rangeOf(edit.where)),
        newText: edit.text,
      }));
      return { text: pasted.text, edits };
    },
    server.shared,
    DocumentState.ComputedScopes,
  );
  connection.onRequest(pasteRequest, (params: PasteParams, token: CancellationToken) =>
    paste({ ...params, textDocument: { uri: params.uri } }, token),
  );
}
