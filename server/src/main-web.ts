import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { editorFiles } from './editor/workspace/editor-files.js';
import { localDay } from './knowledge/dates.js';
import { startLmnServer } from './editor/start.js';
import { shippedFiles } from './shipped.js';

declare const self: DedicatedWorkerGlobalScope;

const connection = createConnection(new BrowserMessageReader(self), new BrowserMessageWriter(self));
const { lmn } = startLmnServer({ connection, files: editorFiles(connection) }, shippedFiles, () =>
  localDay(new Date()),
);
// The last net, for promises of libraries: ours have an owner.
self.addEventListener('unhandledrejection', (event) => {
  event.preventDefault();
  lmn.letters.Background.failed('Work in the background', event.reason);
});
