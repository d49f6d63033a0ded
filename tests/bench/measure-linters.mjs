import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { makeFile, pathOf } from './corpus.mjs';
import { forms } from './linters.mjs';
import { growthExponent, median } from './statistics.mjs';

const gnuTime = '/usr/bin/time';
/** Over so many letters no round is needed to get warm: the folders are read within the run many times over. */
const many = 10_000;
/** A linter that one run is expected to keep busy for longer is left out of that size; seconds. */
const limit = 300;
/** A linter that has been busy with a size for longer is run over it no more, and needs no round to get warm; seconds. */
const enough = 60;

/**
 * Times linters over folders of so many letters, in turn, one round before that does not count where they are not very many. Gives by size and linter the medians of wall time and CPU in seconds and of the peak
 * memory of its largest process in MiB, and how wall time and CPU grow between the two largest sizes, what one file takes being taken off.
 */
export function measureLinters(linters, sizes, { rounds, scratch, env, say }) {
  if (!existsSync(gnuTime)) throw new Error(`${gnuTime} is not there (GNU time; apt-get install time).`);
  const runs = new Map(linters.map(({ name }) => [name, new Map()]));
  for (const files of sizes) {
    for (let round = files < many ? 0 : 1; round <= rounds; round++) {
      for (const linter of linters) {
        const known = runs.get(linter.name);
        if (isTooSlow(known, files)) continue;
        const run = runOnce(linter, corpusIn(scratch, linter.form, files), { scratch, env });
        const what = `${files} ${files === 1 ? 'letter' : 'letters'}, ${linter.name}`;
        say(
          `${what}: ${run.wall.toFixed(2)} s, ${run.cpu.toFixed(2)} s of CPU, ${run.memory.toFixed(0)} MiB, exit ${run.status}`,
        );
        if (round > 0 || run.wall > enough) known.set(files, [...(known.get(files) ?? []), run]);
      }
    }
  }
  return linters.map(({ name }) => ({ name, ...summary(runs.get(name), sizes) }));
}

function isTooSlow(known, files) {
  const [smaller, taken] = [...known].findLast(([size]) => size < files) ?? [];
  const done = known.get(files)?.reduce((sum, { wall }) => sum + wall, 0) ?? 0;
  return (taken && smaller > 1 && (taken[0].wall * files) / smaller > limit) || done > enough;
}

/** Peak memory is that of the largest process, as GNU time tells it. */
function runOnce({ name, command, pattern, cwd }, folder, { scratch, env }) {
  const usage = join(scratch, 'usage.txt');
  const files = pattern === undefined ? [] : [join(folder, pattern)];
  const [program, ...args] = ['-q', '-f', '%e %U %S %M', '-o', usage, 'timeout', String(limit), ...command, ...files];
  const { status, error, signal } = spawnSync(gnuTime, [program, ...args], {
    cwd: cwd ?? folder,
    stdio: 'ignore',
    env: { ...process.env, ...env },
  });
  if (error) throw error;
  // 1 is what linters end with where they find something, 124 what `timeout` does.
  if (signal || status === 124 || status > 1) throw new Error(`${name} ended with ${signal ?? status} in ${folder}.`);
  const [wall, user, system, kilobytes] = readFileSync(usage, 'utf8').trim().split(' ').map(Number);
  return { wall, cpu: user + system, memory: kilobytes / 1024, status };
}

function corpusIn(scratch, form, files) {
  const { extension, write } = forms[form];
  const folder = join(scratch, form, String(files));
  if (existsSync(folder)) return folder;
  for (let number = 0; number < files; number++) {
    const path = join(folder, pathOf(number).replace(/lmn$/, extension));
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, write(makeFile(number)));
  }
  return folder;
}

function summary(known, sizes) {
  const of = (files, what) => median((known.get(files) ?? []).map((run) => run[what]));
  const [one, small, large] = [sizes[0], ...sizes.slice(-2)];
  const growth = (what) =>
    growthExponent({ files: small, cost: of(small, what) }, { files: large, cost: of(large, what) }, of(one, what));
  return {
    sizes: sizes.map((files) => ({
      files,
      wall: of(files, 'wall'),
      cpu: of(files, 'cpu'),
      memory: of(files, 'memory'),
      runs: known.get(files)?.length ?? 0,
    })),
    growth: { wall: growth('wall'), cpu: growth('cpu') },
  };
}
