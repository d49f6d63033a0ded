import { type Times, timesOf } from './statistics.mjs';

/** Times tasks by name, round after round. */
export class Stopwatch {
  private readonly taken = new Map<string, number[]>();

  time<T>(task: string, run: () => T): T {
    let list = this.taken.get(task);
    if (!list) this.taken.set(task, (list = []));
    const start = performance.now();
    const result = run();
    list.push(performance.now() - start);
    return result;
  }

  /** Forgets what was timed so far: the rounds in which the engine was still compiling. */
  reset(): void {
    this.taken.clear();
  }

  results(): Record<string, Times> {
    return Object.fromEntries([...this.taken].map(([task, list]) => [task, timesOf(list)]));
  }
}
