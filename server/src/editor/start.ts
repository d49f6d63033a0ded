import { DocumentState } from 'langium';
import { createServerRequestHandler, startLanguageServer } from 'langium/lsp';
import type { Connection } from 'vscode-languageserver';
import { type ShippedFile, type ShippedFileParams, shippedFileRequest } from '../protocol/files.js';
import type { ShippedText } from '../language/shipped-text.js';
import type { Clock } from './clock.js';
import { addCodeListRequests } from './code-list-request.js';
import { addCoverageRequests } from './coverage-requests.js';
import { Exports } from './export/exports.js';
import type { DocumentWriters } from '../export/letter-writers.js';
import { followConfiguration } from './follow-configuration.js';
import { followDiagnosticsSetting } from './workspace/follow-diagnostics-setting.js';
import { addSectionRequests } from './own-sections.js';
import { addPasteRequest } from './paste.js';
import { Previews } from './preview/previews.js';
import { addLetterRequests } from './requests.js';
import { selectionRanges } from './selection-ranges.js';
import type { LmnLanguageServer, ServerContext } from './services.js';
import { createLmnServices } from './wire.js';
import { followSpelling } from './workspace/follow-spelling.js';
import { followFolders } from './workspace/follow-folders.js';
import { tellUnreadableFiles } from './workspace/unreadable-files.js';

/**
 * Starts the language server on a connection; the entries for Node and for a browser's worker differ in nothing else. Without `writers`, letters
 * are exported in the formats that are no programs of their own.
 */
export function startLmnServer(
  context: ServerContext & { readonly connection: Connection },
  shipped: readonly ShippedText[],
  today: Clock,
  writers?: DocumentWriters,
): LmnLanguageServer {
  const server = createLmnServices(context, shipped, today);
  const texts = new Map(shipped.map(({ uri, text }) => [uri, text]));
  context.connection.onRequest(shippedFileRequest, ({ uri }: ShippedFileParams): ShippedFile | null => {
    const text = texts.get(uri);
    return text === undefined ? null : { text };
  });
  followConfiguration(context.connection, server);
  followDiagnosticsSetting(context.connection, server);
  addLetterRequests(context.connection, server);
  addCoverageRequests(context.connection, server);
  addPasteRequest(context.connection, server);
  addSectionRequests(context.connection, server);
  addCodeListRequests(context.connection, server, context.codes);
  new Previews(context.connection, server, writers).listen();
  new Exports(context.connection, server, writers).listen();
  followFolders(context.connection, server);
  followSpelling(server);
  tellUnreadableFiles(context.connection, server);
  context.connection.onSelectionRanges(
    createServerRequestHandler(
      (_, document, { positions }) => selectionRanges(server.lmn, document, positions),
      server.shared,
      DocumentState.Parsed,
    ),
  );
  startLanguageServer(server.shared);
  return server;
}
