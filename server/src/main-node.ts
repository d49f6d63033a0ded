import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { addCodes } from './cli/add-codes.js';
import { runLint } from './cli/run-lint.js';
import { isConsole, outputTo } from './cli/standard-output.js';
import { stateFolder } from './cli/written-ledger.js';
import { codeFolders, codesOfUser, currentCodeLists } from './disk/code-folders.js';
import { diskLater } from './disk/disk-later.js';
import { editorFiles } from './editor/workspace/editor-files.js';
import { documentWriters } from './document-writers.js';
import { loadWords } from './load-words.js';
import { localDay } from './knowledge/dates.js';
import type { CodeLibrary } from './editor/services.js';
import { startLmnServer } from './editor/start.js';
import { shippedFiles } from './shipped.js';

if (process.argv[2] === 'lint') {
  checkFolder(process.argv.slice(3)).catch(() => {
    // Even the reason could not be written.
    process.exitCode = 2;
  });
} else startServer();

function startServer(): void {
  const connection = createConnection(ProposedFeatures.all);
  const files = editorFiles(connection, diskLater);
  const context = { connection, files, codes: codesOnDisk(), words: { load: loadWords, pause } };
  const writers = documentWriters(() => new Date());
  const { lmn } = startLmnServer(context, shippedFiles, () => localDay(new Date()), writers);
  // The last net, for promises of libraries: ours have an owner. Without it the first one would end the server.
  process.on('unhandledRejection', (error) => {
    lmn.letters.Background.failed('Work in the background', error);
  });
}

/** Lists of codes beside what the command line keeps: what one adds the other knows. */
function codesOnDisk(): CodeLibrary {
  const state = stateFolder({ env: process.env, home: homedir(), platform: process.platform });
  return {
    listsOf(root) {
      const folders = codeFolders(root?.startsWith('file:') ? fileURLToPath(root) : undefined, state);
      return currentCodeLists(folders, () => performance.now());
    },
    add(uri) {
      if (state === undefined) throw new Error('Nobody says where your programs keep their files.');
      return addCodes(fileURLToPath(uri), { folder: join(state, codesOfUser), isShared: false });
    },
  };
}

/** What the editor's task runs: `lmn lint`, which has all of its code in common with the server. */
async function checkFolder(words: readonly string[]): Promise<void> {
  const [stdout, stderr] = [outputTo(1), outputTo(2)];
  const color = isConsole(1) && process.stdout.isTTY && !process.env.NO_COLOR;
  const stdin = () => readFileSync(0);
  const state = stateFolder({ env: process.env, home: homedir(), platform: process.platform });
  process.exitCode = await runLint(words, {
    ...{ cwd: process.cwd(), home: homedir(), stdout, stderr, stdin, color },
    ...(state !== undefined && { stateFolder: state }),
  });
}
