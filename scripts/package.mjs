// Builds, and packs the VS Code extension: lmn-letters-VERSION.vsix. Which files go in: "files" in package.json.
import { spawnSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from './build.mjs';

const root = resolve(import.meta.dirname, '..');
const { name, version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const file = `${name}-${version}.vsix`;

await build();

const vsce = join('node_modules', '@vscode', 'vsce', 'vsce');
// Everything is bundled, so no dependency goes in. The README's links stay relative: no address is known to rewrite them to.
const options = ['--no-dependencies', '--no-rewrite-relative-links', '--allow-missing-repository', '--out', file];
const packed = spawnSync(process.execPath, [vsce, 'package', ...options], { cwd: root, stdio: 'inherit' });
if (packed.status !== 0) process.exit(packed.status ?? 1);

const kilobytes = (statSync(join(root, file)).size / 1000).toFixed(0);
console.log(
  `${file}: ${kilobytes} kB. Install it with "Extensions: Install from VSIX..." or: code --install-extension ${file}`,
);
