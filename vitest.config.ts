import { readFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { defineConfig, type Plugin } from 'vitest/config';

/** As in the bundles: importing an `.lmn` file, or a list of words, gives its text. */
function filesAsText(): Plugin {
  return {
    name: 'files-as-text',
    enforce: 'pre',
    async load(id) {
      const path = id.replace(/\?.*$/, '');
      if (!/\.(?:lmn|words)$/.test(path)) return null;
      return `export default ${JSON.stringify(await readFile(path, 'utf8'))};`;
    },
  };
}

export default defineConfig({
  plugins: [filesAsText()],
  test: {
    include: ['tests/**/*.test.ts'],
    // Properties take seconds on a quick machine, and machines differ fourfold.
    testTimeout: 60_000,
    pool: 'threads',
    // The modules of the core keep no state that a test could leave behind, and reading langium afresh for each of the
    // test files took two thirds of the run.
    isolate: false,
    // Vitest leaves one core free, which of two is half of them.
    maxWorkers: availableParallelism(),
  },
});
