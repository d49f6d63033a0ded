import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { ClientFileSystem } from './editor/workspace/client-file-system.js';
import { localDay } from './editor/clock.js';
import { startLmnServer } from './editor/start.js';
import { shippedFiles } from './shipped.js';

declare const self: DedicatedWorkerGlobalScope;

const connection = createConnection(new BrowserMessageReader(self), new BrowserMessageWriter(self));
startLmnServer({ connection, fileSystemProvider: () => new ClientFileSystem(connection) }, shippedFiles, () =>
  localDay(new Date()),
);
