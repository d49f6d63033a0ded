import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { type MessagePort, parentPort } from 'node:worker_threads';
import { cacheFolder, openCodeCache } from './code-cache.js';
import { commandNames } from './command-names.js';
import { reasonOf } from '../workspace/file-failure.js';
import { loadProgram } from './load-program.js';
import { nodeThreads } from './node-threads.js';
import type { run, serveThread } from './run.js';
import { isConsole, outputTo } from './standard-output.js';
import { stateFolder } from './written-ledger.js';

/** Put in by the build: the version of package.json, and a hash of the program's text and of the words that it loads. */
declare const LMN_VERSION: string;
declare const LMN_PROGRAM_HASH: string;

const places = findPlaces();
if (places) start(places.cwd, places.home);

/** Neither is to be had where the folder was deleted, or the user is unknown to the system. */
function findPlaces(): { cwd: string; home: string } | undefined {
  try {
    return { cwd: process.cwd(), home: homedir() };
  } catch (error) {
    process.stderr.write(`lmn: The working folder or the home folder cannot be found: ${reasonOf(error)}.\n`);
    process.exitCode = 2;
    return undefined;
  }
}

function start(cwd: string, home: string): void {
  const load = createRequire(__filename);
  const argv = process.argv.slice(2);
  // Each command uses other parts of the program, and only what has run is in the cache.
  const command = commandNames.find((name) => name === argv[0]) ?? 'other';
  const cache = openCodeCache({ env: process.env, home, cwd, platform: process.platform });
  const name = `${command}-${LMN_PROGRAM_HASH}-${process.version}-${process.arch}`;
  const program = loadProgram<{ run: typeof run; serveThread: typeof serveThread }>(
    join(__dirname, 'cli-run.cjs'),
    name,
    cache,
    load,
  );
  if (parentPort) {
    listenTo(parentPort, program.exports.serveThread);
    return;
  }
  const places = { env: process.env, home, platform: process.platform };
  const surroundings = {
    cwd,
    home,
    stateFolder: stateFolder(places),
    cacheFolder: cacheFolder(places),
    stdout: outputTo(1),
    stderr: outputTo(2),
    stdin: () => readFileSync(0),
    color: isConsole(1) && process.stdout.isTTY && !process.env.NO_COLOR,
    isWatched: isConsole(2) && process.stderr.isTTY && process.env.TERM !== 'dumb',
    version: LMN_VERSION,
    build: LMN_PROGRAM_HASH,
    threads: nodeThreads(__filename),
    startServer: () => void load(join(__dirname, 'server.cjs')),
  };
  program.exports.run(argv, surroundings).then(
    (code) => {
      process.exitCode = code;
      // A run that failed has compiled little: what it kept would slow down those that do not.
      if (code !== 2) program.keepCode();
    },
    () => {
      // Even the reason could not be written.
      process.exitCode = 2;
    },
  );
}

/** This is a thread that another one has started. What it fails at ends it, and is told there. */
function listenTo(port: MessagePort, serve: typeof serveThread): void {
  const hear = serve((message) => {
    port.postMessage(message);
  });
  port.on('message', hear);
}
