import { relative } from 'node:path';
import { configDefaults, defineConfig, mergeConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import plain from '../../vitest.config.js';

/** Milliseconds: what takes longer is left out, for every change that nothing sees would wait for it. */
const longest = 3000;

/** Quick tests come first, since the first that fails ends the run; Vitest of itself begins with those that took longest. */
class OnlyQuick extends BaseSequencer {
  override sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const took = new Map(files.map((file) => [file, this.timeOf(file)]));
    const timeOf = (file: TestSpecification) => took.get(file) ?? 0;
    return Promise.resolve(files.filter((file) => timeOf(file) <= longest).sort((a, b) => timeOf(a) - timeOf(b)));
  }

  /** As it last took; what never ran may be quick. */
  private timeOf({ project, moduleId }: TestSpecification): number {
    const key = `${project.name}:${relative(this.ctx.config.root, moduleId)}`;
    return this.ctx.cache.getFileTestResults(key)?.duration ?? longest;
  }
}

/** The unit tests that can say something of a changed source file: without those that start programs, which run what is built. */
export default mergeConfig(
  plain,
  defineConfig({
    test: {
      // The machine may be slow; a change without end is ended by Stryker.
      testTimeout: 300_000,
      sequence: { sequencer: OnlyQuick },
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
