import { eagerLoad, inject, type LangiumSharedCoreServices, type Module, URI } from 'langium';
import {
  createDefaultModule,
  createDefaultSharedModule,
  type DefaultSharedModuleContext,
  type LangiumServices,
  type LangiumSharedServices,
  type PartialLangiumServices,
  type PartialLangiumSharedServices,
} from 'langium/lsp';
import { LmnGeneratedModule, LmnGeneratedSharedModule } from '../language/generated/module.js';
import { createParser } from '../language/parse.js';
import { lmnCoreModule } from '../language/services.js';
import { type ShippedText, Workspace } from '../language/workspace.js';
import type { Clock } from './clock.js';
import { LetterCodeActions } from './code-actions.js';
import { LetterCompletion } from './completion.js';
import { LetterValidator } from './diagnostics.js';
import { LetterFormatter } from './formatter.js';
import { LetterLanguageServer } from './language-server.js';
import { LetterDocumentBuilder } from './letter-builder.js';
import { LetterUpdateHandler } from './letter-updates.js';
import { LetterFileRenames } from './file-renames.js';
import { navigation } from './navigation.js';
import { OpenLetters } from './open-letters.js';
import { WorkspaceConfig } from './workspace-config.js';
import { WorkspaceFiles } from './workspace-files.js';
import { LetterWorkspaceSymbols } from './workspace-symbols.js';
import { LetterWorkspaceManager } from './workspace-manager.js';

/** What the providers share beyond Langium's own services. */
interface LetterServices {
  readonly letters: {
    readonly Workspace: Workspace;
    readonly Files: WorkspaceFiles;
    readonly Open: OpenLetters;
    readonly Validator: LetterValidator;
    readonly Today: Clock;
    readonly Config: WorkspaceConfig;
  };
}

export type LmnServices = LangiumServices & LetterServices;

export interface LmnLanguageServer {
  readonly shared: LangiumSharedServices;
  readonly lmn: LmnServices;
}

/** Wires the language server. `shipped` are the standard vocabulary and the templates that every workspace has. */
export function createLmnServices(
  context: DefaultSharedModuleContext,
  shipped: readonly ShippedText[],
  today: Clock,
): LmnLanguageServer {
  // The shared services come first and reach the letters' own through the registry, when they are first used.
  const letters = (): LetterServices['letters'] => lmn.letters;
  const shared = inject(
    createDefaultSharedModule(context),
    LmnGeneratedSharedModule,
    sharedModule(shipped, letters, () => lmn),
  );
  const lmn: LmnServices = inject(
    createDefaultModule({ shared }),
    LmnGeneratedModule,
    lmnCoreModule,
    letterModule(today),
  );
  shared.ServiceRegistry.register(lmn);
  eagerLoad(lmn.letters); // they listen to the builder from the first document on
  if (!context.connection) void shared.workspace.ConfigurationProvider.initialized({});
  return { shared, lmn };
}

const letterModule = (today: Clock): Module<LmnServices, PartialLangiumServices & LetterServices> => ({
  letters: {
    Workspace: () => new Workspace(),
    Files: (services) =>
      new WorkspaceFiles(
        services.shared.workspace.FileSystemProvider,
        createParser(services),
        services.letters.Workspace,
      ),
    Open: (services) => new OpenLetters(services.shared, services.letters.Workspace),
    Config: (services) => {
      const { WorkspaceManager: manager, FileSystemProvider: files } = services.shared.workspace;
      return new WorkspaceConfig(files, () => (manager.workspaceFolders ?? []).map((folder) => folder.uri));
    },
    Validator: (services) => {
      const { Open, Config } = services.letters;
      const manager = services.shared.workspace.WorkspaceManager;
      return new LetterValidator(
        Open,
        (uri, range) => rangeIn(services, uri, range),
        (uri) => Config.severitiesFor(uri),
        () => !(manager instanceof LetterWorkspaceManager) || manager.complete,
      );
    },
    Today: () => today,
  },
  validation: { DocumentValidator: (services) => services.letters.Validator },
  lsp: {
    CodeActionProvider: (services) => new LetterCodeActions(services.letters.Validator),
    CompletionProvider: (services) => {
      const completion = new LetterCompletion(
        services.letters.Open,
        services.letters.Validator,
        services.letters.Today,
      );
      services.shared.lsp.LanguageServer.onInitialize(({ capabilities }) => completion.setCapabilities(capabilities));
      return completion;
    },
    Formatter: (services) => new LetterFormatter(services.letters.Open, createParser(services)),
    ...navigation,
  },
});

/** A range in any file that letters are made of, open or not. */
function rangeIn(services: LmnServices, uri: string, range: { start: number; end: number }) {
  const { LangiumDocuments, LangiumDocumentFactory } = services.shared.workspace;
  const address = URI.parse(uri);
  const text = services.letters.Workspace.get(uri)?.text;
  const document =
    LangiumDocuments.getDocument(address)?.textDocument ??
    (text === undefined ? undefined : LangiumDocumentFactory.fromString(text, address).textDocument);
  return document && { start: document.positionAt(range.start), end: document.positionAt(range.end) };
}

function sharedModule(
  shipped: readonly ShippedText[],
  letters: () => LetterServices['letters'],
  language: () => LmnServices,
): Module<LangiumSharedServices, PartialLangiumSharedServices> {
  return {
    lsp: {
      DocumentUpdateHandler: (services) => new LetterUpdateHandler(services, () => letters().Files),
      LanguageServer: (services) => new LetterLanguageServer(services),
      WorkspaceSymbolProvider: () => new LetterWorkspaceSymbols(() => letters().Workspace),
      FileOperationHandler: () => new LetterFileRenames(language),
    },
    workspace: {
      DocumentBuilder: (services) =>
        new LetterDocumentBuilder(
          services,
          () => letters().Open,
          () => letters().Files,
        ),
      WorkspaceManager: (services: LangiumSharedCoreServices) =>
        new LetterWorkspaceManager(services, shipped, () => letters().Files),
    },
  };
}
