import { plural } from '../knowledge/plurals.js';
import type { FoundFile } from '../workspace/find-files.js';
import { printable } from './printable.js';
import { threadsWanted } from './threads-wanted.js';
import type { FromThread, Machine, Thread, ThreadedCommand, ThreadEnd, Threads, Works } from './threads.js';

/** What other threads can do for a run. */
export interface Helping<C extends ThreadedCommand> {
  readonly command: C;
  readonly threads: Threads;
  /** How many threads in all are asked for; measured where nobody asks. */
  readonly asked: number | undefined;
  /** What a thread needs to begin. Asked for once, and only where one is started. */
  readonly work: () => Works[C]['work'];
  /** What messages call a path. */
  readonly name: (path: string) => string;
  readonly tell: (line: string) => Promise<void> | void;
}

type Result<C extends ThreadedCommand> = Works[C]['result'] | Undone;

/** Of a file with which a thread ended, why nothing came of it. */
interface Undone {
  readonly problem: string;
}

/** Files that a thread takes at a time: a letter takes longer than a check. */
const mostInChunk: Readonly<Record<ThreadedCommand, number>> = { lint: 24, render: 8 };
/** How a message says that nothing came of a file. */
const undone: Readonly<Record<ThreadedCommand, string>> = {
  lint: 'was not checked',
  render: 'was not made into a letter',
};
/** Chunks that a thread has before it: while it waits for the first thread, which has work of its own, it goes on with the second. */
const ahead = 2;
/** Chunks for each thread that may be done before an earlier one is reported, so that what waits does not grow with the number of files. */
const windowOfThread = 6;
const betweenLooks = 500; // ms

/** Does something with files, here and in other threads where they pay, and gives what came of them in the order of the files. `act` does it here. */
export async function* inThreads<C extends ThreadedCommand>(
  targets: readonly FoundFile[],
  act: (target: FoundFile) => Works[C]['result'] | Promise<Works[C]['result']>,
  helping: Helping<C> | undefined,
): AsyncGenerator<Result<C>, void> {
  if (!helping || helping.asked === 1 || targets.length < 2) {
    for (const target of targets) yield await act(target);
    return;
  }
  const size = Math.min(mostInChunk[helping.command], Math.ceil(targets.length / (4 * (helping.asked ?? 1))));
  const chunks = Array.from({ length: Math.ceil(targets.length / size) }, (_, i) =>
    targets.slice(i * size, (i + 1) * size),
  );
  const crew = new Crew(chunks, helping);
  try {
    for (const number of chunks.keys()) {
      while (!crew.has(number)) {
        const own = crew.take();
        if (own === undefined) await crew.news();
        else await crew.actHere(own, act);
      }
      yield* crew.report(number);
    }
  } finally {
    await crew.stop();
  }
  for (const line of crew.notes) await helping.tell(line);
}

interface Helper<C extends ThreadedCommand> {
  readonly thread: Thread<C>;
  isReady: boolean;
  /** Numbers of the chunks that it has, the one that it is at first. */
  readonly has: number[];
}

/** Who does which chunk. */
class Crew<C extends ThreadedCommand> {
  readonly notes: string[] = [];
  private readonly done = new Map<number, readonly Result<C>[]>();
  /** Numbers of the chunks that nobody has, the first one first. */
  private todo: number[];
  private readonly helpers = new Set<Helper<C>>();
  private reported = 0;
  private hasLost = false;
  private wake: () => void = () => undefined;
  private work: Works[C]['work'] | undefined;
  private seen: Machine;
  /** Files done since. */
  private doneSince = 0;

  constructor(
    private readonly chunks: readonly (readonly FoundFile[])[],
    private readonly helping: Helping<C>,
  ) {
    this.todo = [...chunks.keys()];
    this.seen = helping.threads.machine();
    if (helping.asked !== undefined) this.start(Math.min(helping.asked, chunks.length) - 1);
  }

  has(number: number): boolean {
    return this.done.has(number);
  }

