import { EmptyFileSystem, eagerLoad, inject, type LangiumSharedCoreServices, type Module, UriUtils } from 'langium';
import {
  createDefaultModule,
  createDefaultSharedModule,
  type LangiumSharedServices,
  type PartialLangiumServices,
  type PartialLangiumSharedServices,
} from 'langium/lsp';
import type { Connection } from 'vscode-languageserver';
import { noCodeLists } from '../knowledge/code-list.js';
import { LmnGeneratedModule, LmnGeneratedSharedModule } from '../language/generated/module.js';
import { createParser } from '../language/parse.js';
import { lmnCoreModule } from '../language/services.js';
import type { ShippedText } from '../language/shipped-text.js';
import { showRuleCommand } from '../protocol/commands.js';
import { Background } from './background.js';
import { ClientCommands } from './client-commands.js';
import type { Clock } from './clock.js';
import { LetterCodeActions } from './actions/code-actions.js';
import { LetterCompletion } from './completion/completion.js';
import { LetterValidator } from './diagnostics.js';
import { LaterDictionary } from './later-dictionary.js';
import { LetterFormatter } from './formatter.js';
import { LetterLanguageServer } from './language-server.js';
import { LetterDocumentBuilder } from './workspace/letter-builder.js';
import { LetterDocumentFactory, LetterDocuments } from './workspace/letter-documents.js';
import { LetterLock } from './workspace/letter-lock.js';
import { LetterUpdateHandler } from './workspace/letter-updates.js';
import { LetterFileRenames } from './names/file-renames.js';
import { navigation } from './navigation.js';
import { OneLanguage } from './one-language.js';
import { OpenLetters } from './workspace/open-letters.js';
import { rangeIn as placeIn } from './places.js';
import { ProgressReports } from './progress.js';
import { rulePageCommand } from './rule-pages.js';
import type { LetterServices, LmnLanguageServer, LmnServices, ServerContext } from './services.js';
import { WorkspaceConfig } from './workspace/workspace-config.js';
import { WorkspaceFiles } from './workspace/workspace-files.js';
import { LetterWorkspaceSymbols } from './workspace-symbols.js';
import { LetterWorkspaceManager } from './workspace/workspace-manager.js';
import { Workspaces } from './workspace/workspaces.js';

/** Wires the language server. `shipped` are the standard vocabulary and the templates that every workspace has. */
export function createLmnServices(
  context: ServerContext,
  shipped: readonly ShippedText[],
  today: Clock,
): LmnLanguageServer {
  // The shared services come first and reach the letters' own through the registry, when they are first used.
  const background = new Background(context.connection);
  const letters = (): LetterServices['letters'] => lmn.letters;
  const shared = inject(
    // Whatever is read of a workspace is read through the port.
    createDefaultSharedModule({
      ...EmptyFileSystem,
      ...(context.connection && {
        connection: connectionFor(context.connection, background),
      }),
    }),
    LmnGeneratedSharedModule,
    sharedModule(shipped, background, letters, () => lmn),
  );
  const lmn: LmnServices = inject(
    createDefaultModule({ shared }),
    LmnGeneratedModule,
    lmnCoreModule,
    letterModule(today, background, context),
  );
  shared.ServiceRegistry.register(lmn);
  shared.lsp.LanguageServer.onInitialize((params) => {
    lmn.letters.Client.read(params.initializationOptions);
    lmn.letters.Client.readCapabilities(params.capabilities);
    lmn.letters.Progress.read(params);
  });
  eagerLoad(lmn.letters); // they listen to the builder from the first document on
  if (!context.connection)
    background.run('Beginning without an editor', () => shared.workspace.ConfigurationProvider.initialized({}));
  return { shared, lmn };
}

/**
 * The connection for Langium, which lets go of the promises of the findings that it sends: where one cannot be sent, that is told. Findings go to a file
 * by the address that the client opened it with: of `a+b` and `a%2Bb`, which are one file, some clients know only their own.
 */
