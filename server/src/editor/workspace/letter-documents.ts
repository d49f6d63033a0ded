import {
  type Cancellation,
  DefaultLangiumDocumentFactory,
  DefaultLangiumDocuments,
  type LangiumDocument,
  type LangiumSharedCoreServices,
  type URI,
} from 'langium';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { ShippedText } from '../../language/shipped-text.js';
import { isTooLarge } from '../../workspace/letter-text.js';
import { isLetterFile, type WorkspaceFiles } from './workspace-files.js';

/** Makes documents of open letters. One that is far too long to be a letter is held without its text, so that the others need not wait for it. */
export class LetterDocumentFactory extends DefaultLangiumDocumentFactory {
  private readonly shipped: ReadonlyMap<string, string>;

  constructor(
    services: LangiumSharedCoreServices,
    private readonly files: () => WorkspaceFiles,
    shipped: readonly ShippedText[],
  ) {
    super(services);
    this.shipped = new Map(shipped.map(({ uri, text }) => [uri, text]));
  }

  protected override async getUpdatedText(document: LangiumDocument, open: TextDocument | undefined): Promise<string> {
    const ships = open ? undefined : this.shipped.get(document.uri.toString());
    // A document that is not open was closed a moment ago, and is let go by the next update.
    const text = ships ?? (open ? open.getText() : await this.getInitialText(document.uri));
    const isLeftAlone = isTooLarge(text);
    if (open) this.files().setTooLarge(document.uri.toString(), isLeftAlone);
    return isLeftAlone ? '' : text;
  }

  /** The text of a closed letter, for those who ask about it. One that is not there, or cannot be read, has nothing in it. */
  protected override async getInitialText(uri: URI): Promise<string> {
    return isLetterFile(uri) ? ((await this.files().textOf(uri.toString())) ?? '') : '';
  }
}

/** The open letters and what ships. A closed letter is a document for the one request that asks about it, and then nobody's. */
export class LetterDocuments extends DefaultLangiumDocuments {
  override async getOrCreateDocument(uri: URI, token?: Cancellation.CancellationToken): Promise<LangiumDocument> {
    return this.getDocument(uri) ?? (await this.langiumDocumentFactory.fromUri(uri, token));
  }
}
