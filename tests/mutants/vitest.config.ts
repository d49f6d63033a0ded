import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { configDefaults, defineConfig, mergeConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import plain from '../../vitest.config.js';

/** Milliseconds: what takes longer is left out, for every change that nothing sees would wait for it. By how far the tests are from what is changed. */
const longest = [20_000, 3000, 1000] as const;

/** As the unit tests last took, by their paths. Those of mutants say nothing of it: a change without end makes any test long. */
function durationsOf(root: string): ReadonlyMap<string, number> {
  const kept = join(root, 'node_modules/.vite/vitest');
  const files = existsSync(kept) ? readdirSync(kept).map((folder) => join(kept, folder, 'results.json')) : [];
  return new Map(
    files
      .filter((file) => existsSync(file))
      .flatMap((file) => (JSON.parse(readFileSync(file, 'utf8')) as Results).results)
      .map(([key, { duration }]) => [key.slice(key.indexOf(':') + 1), duration]),
  );
}

/** What Vitest keeps in its cache, as far as it is read here. */
interface Results {
  readonly results: readonly (readonly [projectAndPath: string, { readonly duration: number }])[];
}

const durations = durationsOf(process.cwd());

/**
 * The tests of the changed file come first, then those of its folder, for the first that fails ends the run; among them the quick ones. Vitest of itself
 * begins with those that took longest.
 */
class OnlyQuick extends BaseSequencer {
  override sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const { root, related = [] } = this.ctx.config;
    const changed = [related].flat().map((path) => relative(root, path).replace(/^server[\\/]src[\\/]|\.ts$/g, ''));
    const kept = files
      .map((file) => ({ file, ...placeOf(relative(root, file.moduleId), changed) }))
      .filter(({ time, distance }) => time <= longest[distance])
      .sort((a, b) => a.distance - b.distance || a.time - b.time);
    return Promise.resolve(kept.map(({ file }) => file));
  }
}

/** How long a file of tests takes, and how far it is: 0 for the tests of a changed file, 1 for those of its folder, 2 for all others. What never ran may be quick. */
function placeOf(path: string, changed: readonly string[]): { time: number; distance: 0 | 1 | 2 } {
  const time = durations.get(path.replaceAll('\\', '/')) ?? 0;
  const name = basename(path, '.test.ts');
  const [, folder] = path.split(/[\\/]/);
  if (changed.some((one) => basename(one) === name)) return { time, distance: 0 };
  return { time, distance: changed.some((one) => one.split(/[\\/]/)[0] === folder) ? 1 : 2 };
}

/** The unit tests that can say something of a changed source file: without those that start programs, which run what is built. */
export default mergeConfig(
  plain,
  defineConfig({
    // Its own, so that it keeps what the unit tests took.
    cacheDir: 'node_modules/.cache/mutants/vite',
    test: {
      // The machine may be slow; a change without end is ended by Stryker.
      testTimeout: 300_000,
      sequence: { sequencer: OnlyQuick },
      setupFiles: ['tests/mutants/setup.ts'],
      exclude: [
        ...configDefaults.exclude,
        'tests/cli/{built,kills,killed-commands,render-file,code-cache}.test.ts',
        'tests/client/**',
        'tests/scripts/**',
        'tests/bench/**',
        'tests/docs/**',
        'tests/rules/docs.test.ts',
        'tests/architecture.test.ts',
        'tests/manifest.test.ts',
        'tests/editor/start.test.ts',
        'tests/editor/workspace/random-edits.test.ts',
        'tests/end-to-end/**',
      ],
    },
  }),
);
