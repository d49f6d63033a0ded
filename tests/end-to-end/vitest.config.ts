import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    root: resolve(import.meta.dirname, '../..'),
    include: ['tests/end-to-end/**/*.e2e.ts'],
    globalSetup: ['tests/end-to-end/support/set-up.ts'],
    // One window at a time: two would only make each other slow.
    fileParallelism: false,
    // A key that a busy machine takes late is no fault of the extension; what fails twice is.
    retry: 1,
    testTimeout: 90_000,
    hookTimeout: 90_000,
  },
});
