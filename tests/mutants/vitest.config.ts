import { relative } from 'node:path';
import { configDefaults, defineConfig, mergeConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import plain from '../../vitest.config.js';

/** Quick tests come first, since the first that fails ends the run; Vitest of itself begins with those that took longest. */
class QuickFirst extends BaseSequencer {
  override sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const took = new Map(files.map((file) => [file, this.timeOf(file)]));
    return Promise.resolve(files.toSorted((a, b) => (took.get(a) ?? 0) - (took.get(b) ?? 0) || 0));
  }

  /** In milliseconds, as it last took; what never ran comes last. */
  private timeOf({ project, moduleId }: TestSpecification): number {
    const key = `${project.name}:${relative(this.ctx.config.root, moduleId)}`;
    return this.ctx.cache.getFileTestResults(key)?.duration ?? Infinity;
  }
}

/** The unit tests that can say something of a changed source file: without those that start programs, which run what is built. */
export default mergeConfig(
  plain,
  defineConfig({
    test: {
      // The machine may be slow; a change without end is ended by Stryker.
      testTimeout: 300_000,
      sequence: { sequencer: QuickFirst },
      exclude: [
        ...configDefaults.exclude,
        'tests/cli/{built,kills,render-file,code-cache}.test.ts',
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
