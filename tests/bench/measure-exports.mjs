import { spawnSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { runTypeScript } from '../../scripts/run-typescript.mjs';
import { runInTurn } from './processes.mjs';
import { median, quantile } from './statistics.mjs';

const root = resolve(import.meta.dirname, '../..');
const cli = join(root, 'dist/cli.cjs');
const floors = join(import.meta.dirname, 'floors.mjs');
const { exportFormats: types } = await runTypeScript(`export { exportFormats } from './server/src/letter-formats.js';`);
/** Three pages on paper. */
const letter = 'general-medical-necessity';

/** The sample of three pages as a file of each kind, a process of its own each time, beside the PDF library writing as many words. */
export function measureExports({ rounds, scratch, env }) {
  const fileOf = (type) => join(scratch, `letter.${type}`);
  const render = (type) => [cli, 'render', `${letter}.lmn`, '-o', fileOf(type), '--force'];
  const cwd = join(root, 'templates/samples');
  const text = join(scratch, 'letter.txt');
  const printed = spawnSync(process.execPath, [cli, 'render', `${letter}.lmn`, '-o', text, '--force'], {
    cwd,
    env: { ...process.env, ...env },
    encoding: 'utf8',
  });
  if (printed.status !== 0) throw new Error(`lmn render ended with ${printed.status}:\n${printed.stderr}`);
  const tasks = [
    { name: 'node -e 0', args: ['-e', '0'] },
    { name: 'pdfkit alone on its text', args: [floors, 'pdf', text] },
    ...types.map((type) => ({ name: `lmn render -o letter.${type}`, args: render(type), type })),
  ];
  const runs = runInTurn(tasks, { cwd, rounds, scratch, env });
  return tasks.map(({ name, type }) => {
    const walls = runs.get(name).map((run) => run.wall * 1000);
    const bytes = type ? statSync(fileOf(type)).size : undefined;
    const pages = type === 'pdf' ? readFileSync(fileOf(type), 'latin1').match(/\/Type \/Page\b/g).length : undefined;
    return { name, median: median(walls), p95: quantile(walls, 0.95), runs: walls.length, bytes, pages };
  });
}
