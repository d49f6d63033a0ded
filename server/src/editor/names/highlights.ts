import type { LangiumDocument } from 'langium';
import type { DocumentHighlightProvider } from 'langium/lsp';
import { type DocumentHighlight, DocumentHighlightKind, type DocumentHighlightParams } from 'vscode-languageserver';
import { bodyStartOf } from '../../language/body-start.js';
import { rangeOf } from '../../language/span.js';
import { rangeOfSpan } from '../places.js';
import type { LmnServices } from '../services.js';
import { UsesOfNames } from './uses-of-names.js';

/** Marks every place of the document that names what is under the cursor: in the head, where it is given, as written, in prose as read. */
export class LetterHighlights implements DocumentHighlightProvider {
  private readonly names: UsesOfNames;

  constructor(services: LmnServices) {
    this.names = new UsesOfNames(services);
  }

  getDocumentHighlight(document: LangiumDocument, params: DocumentHighlightParams): DocumentHighlight[] | undefined {
    const found = this.names.at(document, document.textDocument.offsetAt(params.position));
    if (!found) return undefined;
    const { use, context } = found;
    const bodyStart = bodyStartOf(context.file);
    return this.names.within(context, use.named).map(({ where }) => ({
      range: rangeOfSpan(context.file, where),
      kind: rangeOf(where).start < bodyStart ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
    }));
  }
}
