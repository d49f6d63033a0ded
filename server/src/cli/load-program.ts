import { readFileSync } from 'node:fs';
import { wrap } from 'node:module';
import { dirname } from 'node:path';
import { Script } from 'node:vm';
import type { CodeCache } from './code-cache.js';

export interface LoadedProgram<Exports> {
  readonly exports: Exports;
  /** Keeps the code that this run has compiled, where there was none to begin with. */
  keepCode(): void;
}

/**
 * Runs a bundle as `require` would, with the compiled code of an earlier run. `name` tells this bundle's text from every other: V8 itself only
 * compares the length.
 */
export function loadProgram<Exports>(
  path: string,
  name: string,
  cache: CodeCache | undefined,
  require: NodeJS.Require,
): LoadedProgram<Exports> {
  const cachedData = ignoringTrouble(() => cache?.read(name));
  // Bundles are ASCII (the build makes sure of it), and reading them as such is quicker.
  const script = new Script(wrap(readFileSync(path, 'latin1')), { filename: path, ...(cachedData && { cachedData }) });
  const module = { exports: {} };
  const start = script.runInThisContext() as (...args: unknown[]) => void;
  start.call(module.exports, module.exports, require, module, path, dirname(path));
  return {
    exports: module.exports as Exports,
    keepCode() {
      if (cachedData && script.cachedDataRejected !== true) return;
      ignoringTrouble(() => cache?.keep(name, script.createCachedData()));
    },
  };
}

/** The cache only saves time: a full disk, a folder that is not ours or a race with another run must not be the user's concern. */
function ignoringTrouble<T>(act: () => T): T | undefined {
  try {
    return act();
  } catch {
    return undefined;
  }
}
