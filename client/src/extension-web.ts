import { type ExtensionContext, Uri } from 'vscode';
import { LanguageClient, type LanguageClientOptions, State } from 'vscode-languageclient/browser';
import { activateLetters, deactivateLetters } from './letters.js';

/** The extension in a browser: its server runs in a worker beside the page. */
export async function activate(context: ExtensionContext): Promise<void> {
  const server = Uri.joinPath(context.extensionUri, 'dist', 'server-web.js').toString(true);
  await activateLetters(context, (options) => startInWorker(server, options));
}

function startInWorker(server: string, options: LanguageClientOptions): LanguageClient {
  const worker = new Worker(server);
  const client = new QuietClient('lmn', 'LMN', worker, options);
  client.onDidChangeState(({ newState }) => {
    // A worker has no process that would end with its connection.
    if (newState === State.Stopped) worker.terminate();
  });
  return client;
}

export const deactivate = deactivateLetters;

/** A trace names the messages that pass, never what is in them: that would be patients' letters. */
class QuietClient extends LanguageClient {
  override trace(message: string): void {
    super.trace(message);
  }
}