function connectionFor(connection: Connection, background: Background): Connection {
  const openedAs = new Map<string, string>();
  const onDidOpenTextDocument: Connection['onDidOpenTextDocument'] = (handler) =>
    connection.onDidOpenTextDocument((params) => {
      const { uri } = params.textDocument;
      const usual = UriUtils.normalize(uri);
      if (usual !== uri) openedAs.set(usual, uri);
      return handler(params);
    });
  const sendDiagnostics: Connection['sendDiagnostics'] = (params) => {
    const uri = openedAs.get(params.uri) ?? params.uri;
    background.run('Sending findings', () => connection.sendDiagnostics({ ...params, uri }));
    return Promise.resolve();
  };
  return Object.assign(Object.create(connection) as Connection, { onDidOpenTextDocument, sendDiagnostics });
}

const letterModule = (
  today: Clock,
  background: Background,
  { files: port, codes, words }: ServerContext,
): Module<LmnServices, PartialLangiumServices & LetterServices> => ({
  letters: {
    Port: () => port,
    Workspaces: ({ letters }) => new Workspaces((root) => codes?.listsOf(root) ?? noCodeLists, letters.Dictionary),
    Dictionary: () => words && new LaterDictionary(words, background),
    Files: (services) => new WorkspaceFiles(port, createParser(services), services.letters.Workspaces),
    Open: (services) => new OpenLetters(services.shared, services.letters.Workspaces),
    Config: ({ letters }) => new WorkspaceConfig(port, (uri) => letters.Workspaces.rootOf(uri)),
    Validator: (services) => {
      const { Open, Config, Client } = services.letters;
      const manager = services.shared.workspace.WorkspaceManager;
      return new LetterValidator(
        Open,
        (uri, range) => rangeIn(services, uri, range),
        (uri) => Config.settingsFor(uri),
        () => !(manager instanceof LetterWorkspaceManager) || manager.complete,
        (rule) => (Client.has(showRuleCommand) ? rulePageCommand(rule) : undefined),
        (uri) => Config.load(uri),
        (uri) => Config.knownIn(uri),
        () => services.letters.Dictionary?.lookUpAsked() ?? Promise.resolve(false),
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
  const file = letters.Workspaces.get(uri);
  return file && placeIn(file, range);
}

function managerOf({ workspace }: LangiumSharedCoreServices): LetterWorkspaceManager {
  const { WorkspaceManager: manager } = workspace;
  if (!(manager instanceof LetterWorkspaceManager)) throw new Error('The workspace has another manager.');
  return manager;
}

function sharedModule(
  shipped: readonly ShippedText[],
  background: Background,
  letters: () => LetterServices['letters'],
  language: () => LmnServices,
): Module<LangiumSharedServices, PartialLangiumSharedServices> {
  return {
    ServiceRegistry: (services) => new OneLanguage(services),
    lsp: {
      DocumentUpdateHandler: (services) =>
        new LetterUpdateHandler(
          services,
          () => letters().Files,
          (uri) => {
            managerOf(services).judge(uri);
          },
          background,
        ),
      LanguageServer: (services) => new LetterLanguageServer(services, background),
      WorkspaceSymbolProvider: () => new LetterWorkspaceSymbols(() => letters().Workspaces.all()),
      FileOperationHandler: () => new LetterFileRenames(language),
    },
    workspace: {
      WorkspaceLock: () => new LetterLock(background),
      LangiumDocuments: (services: LangiumSharedCoreServices) => new LetterDocuments(services),
      LangiumDocumentFactory: (services) => new LetterDocumentFactory(services, () => letters().Files, shipped),
      DocumentBuilder: (services) =>
        new LetterDocumentBuilder(
          services,
          () => letters().Open,
          () => letters().Files,
          (changed) => {
            managerOf(services).readBehind(changed);
          },
          (uri) => {
            managerOf(services).readIfCounts(uri);
          },
          background,
        ),
      WorkspaceManager: (services: LangiumSharedCoreServices) =>
        new LetterWorkspaceManager(services, shipped, () => {
          const { Port: port, Files: files, Workspaces: workspaces, Config: config } = letters();
          return { port, files, workspaces, config, background };
        }),
    },
  };
}
