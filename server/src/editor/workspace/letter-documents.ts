import {
  type Cancellation,
  DefaultLangiumDocumentFactory,
  type LangiumDocument,
  type LangiumSharedCoreServices,
} from 'langium';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { ShippedText } from '../../language/workspace.js';
import { largestFile, type WorkspaceFiles } from './workspace-files.js';

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

  protected override async getUpdatedText(
    document: LangiumDocument,
    open: TextDocument | undefined,
    token: Cancellation.CancellationToken,
  ): Promise<string> {
    const ships = open ? undefined : this.shipped.get(document.uri.toString());
    const text = ships ?? (await super.getUpdatedText(document, open, token));
    const isTooLarge = text.length > largestFile;
    if (open) this.files().setTooLarge(document.uri.toString(), isTooLarge);
    return isTooLarge ? '' : text;
  }
}
