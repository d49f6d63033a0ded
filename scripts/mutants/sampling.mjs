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

/** `count` mutants in random order; the same seed and the same sources always give the same. */
export function choose(mutants, count, seed) {
  const place = ({ fileName, location, replacement }) =>
    createHash('sha256')
      .update(JSON.stringify([seed, relative(process.cwd(), fileName), location, replacement]))
      .digest('hex');
  return mutants
    .map((mutant) => ({ mutant, place: place(mutant) }))
    .sort((a, b) => (a.place < b.place ? -1 : 1))
    .slice(0, count)
    .map(({ mutant }) => mutant);
}

function createChooser({ sample: { count, seed, file } }) {
  return {
    onMutationTestingPlanReady({ mutantPlans }) {
      const mutants = mutantPlans.map(({ mutant }) => mutant).filter(mayBeSeen());
      writeFileSync(file, JSON.stringify({ chosen: choose(mutants, count, seed).map(({ id }) => id) }));
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
