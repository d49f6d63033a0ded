import { type FSWatcher, watch } from 'node:fs';
import { baselineFileName } from '../configuration/baseline.js';
import { configFileName } from '../configuration/config.js';
import { reasonOf } from '../workspace/file-failure.js';
import { ignoreFileNames } from '../workspace/ignore-files.js';
import { isLmnFile } from '../workspace/letter-file.js';
import { Failure } from './failure.js';
import { shown } from './printable.js';

/** Programs write a file in several steps, and git many files at once. */
const quiet = 100; // ms

/**
 * Runs something at once, and again whenever a file that counts has changed in the folders or beneath them; one run at a time. Ends when it is told to, or else never.
 *
 * @throws {Failure} where a folder cannot be watched, and whatever `run` throws.
 */
export async function watchFolders(
  folders: readonly string[],
  run: () => Promise<void>,
  ended?: AbortSignal,
): Promise<void> {
  let isDue = true;
  let failure: Failure | undefined;
  let wake: () => void = () => undefined;
  const watchers: FSWatcher[] = [];
  const stop = () => {
    wake();
  };
  ended?.addEventListener('abort', stop);
  try {
    // Before the first run, so that nothing that changes meanwhile is missed.
    for (const folder of new Set(folders)) {
      const fail = (error: unknown) => {
        failure = new Failure(`${shown(folder)} cannot be watched: ${reasonOf(error)}.`);
        wake();
      };
      const watcher = begin(folder, (name) => {
        if (!counts(name)) return;
        isDue = true;
        wake();
      });
      watcher.on('error', fail);
      watchers.push(watcher);
    }
    while (!ended?.aborted) {
      if (failure) throw failure;
      if (isDue) {
        isDue = false;
        await run();
      } else {
        await new Promise<void>((resolve) => (wake = resolve));
        await new Promise((resolve) => setTimeout(resolve, quiet));
      }
    }
  } finally {
    ended?.removeEventListener('abort', stop);
    for (const watcher of watchers) watcher.close();
  }
}

function begin(folder: string, hear: (name: string | null) => void): FSWatcher {
  try {
    return watch(folder, { recursive: true }, (_, name) => {
      hear(name);
    });
  } catch (error) {
    throw new Failure(`${shown(folder)} cannot be watched: ${reasonOf(error)}.`);
  }
}

const settings: readonly string[] = [configFileName, baselineFileName, ...ignoreFileNames];

/** Letters, settings, and folders, with which letters come and go; nothing in hidden folders and packages. Some systems do not say what has changed. */
function counts(name: string | null): boolean {
  if (name === null) return true;
  const names = name.split(/[\\/]/);
  const last = names.pop() ?? '';
  if (names.some((one) => one.startsWith('.') || one === 'node_modules')) return false;
  return settings.includes(last) || (!last.startsWith('.') && (isLmnFile(last) || !last.includes('.')));
}
