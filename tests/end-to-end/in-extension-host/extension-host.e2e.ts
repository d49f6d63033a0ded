import { describe, expect, inject, test } from 'vitest';
import { runInExtensionHost } from './run-in-extension-host.js';

// The tests run while this file is read, so that each of them is reported by its own name.
for (const engine of ['newest', 'oldest'] as const) {
  const results = await runInExtensionHost(engine, inject('vscodeHome'));

  describe(`in the extension host of the ${engine} VS Code`, () => {
    test('tests have run', () => {
      expect(results.length).toBeGreaterThan(0);
    });

    for (const { title, failure } of results) {
      test(title, () => {
        if (failure !== undefined) throw new Error(failure);
      });
    }
  });
}
