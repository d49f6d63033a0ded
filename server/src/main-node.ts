import { NodeFileSystem } from 'langium/node';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { localDay } from './editor/clock.js';
import { startLmnServer } from './editor/start.js';
import { shippedFiles } from './shipped.js';

startLmnServer({ connection: createConnection(ProposedFeatures.all), ...NodeFileSystem }, shippedFiles, () =>
  localDay(new Date()),
);
