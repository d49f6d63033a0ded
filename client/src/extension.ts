import { commands, type ExtensionContext, type LogOutputChannel, window, workspace } from 'vscode';
import {
  LanguageClient,
  type LanguageClientOptions,
  RevealOutputChannelOn,
  type ServerOptions,
  TransportKind,
} from 'vscode-languageclient/node';
import { type InitializationOptions, nextGapCommand, showReferencesCommand } from '../../server/src/protocol.js';
import { CompletenessStatus } from './completeness-status.js';
import { registerGapCommands } from './gaps.js';
import { registerNewFileCommands } from './new-file.js';
import { registerReferencesCommand } from './references.js';
import { provideShippedFiles } from './shipped-files.js';

let client: LanguageClient | undefined;
/** Starts and restarts wait for one another: two servers at once would report everything twice. */
let settled = Promise.resolve();

export async function activate(context: ExtensionContext): Promise<void> {
  const log = window.createOutputChannel('LMN', { log: true });
  const status = new CompletenessStatus();
  const restart = (): Promise<void> => {
    settled = settled.then(() => startAnew(context, log, status));
    return settled;
  };
  context.subscriptions.push(
    log,
    status,
    commands.registerCommand('lmn.restartServer', restart),
    workspace.onDidGrantWorkspaceTrust(restart),
    provideShippedFiles(() => client),
    ...registerGapCommands(() => client),
    ...registerNewFileCommands(() => client),
    registerReferencesCommand(),
  );
  await restart();
}

export async function deactivate(): Promise<void> {
  await settled;
  if (client?.isRunning()) await client.stop();
}

/** Never rejects: a server that does not start is said to the user, and the restart command stays there to try again. */
async function startAnew(context: ExtensionContext, log: LogOutputChannel, status: CompletenessStatus): Promise<void> {
  try {
    if (client?.isRunning()) await client.stop();
    // A fresh one each time: a client whose start has failed cannot be started again.
    client = new QuietClient('lmn', 'LMN', serverOptions(context), clientOptions(log));
    status.follow(client);
    await client.start();
  } catch (error) {
    log.error(error instanceof Error ? error : String(error));
    void window.showErrorMessage(
      'LMN: letters are not being checked, for the language server did not start. Its output says why; "LMN: Restart Language Server" tries again.',
    );
  }
}

function serverOptions(context: ExtensionContext): ServerOptions {
  const run = { module: context.asAbsolutePath('dist/server.cjs'), transport: TransportKind.ipc };
  return { run, debug: { ...run, options: { execArgv: ['--nolazy', '--inspect=6009'] } } };
}

function clientOptions(log: LogOutputChannel): LanguageClientOptions {
  return {
    // Of any scheme: untitled letters, remote repositories and the files that ship are read alike.
    documentSelector: [{ language: 'lmn' }],
    outputChannel: log,
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    initializationOptions: {
      trusted: workspace.isTrusted,
      commands: [nextGapCommand, showReferencesCommand],
    } satisfies InitializationOptions,
  };
}

/** A trace names the messages that pass, never what is in them: that would be patients' letters. */
class QuietClient extends LanguageClient {
  override trace(message: string): void {
    super.trace(message);
  }
}
