import { DefaultIndexManager, DefaultWorkspaceManager, inject, type LangiumDocument, type LangiumSharedCoreServices, type Module, URI } from 'langium';
import {
  createDefaultModule,
  createDefaultSharedModule,
  type DefaultSharedModuleContext,
  type LangiumServices,
  type LangiumSharedServices,
  type PartialLangiumServices,
  type PartialLangiumSharedServices,
} from 'langium/lsp';
import type { WorkspaceFolder } from 'vscode-languageserver';
import { LmnGeneratedModule, LmnGeneratedSharedModule } from '../language/generated/module.js';
import { isCaseHeader, type LmnFile } from '../language/generated/ast.js';
import { lmnCoreModule } from '../language/services.js';
import { LetterCodeActions } from './code-actions.js';
import { LetterValidator } from './diagnostics.js';
import { OpenLetters } from './open-letters.js';

/** A file that ships with the program: its address has the scheme `lmn-shipped:`. */
export interface ShippedText {
  readonly uri: string;
  readonly text: string;
}

interface LetterServices {
  readonly letters: { readonly OpenLetters: OpenLetters; readonly Validator: LetterValidator };
}

export type LmnServices = LangiumServices & LetterServices;

export interface LmnLanguageServer {
  readonly shared: LangiumSharedServices;
  readonly lmn: LmnServices;
}

/** Wires the language server. `shipped` are the standard vocabulary and the templates that every workspace has. */
export function createLmnServices(context: DefaultSharedModuleContext, shipped: readonly ShippedText[]): LmnLanguageServer {
  const shared = inject(createDefaultSharedModule(context), LmnGeneratedSharedModule, sharedModule(shipped));
  const lmn = inject(createDefaultModule({ shared }), LmnGeneratedModule, lmnCoreModule, letterModule);
  shared.ServiceRegistry.register(lmn);
  if (!context.connection) shared.workspace.ConfigurationProvider.initialized({});
  return { shared, lmn };
}

const letterModule: Module<LmnServices, PartialLangiumServices & LetterServices> = {
  letters: {
    OpenLetters: (services) => new OpenLetters(services.shared),
    Validator: (services) => new LetterValidator(services.letters.OpenLetters, (uri, range) => rangeIn(services.shared, uri, range)),
  },
  validation: { DocumentValidator: (services) => services.letters.Validator },
  lsp: { CodeActionProvider: (services) => new LetterCodeActions(services.letters.Validator) },
};

function rangeIn(shared: LangiumSharedCoreServices, uri: string, range: { start: number; end: number }) {
  const document = shared.workspace.LangiumDocuments.getDocument(URI.parse(uri))?.textDocument;
  return document && { start: document.positionAt(range.start), end: document.positionAt(range.end) };
}

function sharedModule(shipped: readonly ShippedText[]): Module<LangiumSharedServices, PartialLangiumSharedServices> {
  return {
    workspace: {
      IndexManager: (services) => new LetterIndex(services),
      WorkspaceManager: (services) => new LetterWorkspaceManager(services, shipped),
    },
  };
}

/** A letter depends on every vocabulary and template in reach, whether or not a cross-reference says so. */
class LetterIndex extends DefaultIndexManager {
  override isAffected(document: LangiumDocument, changedUris: Set<string>): boolean {
    if (super.isAffected(document, changedUris)) return true;
    return [...changedUris].some((uri) => {
      const changed = this.documents.getDocument(URI.parse(uri))?.parseResult.value as LmnFile | undefined;
      return changed === undefined || !isCaseHeader(changed.header);
    });
  }
}

class LetterWorkspaceManager extends DefaultWorkspaceManager {
  private readonly documents;

  constructor(
    services: LangiumSharedCoreServices,
    private readonly shipped: readonly ShippedText[],
  ) {
    super(services);
    this.documents = services.workspace.LangiumDocumentFactory;
  }

  protected override loadAdditionalDocuments(_folders: WorkspaceFolder[], collector: (document: LangiumDocument) => void): Promise<void> {
    for (const { uri, text } of this.shipped) collector(this.documents.fromString(text, URI.parse(uri)));
    return Promise.resolve();
  }
}
