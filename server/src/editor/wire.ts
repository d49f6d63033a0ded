import { eagerLoad, inject, type LangiumSharedCoreServices, type Module } from 'langium';
import {
  createDefaultModule,
  createDefaultSharedModule,
  type DefaultSharedModuleContext,
  type LangiumSharedServices,
  type PartialLangiumServices,
  type PartialLangiumSharedServices,
} from 'langium/lsp';
import { LmnGeneratedModule, LmnGeneratedSharedModule } from '../language/generated/module.js';
import { createParser } from '../language/parse.js';
import { lmnCoreModule } from '../language/services.js';
import { type ShippedText, Workspace } from '../language/workspace.js';
import { showRuleCommand } from '../protocol.js';
import { Background } from './background.js';
import { ClientCommands } from './client-commands.js';
import type { Clock } from './clock.js';
import { LetterCodeActions } from './actions/code-actions.js';
import { LetterCompletion } from './completion/completion.js';
import { LetterValidator } from './diagnostics.js';
import { LetterFormatter } from './formatter.js';
import { LetterLanguageServer } from './language-server.js';
import { LetterDocumentBuilder } from './workspace/letter-builder.js';
import { LetterDocumentFactory } from './workspace/letter-documents.js';
import { LetterUpdateHandler } from './workspace/letter-updates.js';
import { LetterFileRenames } from './names/file-renames.js';
import { navigation } from './navigation.js';
import { OpenLetters } from './workspace/open-letters.js';
import { rangeIn as placeIn } from './places.js';
import { ProgressReports } from './progress.js';
import { rulePageCommand } from './rule-pages.js';
import type { LetterServices, LmnLanguageServer, LmnServices } from './services.js';
import { WorkspaceConfig } from './workspace/workspace-config.js';
import { WorkspaceFiles } from './workspace/workspace-files.js';
import { LetterWorkspaceSymbols } from './workspace-symbols.js';
import { LetterWorkspaceManager } from './workspace/workspace-manager.js';

/** Wires the language server. `shipped` are the standard vocabulary and the templates that every workspace has. */
export function createLmnServices(
  context: DefaultSharedModuleContext,
  shipped: readonly ShippedText[],
  today: Clock,
): LmnLanguageServer {
  // The shared services come first and reach the letters' own through the registry, when they are first used.
  const background = new Background(context.connection);
  const letters = (): LetterServices['letters'] => lmn.letters;
  const shared = inject(
    createDefaultSharedModule(context),
    LmnGeneratedSharedModule,
    sharedModule(shipped, background, letters, () => lmn),
  );
  const lmn: LmnServices = inject(
    createDefaultModule({ shared }),
    LmnGeneratedModule,
    lmnCoreModule,
    letterModule(today, background),
  );
  shared.ServiceRegistry.register(lmn);
  shared.lsp.LanguageServer.onInitialize((params) => {
    lmn.letters.Client.read(params.initializationOptions);
    lmn.letters.Progress.read(params);
  });
  eagerLoad(lmn.letters); // they listen to the builder from the first document on
  if (!context.connection)
    background.run('Beginning without an editor', () => shared.workspace.ConfigurationProvider.initialized({}));
  return { shared, lmn };
}

const letterModule = (
  today: Clock,
  background: Background,
): Module<LmnServices, PartialLangiumServices & LetterServices> => ({
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
      const { Open, Config, Client } = services.letters;
      const manager = services.shared.workspace.WorkspaceManager;
      return new LetterValidator(
        Open,
        (uri, range) => rangeIn(services, uri, range),
        (uri) => Config.severitiesFor(uri),
        () => !(manager instanceof LetterWorkspaceManager) || manager.complete,
        (rule) => (Client.has(showRuleCommand) ? rulePageCommand(rule) : undefined),
      );
    },
    Today: () => today,
    Background: () => background,
    Client: () => new ClientCommands(),
    Progress: (services) => new ProgressReports(services.shared.lsp.Connection),
  },
  validation: { DocumentValidator: (services) => services.letters.Validator },
  lsp: {
    CodeActionProvider: (services) => new LetterCodeActions(services),
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
function rangeIn({ letters }: LmnServices, uri: string, range: { start: number; end: number }) {
  const file = letters.Workspace.get(uri);
  return file && placeIn(file, range);
}

function sharedModule(
  shipped: readonly ShippedText[],
  background: Background,
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
      LangiumDocumentFactory: (services) => new LetterDocumentFactory(services, () => letters().Files, shipped),
      DocumentBuilder: (services) =>
        new LetterDocumentBuilder(
          services,
          () => letters().Open,
          () => letters().Files,
          (uris) => {
            const { WorkspaceManager: manager } = services.workspace;
            if (manager instanceof LetterWorkspaceManager) manager.readBehind(uris);
          },
        ),
      WorkspaceManager: (services: LangiumSharedCoreServices) =>
        new LetterWorkspaceManager(services, shipped, () => letters().Files, background),
    },
  };
}
