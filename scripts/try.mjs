// What `npm run try` does: builds the extension and opens it on a copy of the sample letters, in desktop VS Code where its `code` is on the
// path, else in VS Code in the browser.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import { build } from './build.mjs';
import {
  cacheFolder,
  installCodeServer,
  installExtension,
  isInstalled,
  newest,
  startCodeServer,
} from './code-server.mjs';

const root = resolve(import.meta.dirname, '..');
const scratch = mkdtempSync(join(tmpdir(), 'lmn-try-'));
const letters = join(scratch, 'letters');
cpSync(join(root, 'templates', 'samples'), letters, { recursive: true });

const code = findOnPath(process.platform === 'win32' ? 'code.cmd' : 'code');
if (code) await openDesktop();
else await openInBrowser();

async function openDesktop() {
  await build();
  console.log(`\nOpening VS Code on a copy of the samples: ${letters}`);
  const args = ['--new-window', `--extensionDevelopmentPath=${root}`, letters];
  // A .cmd file is run by Windows' shell, which splits at spaces.
  const windows = process.platform === 'win32';
  const quoted = windows ? [code, ...args].map((word) => `"${word}"`) : [code, ...args];
  const { status, error } = spawnSync(quoted[0], quoted.slice(1), { stdio: 'inherit', shell: windows });
  if (error) throw error;
  process.exitCode = status ?? 1;
}

async function openInBrowser() {
  if (!isInstalled(newest)) {
    console.log(
      `No "code" on the path. Downloading VS Code for the browser (code-server ${newest.version}) and its Node from the npm registry:\n` +
        `about ${newest.download}, ${newest.disk} in ${cacheFolder}. Once; Control+C stops it.`,
    );
    await installCodeServer(newest);
  }
  const packed = spawnSync(process.execPath, [join(root, 'scripts', 'package.mjs')], { cwd: root, encoding: 'utf8' });
  if (packed.status !== 0) throw new Error(`The extension cannot be packed:\n${packed.stdout}${packed.stderr}`);
  const [vsix] = /lmn-letters-\S+\.vsix/.exec(packed.stdout);
  await installExtension(newest, scratch, join(root, vsix));
  const server = await startCodeServer(newest, { home: scratch, options: ['--disable-workspace-trust'] });
  process.once('SIGINT', () => void server.stop());
  process.once('SIGTERM', () => void server.stop());
  console.log(`\nVS Code is open on a copy of the samples: ${letters}`);
  console.log(`Visit this address in a browser on this machine, and open a letter on the left. Control+C ends it.\n`);
  console.log(`  ${server.url}/?folder=${encodeURIComponent(letters)}\n`);
  await server.ended;
}

function findOnPath(program) {
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  return folders.map((folder) => join(folder, program)).find((path) => existsSync(path));
}
