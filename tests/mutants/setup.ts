import fc from 'fast-check';
import { beforeAll } from 'vitest';

// That a change is seen is all that is asked: nobody reads the smallest example.
fc.configureGlobal({ endOnFailure: true });

/** What the changed sources keep of which change each test comes to. */
interface Stryker {
  mutantCoverage?: { readonly perTest: Record<string, unknown> };
}

// Stryker's own setup hands over all that was kept so far at the end of each file. The sources are loaded once for all files, so each would hand over that
// of all before it: gigabytes. Sources hold on to the object, so it is emptied, not replaced.
beforeAll(() => {
  const { mutantCoverage } = (globalThis as { __stryker__?: Stryker }).__stryker__ ?? {};
  for (const test of Object.keys(mutantCoverage?.perTest ?? {})) delete mutantCoverage?.perTest[test];
});
