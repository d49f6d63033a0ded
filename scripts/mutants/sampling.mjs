// A plugin of Stryker that lets only some mutants be run. Its reporter, which hears of all mutants before the first is run, chooses; its
// checker, which works in a process of its own, holds back the others.
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import { commonTokens, declareFactoryPlugin, PluginKind, tokens } from '@stryker-mutator/api/plugin';
import { Instrumenter } from '@stryker-mutator/instrumenter';
import { moduleLevelOf } from './module-level.mjs';

/** All mutants of these sources that a test can see: what a module does as it loads, such as its tables, is left out. */
export async function mutantsOf(paths) {
  const quiet = { debug() {}, info() {}, isDebugEnabled: () => false, warn: console.warn };
  const files = paths.map((path) => ({ name: path, mutate: true, content: readFileSync(path, 'utf8') }));
  const options = { plugins: null, excludedMutations: [], ignorers: [], noHeader: true };
  const { mutants } = await new Instrumenter(quiet).instrument(files, options);
  return mutants.filter(mayBeSeen());
}

function mayBeSeen() {
  const levels = new Map();
  return ({ status, fileName, location }) => {
    if (!levels.has(fileName)) levels.set(fileName, moduleLevelOf(readFileSync(fileName, 'utf8')));
    return status !== 'Ignored' && !levels.get(fileName)(location);
  };
}

/** The places of mutants as Stryker takes them: lines count from 1, columns from 0. What else begins and ends within them is made too. */
export function placesOf(mutants) {
  return mutants.map(({ fileName, location: { start, end } }) => {
    const path = relative(process.cwd(), fileName).replaceAll('\\', '/');
    return `${path}:${start.line + 1}:${start.column}-${end.line + 1}:${end.column}`;
  });
}

/** What tells a mutant from all others, in each run over the same sources. */
export function keyOf({ fileName, location, replacement }) {
  return JSON.stringify([relative(process.cwd(), fileName), location, replacement]);
}

/** The mutants in random order; the same seed and the same sources always give the same. */
export function ranked(mutants, seed) {
  const rank = (mutant) =>
    createHash('sha256')
      .update(`${seed} ${keyOf(mutant)}`)
      .digest('hex');
  return mutants
    .map((mutant) => ({ mutant, rank: rank(mutant) }))
    .sort((a, b) => (a.rank < b.rank ? -1 : 1))
    .map(({ mutant }) => mutant);
}

function createChooser({ sample: { wanted, file } }) {
  const keys = new Set(wanted);
  return {
    onMutationTestingPlanReady({ mutantPlans }) {
      const chosen = mutantPlans.filter(({ mutant }) => keys.has(keyOf(mutant)));
      writeFileSync(file, JSON.stringify({ chosen: chosen.map(({ mutant: { id } }) => id) }));
    },
  };
}
createChooser.inject = tokens(commonTokens.options);

function createHolder({ sample: { file } }) {
  let chosen;
  return {
    async init() {},
    // Stryker knows nothing of mutants that are not to be run: these pass for such as do not compile.
    async check(mutants) {
      chosen ??= new Set(JSON.parse(readFileSync(file, 'utf8')).chosen);
      const verdict = ({ id }) =>
        chosen.has(id) ? { status: 'passed' } : { status: 'compileError', reason: 'not in the sample' };
      return Object.fromEntries(mutants.map((mutant) => [mutant.id, verdict(mutant)]));
    },
    async group(mutants) {
      return [mutants.map(({ id }) => id)];
    },
  };
}
createHolder.inject = tokens(commonTokens.options);

export const strykerPlugins = [
  declareFactoryPlugin(PluginKind.Reporter, 'sample', createChooser),
  declareFactoryPlugin(PluginKind.Checker, 'sample', createHolder),
];
