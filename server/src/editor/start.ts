import { startLanguageServer } from 'langium/lsp';
import type { DefaultSharedModuleContext } from 'langium/lsp';
import type { Connection } from 'vscode-languageserver';
import { type ShippedFile, type ShippedFileParams, shippedFileRequest } from '../protocol.js';
import type { ShippedText } from '../language/workspace.js';
import { createLmnServices, type LmnLanguageServer } from './services.js';

/** Starts the language server on a connection; the entries for Node and for a browser's worker differ in nothing else. */
export function startLmnServer(
  context: DefaultSharedModuleContext & { connection: Connection },
  shipped: readonly ShippedText[],
): LmnLanguageServer {
  const server = createLmnServices(context, shipped);
  const texts = new Map(shipped.map(({ uri, text }) => [uri, text]));
  context.connection.onRequest(shippedFileRequest, ({ uri }: ShippedFileParams): ShippedFile | null => {
    const text = texts.get(uri);
    return text === undefined ? null : { text };
  });
  startLanguageServer(server.shared);
  return server;
}
