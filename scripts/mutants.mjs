// What `npm run mutants -- FOLDER…` does: changes the sources of a folder of server/src in one place at a time, and sees whether a unit test
// fails. Prints what no test saw, and the counts. `--sample 500` tries so many changes, `--seed` chooses which, `--skip 100` goes on behind the first hundred of them,
// `--all` tries them all.
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { Stryker } from '@stryker-mutator/core';
import { keyOf, mutantsOf, placesOf, ranked } from './mutants/sampling.mjs';

const root = resolve(import.meta.dirname, '..');
const cache = join(root, 'node_modules', '.cache', 'mutants');

const { values, positionals: folders } = parseArgs({
  allowPositionals: true,
  options: {
    sample: { type: 'string', default: '500' },
    seed: { type: 'string', default: '1' },
    skip: { type: 'string', default: '0' },
    all: { type: 'boolean', default: false },
    processes: { type: 'string', default: '1' },
  },
});
const [count, skip] = values.all ? [Infinity, 0] : [Number(values.sample), Number(values.skip)];
const missing = folders.filter((folder) => !existsSync(join(root, 'server', 'src', folder)));
if (folders.length === 0 || missing.length > 0 || !(count > 0) || !(skip >= 0)) {
  console.error(
    missing.length > 0
      ? `No folder of server/src: ${missing.join(', ')}`
      : 'npm run mutants -- FOLDER… [--sample 500] [--seed 1] [--skip 0] [--all] [--processes 1]',
  );
  process.exit(2);
}
process.chdir(root);
for (const folder of folders) await test(folder);

async function test(folder) {
  mkdirSync(cache, { recursive: true });
  // What an earlier run found is kept for the same choice only: of a mutant that was not chosen nothing is known.
  const name = `${folder.replaceAll('/', '-')}-${values.all ? 'all' : `${values.sample}-${values.seed}-${values.skip}`}`;
  const file = join(cache, `${name}.chosen.json`);
  const start = performance.now();
  const all = await mutantsOf(sourcesOf(folder));
  const sample = ranked(all, values.seed).slice(skip, skip + count);
  const results = await new Stryker({
    // Stryker's first run keeps, for every change that it knows of, which tests come there: it gets no others.
    mutate: values.all ? sourcesOf(folder) : placesOf(sample),
    testRunner: 'vitest',
    vitest: { configFile: 'tests/mutants/vitest.config.ts', related: true },
    dryRunTimeoutMinutes: 120,
    coverageAnalysis: 'perTest',
    plugins: ['@stryker-mutator/vitest-runner', join(root, 'scripts', 'mutants', 'sampling.mjs')],
    checkers: ['sample'],
    reporters: ['sample', 'progress-append-only'],
    sample: { wanted: sample.map(keyOf), file },
    incremental: true,
    incrementalFile: join(cache, `${name}.json`),
    concurrency: Number(values.processes),
    // The tests run without types: there is nothing to switch off.
    disableTypeChecks: false,
    ignorePatterns: ['dist', 'out', '.ci', 'client', '*.vsix', '*.tsbuildinfo'],
    tempDirName: '.mutants',
    timeoutMS: 60_000,
    // What a module does as it loads would need all tests anew for each change: tables are left out.
    ignoreStatic: true,
    warnings: { unknownOptions: false },
  }).runMutationTest();
  const { chosen } = JSON.parse(readFileSync(file, 'utf8'));
  report(folder, results, chosen, all.length, (performance.now() - start) / 1000);
}

/** The sources of a folder, but those that are generated. */
function sourcesOf(folder) {
  return readdirSync(join(root, 'server', 'src', folder), { recursive: true, encoding: 'utf8' })
    .map((path) => `server/src/${folder}/${path.replaceAll('\\', '/')}`)
    .filter((path) => path.endsWith('.ts') && !path.includes('/generated/'))
    .sort();
}

function report(folder, results, chosen, of, seconds) {
  const tried = results.filter(({ id }) => chosen.includes(id));
  const unseen = tried.filter(({ status }) => status === 'Survived' || status === 'NoCoverage');
  for (const {
    fileName,
    location: { start, end },
    replacement,
    status,
  } of unseen) {
    const path = relative(root, resolve(root, fileName));
    const was = textAt(readFileSync(join(root, path), 'utf8'), start, end);
    console.log(`${path}:${start.line}:${start.column} ${status}: ${short(was)} → ${short(replacement ?? '')}`);
  }
  const number = (status) => tried.filter((mutant) => mutant.status === status).length;
  const [killed, timedOut, survived, uncovered] = ['Killed', 'Timeout', 'Survived', 'NoCoverage'].map(number);
  const score = (100 * (killed + timedOut)) / (killed + timedOut + survived + uncovered);
  console.log(
    `${folder}: ${tried.length} of ${of} changes (seed ${values.seed}${skip > 0 ? `, behind ${skip}` : ''}): ${killed} seen, ${timedOut} without end, ${survived} not seen, ` +
      `${uncovered} where no test comes; score ${score.toFixed(1)} %; ${(seconds / tried.length).toFixed(1)} s each`,
  );
}

/** The text between two places whose lines and columns count from 1. */
function textAt(text, start, end) {
  const lines = text.split('\n').slice(start.line - 1, end.line);
  lines[lines.length - 1] = lines.at(-1).slice(0, end.column - 1);
  lines[0] = lines[0].slice(start.column - 1);
  return lines.join('\n');
}

function short(text) {
  const line = text.replace(/\s+/g, ' ');
  return line.length > 80 ? `${line.slice(0, 79)}…` : line;
}