  /** The next chunk that nobody has; undefined where there is none, or too much waits for an earlier one. */
  take(): number | undefined {
    const [next] = this.todo;
    if (next === undefined || next >= this.reported + windowOfThread * (this.helpers.size + 1)) return undefined;
    return this.todo.shift();
  }

  async actHere(number: number, act: (target: FoundFile) => Result<C> | Promise<Result<C>>): Promise<void> {
    const results: Result<C>[] = [];
    for (const target of this.chunks[number] ?? []) {
      results.push(await act(target));
      // In between the others are heard.
      if (this.helpers.size > 0) await new Promise((resolve) => setImmediate(resolve));
    }
    this.settle(number, results);
    this.look();
  }

  /** Waits until a thread has said something. */
  news(): Promise<void> {
    return new Promise((resolve) => (this.wake = resolve));
  }

  report(number: number): readonly Result<C>[] {
    const results = this.done.get(number) ?? [];
    this.done.delete(number);
    this.reported = number + 1;
    for (const helper of this.helpers) this.give(helper);
    return results;
  }

  async stop(): Promise<void> {
    const all = [...this.helpers];
    this.helpers.clear();
    await Promise.all(all.map(({ thread }) => thread.stop()));
  }

  private settle(number: number, results: readonly Result<C>[]): void {
    this.done.set(number, results);
    this.doneSince += results.length;
    this.wake();
  }

  /** From time to time: whether another thread would pay. */
  private look(): void {
    const { threads, asked } = this.helping;
    if (asked !== undefined || this.hasLost) return;
    const now = threads.machine();
    if (now.time - this.seen.time < betweenLooks) return;
    const left = this.todo.reduce((sum, number) => sum + (this.chunks[number]?.length ?? 0), 0);
    const wanted = threadsWanted(this.seen, now, this.doneSince, left, this.helpers.size);
    // One of the chunks is done here.
    this.start(Math.min(wanted, this.todo.length - 1));
    this.seen = now;
    this.doneSince = 0;
  }

  private start(count: number): void {
    for (let i = 0; i < count; i++) {
      const helper: Helper<C> = { thread: this.helping.threads.start(this.helping.command), isReady: false, has: [] };
      this.helpers.add(helper);
      helper.thread.listen(
        (message) => {
          this.hear(helper, message);
        },
        (why) => {
          this.lose(helper, why);
        },
      );
      helper.thread.send({ kind: 'open', work: (this.work ??= this.helping.work()) });
    }
  }

  private hear(helper: Helper<C>, message: FromThread<C>): void {
    if (message.kind === 'ready') helper.isReady = true;
    else {
      helper.has.splice(helper.has.indexOf(message.number), 1);
      this.settle(message.number, message.results);
    }
    this.give(helper);
  }

  private give({ isReady, has, thread }: Helper<C>): void {
    while (isReady && has.length < ahead) {
      const number = this.take();
      if (number === undefined) return;
      has.push(number);
      thread.send({ kind: 'do', number, targets: this.chunks[number] ?? [] });
    }
  }

  /** What it was at is not tried again: whatever ended that thread would end this one. The rest goes to others. */
  private lose(helper: Helper<C>, why: ThreadEnd): void {
    if (!this.helpers.delete(helper)) return;
    this.hasLost = true;
    const [current, ...others] = helper.has;
    this.todo = [...others, ...this.todo].sort((a, b) => a - b);
    const reason = why === 'out of memory' ? 'it ran out of memory' : 'it failed';
    if (current === undefined)
      this.notes.push(`A thread ended before it did anything: ${reason}. Others did its work.`);
    else {
      const files = this.chunks[current] ?? [];
      const among = files.length > 1 ? `, at one of these ${plural(files.length, 'file')}` : '';
      const problem = ({ path }: FoundFile) =>
        `${printable(this.helping.name(path))} ${undone[this.helping.command]}: the thread that had it ended: ${reason}${among}.`;
      this.settle(
        current,
        files.map((target) => ({ problem: problem(target) })),
      );
    }
    for (const other of this.helpers) this.give(other);
    this.wake();
  }
}
