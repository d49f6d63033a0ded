import { EmptyFileSystem } from 'langium';
import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { localDay } from './editor/clock.js';
import { startLmnServer } from './editor/start.js';
import { shippedFiles } from './shipped.js';

declare const self: DedicatedWorkerGlobalScope;

startLmnServer(
  { connection: createConnection(new BrowserMessageReader(self), new BrowserMessageWriter(self)), ...EmptyFileSystem },
  shippedFiles,
  () => localDay(new Date()),
);
