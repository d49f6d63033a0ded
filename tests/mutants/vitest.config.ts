import { configDefaults, defineConfig, mergeConfig } from 'vitest/config';
import plain from '../../vitest.config.js';

/** The unit tests that can say something of a changed source file: without those that start programs, which run what is built. */
export default mergeConfig(
  plain,
  defineConfig({
    test: {
      // The machine may be slow; a change without end is ended by Stryker.
      testTimeout: 300_000,
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
