// Builds, and packs the VS Code extension: lmn-letters-VERSION.vsix. Which files go in: "files" in package.json.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { build } from './build.mjs';
import { documentPrograms } from './document-programs.mjs';
import { marketplaceReadme } from './marketplace-readme.mjs';

const root = resolve(import.meta.dirname, '..');
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const { name, version } = manifest;
const file = `${name}-${version}.vsix`;

await build();

// The command line is the npm package's; what the extension's task needs of it is part of the server. "files" serves npm, so what goes in here is laid out by itself.
const stage = join(root, 'node_modules/.cache/vsix');
const contents = [
  'dist/extension.cjs',
  'dist/extension-web.js',
  'dist/server.cjs',
  'dist/server-web.js',
  'docs/rules',
  'dist/webview',
  'dist/export-letter.cjs',
  'dist/spelling.cjs',
  ...(await documentPrograms()).map(({ outfile }) => outfile),
  'dist/fonts',
  'dist/third-party-licenses.txt',
  ...manifest.files.filter((entry) => entry !== 'dist'),
];
rmSync(stage, { recursive: true, force: true });
for (const entry of contents) {
  mkdirSync(dirname(join(stage, entry)), { recursive: true });
  cpSync(join(root, entry), join(stage, entry), { recursive: true });
}
// Without "type", for a browser's extension host would take its .js for an ES module.
const notIts = new Set(['files', 'bin', 'scripts', 'devDependencies', 'type']);
const extension = Object.fromEntries(Object.entries(manifest).filter(([key]) => !notIts.has(key)));
writeFileSync(join(stage, 'package.json'), JSON.stringify(extension, null, 2));
writeFileSync(join(stage, 'README.md'), marketplaceReadme(root));

const vsce = join(root, 'node_modules', '@vscode', 'vsce', 'vsce');
// Everything is bundled, so no dependency goes in. The page has no link to rewrite: no address is known for one.
const options = [
  '--no-dependencies',
  '--no-rewrite-relative-links',
  '--allow-missing-repository',
  '--out',
  join(root, file),
];
const packed = spawnSync(process.execPath, [vsce, 'package', ...options], { cwd: stage, stdio: 'inherit' });
if (packed.status !== 0) process.exit(packed.status ?? 1);

const kilobytes = (statSync(join(root, file)).size / 1000).toFixed(0);
console.log(
  `${file}: ${kilobytes} kB. Install it with "Extensions: Install from VSIX..." or: code --install-extension ${file}`,
);
