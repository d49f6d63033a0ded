// Runs programs one after the other, each round in the same order, so that a busy machine is as hard on one as on the other.
import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';

const usageAtExit = resolve(import.meta.dirname, 'usage-at-exit.cjs');

/**
 * Times every task `rounds` times after one round that does not count: `[{ wall }]` in seconds by task, and with `usage` CPU in seconds
 * and peak memory in MiB too. A task is `{ name, args }` of Node, with `env` if need be and the exit codes that are `fine`; any other one is
 * an error. All run in `cwd`; `scratch` is a folder for what is left over.
 */
export function runInTurn(tasks, { cwd, rounds, scratch, usage = false, env = {} }) {
  const runs = new Map(tasks.map(({ name }) => [name, []]));
  for (let round = 0; round <= rounds; round++) {
    for (const task of tasks) {
      const run = runOnce(task, { cwd, scratch, usage, env });
      if (round > 0) runs.get(task.name).push(run);
    }
  }
  return runs;
}

function runOnce({ name, args, env: own = {}, fine = [0] }, { cwd, scratch, usage, env }) {
  const usageFile = join(scratch, 'usage.json');
  const before = usage ? ['--require', usageAtExit] : [];
  const options = {
    cwd,
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, ...env, ...own, ...(usage && { LMN_BENCH_USAGE: usageFile }) },
  };
  const start = performance.now();
  const { status, error, stderr } = spawnSync(process.execPath, [...before, ...args], options);
  const wall = (performance.now() - start) / 1000;
  if (error) throw error;
  if (!fine.includes(status)) throw new Error(`"${name}" ended with ${status}:\n${stderr}`);
  if (!usage) return { wall };
  const used = JSON.parse(readFileSync(usageFile, 'utf8'));
  rmSync(usageFile);
  return { wall, ...used };
}
