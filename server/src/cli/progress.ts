import type { Output, Surroundings } from './surroundings.js';

/** Says how far a long run is, on a terminal. */
export interface Progress {
  /** So many of so many are done. */
  at(done: number, total: number): Promise<void> | void;
  /** Takes the bar away. */
  end(): Promise<void> | void;
}

const silentFor = 1000; // ms: what is over by then needs no bar
const between = 100; // ms
const width = 30;
/** To the line's beginning, and the line is empty (ECMA-48, CR and EL). */
const clear = '\r\u001b[2K';

/**
 * A bar on standard error, from the second second of a run on, where a person watches it (`isWatched`). Whatever is written through the surroundings that
 * this gives takes the bar away first, so that nothing is written behind it. `what` are counted.
 */
export function withProgress<S extends Surroundings>(
  surroundings: S,
  what: string,
): { readonly surroundings: S; readonly progress: Progress } {
  if (surroundings.isWatched !== true) return { surroundings, progress: { at: () => undefined, end: () => undefined } };
  const { stderr, stdout } = surroundings;
  const now = () => (surroundings.now?.() ?? new Date()).getTime();
  const begun = now();
  let drawn = false;
  let last = begun + silentFor - between;
  const erase = async () => {
    if (!drawn) return;
    drawn = false;
    await stderr.write(clear);
  };
  const clearing = (output: Output): Output => {
    const write = async (text: string) => {
      await erase();
      await output.write(text);
    };
    const writeBytes = async (content: Uint8Array) => {
      await erase();
      await output.writeBytes?.(content);
    };
    return output.writeBytes ? { write, writeBytes } : { write };
  };
  return {
    surroundings: { ...surroundings, stderr: clearing(stderr), stdout: clearing(stdout) },
    progress: {
      async at(done, total) {
        const time = now();
        if (time - last < between) return;
        last = time;
        drawn = true;
        await stderr.write(`${clear}${bar(done, total)} ${String(done)} of ${String(total)} ${what}`);
      },
      end: erase,
    },
  };
}

function bar(done: number, total: number): string {
  const full = total === 0 ? width : Math.floor((done / total) * width);
  return `[${'#'.repeat(full)}${'.'.repeat(width - full)}]`;
}
