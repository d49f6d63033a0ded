import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { pathOf } from './corpus.mjs';
import { runInTurn } from './processes.mjs';
import { growthExponent, median, quantile } from './statistics.mjs';

const root = resolve(import.meta.dirname, '../..');
const cli = join(root, 'dist/cli.cjs');
const floors = join(import.meta.dirname, 'floors.mjs');
/** The command line ends with 1 where it has found something. */
const lintFine = [0, 1];

/** One file in a process of its own, which is what a person in a shell waits for. */
export function measureCold(folder, { rounds, scratch, env }) {
  const file = pathOf(1);
  const tasks = [
    { name: 'node -e 0', args: ['-e', '0'] },
    { name: 'lmn lint FILE', args: [cli, 'lint', file], fine: lintFine },
    { name: 'lmn lint FILE, no code cache', args: [cli, 'lint', file], fine: lintFine, env: { LMN_NO_CACHE: '1' } },
    { name: 'lmn render FILE --to html', args: [cli, 'render', file, '--to', 'html'] },
  ];
  const runs = runInTurn(tasks, { cwd: folder, rounds, scratch, env });
  return tasks.map(({ name }) => {
    const walls = runs.get(name).map((run) => run.wall * 1000);
    return { name, median: median(walls), p95: quantile(walls, 0.95), runs: walls.length };
  });
}

/** A whole folder in one process, beside reading its files and `marked` over them. */
export function measureMany(folder, files, { rounds, scratch, env }) {
  const tasks = [
    { name: 'reading the files', args: [floors, 'read', '.'] },
    { name: 'marked alone', args: [floors, 'marked', '.'] },
    { name: 'lmn lint FOLDER', args: [cli, 'lint', '.'], fine: lintFine },
  ];
  const runs = runInTurn(tasks, { cwd: folder, rounds, scratch, env, usage: true });
  const rows = tasks.map(({ name }) => {
    const of = (what) => median(runs.get(name).map((run) => run[what]));
    return { name, wall: of('wall'), cpu: of('cpu'), memory: of('memory'), runs: rounds };
  });
  return { files, rows };
}

/** What the command line finds in a folder, which shows that it has done its work: files with findings, and findings by rule. */
export function findingsIn(folder, env) {
  const options = { cwd: folder, encoding: 'utf8', maxBuffer: 2 ** 30, env: { ...process.env, ...env } };
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, 'lint', '.', '--format', 'json'], options);
  if (!lintFine.includes(status)) throw new Error(`lmn lint ended with ${status}:\n${stderr}`);
  const findings = JSON.parse(stdout);
  const byRule = {};
  for (const { rule } of findings) byRule[rule] = (byRule[rule] ?? 0) + 1;
  return { files: new Set(findings.map(({ file }) => file)).size, byRule };
}

/** Exponents of wall time, CPU time and memory between two sizes, what one file takes being taken off. */
export function growthBetween(one, small, large) {
  const row = ({ rows }) => rows.find(({ name }) => name === 'lmn lint FOLDER');
  const of = (what) =>
    growthExponent(
      { files: small.files, cost: row(small)[what] },
      { files: large.files, cost: row(large)[what] },
      row(one)[what],
    );
  return { wall: of('wall'), cpu: of('cpu'), memoryRatio: row(large).memory / row(small).memory };
}
