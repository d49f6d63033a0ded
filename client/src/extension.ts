import type { ExtensionContext } from 'vscode';
import { LanguageClient, type ServerOptions, TransportKind } from 'vscode-languageclient/node';
import { provideCheckTask } from './check-task.js';
import { activateLetters, deactivateLetters } from './letters.js';

/** The extension where there is Node: its server runs in a process of its own. */
export async function activate(context: ExtensionContext): Promise<void> {
  context.subscriptions.push(provideCheckTask(context));
  await activateLetters(context, (options) => new QuietClient('lmn', 'LMN', serverOptions(context), options));
}

export const deactivate = deactivateLetters;

function serverOptions(context: ExtensionContext): ServerOptions {
  const run = { module: context.asAbsolutePath('dist/server.cjs'), transport: TransportKind.ipc };
  return { run, debug: { ...run, options: { execArgv: ['--nolazy', '--inspect=6009'] } } };
}

/** A trace names the messages that pass, never what is in them: that would be patients' letters. */
class QuietClient extends LanguageClient {
  override trace(message: string): void {
    super.trace(message);
  }
}
