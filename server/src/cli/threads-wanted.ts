import { type Arguments, readNumber } from './arguments.js';
import type { Machine } from './threads.js';

/** Milliseconds of work that a thread should find: it takes about half a second of a core until it is as quick as the first one. */
const worthwhile = 2000;
/** More of them wait for the disk, and for the first thread, which reports. */
const mostThreads = 8;

/** How many threads somebody asks for; undefined where that is left to the machine. */
export function threadsAsked(options: Arguments['options']): number | undefined {
  const asked = readNumber(options, 'concurrency');
  return asked === undefined ? undefined : Math.max(1, asked);
}

/**
 * How many more threads would pay, measured over a while in which `done` files were checked, with `left` still to do. A core that something else is using is not counted: there a thread
 * would only do what this one does, and cost its start.
 */
export function threadsWanted(before: Machine, after: Machine, done: number, left: number, running: number): number {
  const passed = after.time - before.time;
  if (passed <= 0 || done === 0) return 0;
  const remaining = (passed / done) * left;
  const idle = Math.round((after.idle - before.idle) / passed);
  const allowed = Math.min(after.cores - 1, mostThreads) - running;
  return Math.max(0, Math.min(allowed, idle, Math.floor(remaining / worthwhile)));
}
