import { type DeepPartial, EmptyFileSystem, eagerLoad, inject, type Module, URI } from 'langium';
import {
  createDefaultModule,
  createDefaultSharedModule,
  type LangiumServices,
  type PartialLangiumServices,
} from 'langium/lsp';
import type { Diagnostic } from 'vscode-languageserver';
import { LetterValidator } from '../../server/src/editor/diagnostics.js';
import { OpenLetters } from '../../server/src/editor/workspace/open-letters.js';
import { LmnGeneratedModule, LmnGeneratedSharedModule } from '../../server/src/language/generated/module.js';
import { lmnCoreModule } from '../../server/src/language/services.js';
import type { ShippedText } from '../../server/src/language/shipped-text.js';
import { Workspaces } from '../../server/src/editor/workspace/workspaces.js';

interface Letters {
  readonly letters: {
    readonly Workspaces: Workspaces;
    readonly Open: OpenLetters;
    readonly Validator: LetterValidator;
  };
}

/**
 * Langium's own builder and index with the same rules: nothing of ours decides what is read, kept, linked or checked, every file is a document, and
 * all are built at once from nothing.
 */
export class StockServer {
  private readonly shared = inject(createDefaultSharedModule(EmptyFileSystem), LmnGeneratedSharedModule);
  private readonly lmn;

  constructor(private readonly shipped: readonly ShippedText[]) {
    const { LangiumDocuments: documents } = this.shared.workspace;
    const letters: Module<LangiumServices & Letters, PartialLangiumServices & DeepPartial<Letters>> = {
      letters: {
        Workspaces: () => {
          const workspaces = new Workspaces();
          workspaces.open(['file:///workspace']);
          return workspaces;
        },
        Open: (services) => new OpenLetters(services.shared, services.letters.Workspaces),
        Validator: (services) =>
          new LetterValidator(services.letters.Open, (uri, { start, end }) => {
            const text = documents.getDocument(URI.parse(uri))?.textDocument;
            return text && { start: text.positionAt(start), end: text.positionAt(end) };
          }),
      },
      validation: { DocumentValidator: (services) => services.letters.Validator },
    };
    this.lmn = inject(createDefaultModule({ shared: this.shared }), LmnGeneratedModule, lmnCoreModule, letters);
    this.shared.ServiceRegistry.register(this.lmn);
    eagerLoad(this.lmn.letters);
  }

  /** The diagnostics of all files, by address. */
  async diagnose(files: ReadonlyMap<string, string>): Promise<Map<string, readonly Diagnostic[]>> {
    const {
      LangiumDocuments: documents,
      LangiumDocumentFactory: factory,
      DocumentBuilder: builder,
    } = this.shared.workspace;
    const old = documents.all.map(({ uri }) => uri).toArray();
    await builder.update([], old);
    for (const uri of old) this.lmn.letters.Workspaces.remove(uri.toString());
    for (const { uri, text } of this.shipped) documents.addDocument(factory.fromString(text, URI.parse(uri)));
    for (const [uri, text] of files) documents.addDocument(factory.fromString(text, URI.parse(uri)));
    await builder.build(documents.all.toArray(), { validation: true });
    return new Map(documents.all.map((document) => [document.uri.toString(), document.diagnostics ?? []]));
  }
}
