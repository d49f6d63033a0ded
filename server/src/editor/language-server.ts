import { DefaultLanguageServer, type LangiumSharedServices } from 'langium/lsp';
import {
  DidChangeConfigurationNotification,
  type InitializedParams,
  type InitializeParams,
  type InitializeResult,
} from 'vscode-languageserver';
import { codeActionKinds } from './actions/code-actions.js';
import type { Background } from './background.js';

/** Langium's language server, which knows nothing of selection ranges; `start.ts` answers them. */
export class LetterLanguageServer extends DefaultLanguageServer {
  constructor(
    services: LangiumSharedServices,
    private readonly background: Background,
  ) {
    super(services);
  }

  protected override buildInitializeResult(params: InitializeParams): InitializeResult {
    const result = super.buildInitializeResult(params);
    return {
      ...result,
      capabilities: {
        ...result.capabilities,
        selectionRangeProvider: true,
        codeActionProvider: { codeActionKinds },
        workspace: {
          ...result.capabilities.workspace,
          workspaceFolders: { supported: true, changeNotifications: true },
        },
      },
    };
  }

  /** In place of the stock one, which tells of a failure with its message. None of it is waited for: messages come in the meantime. */
  protected override fireInitializedOnDefaultServices(params: InitializedParams): void {
    const { lsp, workspace } = this.services;
    const connection = lsp.Connection;
    this.background.run('Beginning with the settings', () =>
      workspace.ConfigurationProvider.initialized({
        ...params,
        ...(connection && {
          register: (options) => {
            this.background.run('Following the settings', () =>
              connection.client.register(DidChangeConfigurationNotification.type, options),
            );
          },
          // Without an answer the usual settings hold: who asks for one would wait for ever.
          fetchConfiguration: (items) =>
            connection.workspace.getConfiguration(items).catch((error: unknown) => {
              this.background.failed('Asking for the settings', error);
              return [];
            }),
        }),
      }),
    );
    this.background.run('Starting', () => workspace.WorkspaceManager.initialized(params));
  }
}
