import { serveThread } from '../../server/src/cli/serve-thread.js';
import type {
  FromThread,
  Machine,
  Thread,
  ThreadedCommand,
  ThreadEnd,
  Threads,
  ToThread,
} from '../../server/src/cli/threads.js';

export interface Faults {
  /** Milliseconds that each message takes, one after the other. */
  readonly delays?: readonly number[];
  /** What a thread ends at. */
  readonly endsAt?: (message: ToThread, thread: number) => ThreadEnd | undefined;
}

/** Threads that are none: they hear and say copies, at their own time. */
export function pretended({ delays = [0], endsAt = () => undefined }: Faults = {}, machine?: () => Machine) {
  const counted = { started: 0, running: 0, done: 0 };
  let turn = 0;
  const threads: Threads = {
    start<C extends ThreadedCommand>(): Thread<C> {
      const number = counted.started++;
      counted.running++;
      let isOver = false;
      let last = Promise.resolve();
      let say: (message: FromThread<C>) => void = () => undefined;
      let end: (why: ThreadEnd) => void = () => undefined;
      const hear = serveThread((message) => {
        if (message.kind === 'done') counted.done += message.results.length;
        later(() => {
          say(structuredClone(message as FromThread<C>));
        });
      });
      const later = (act: () => void) => {
        const delay = delays[turn++ % delays.length] ?? 0;
        last = last.then(() => new Promise((resolve) => setTimeout(resolve, delay)));
        void last.then(() => {
          if (!isOver) act();
        });
      };
      const over = () => {
        if (!isOver) counted.running--;
        isOver = true;
      };
      return {
        send(message) {
          const copy = structuredClone(message);
          later(() => {
            const why = endsAt(copy, number);
            if (why === undefined) {
              hear(copy);
              return;
            }
            over();
            end(why);
          });
        },
        listen(said, ended) {
          [say, end] = [said, ended];
        },
        stop() {
          over();
          return Promise.resolve();
        },
      };
    },
    machine: machine ?? (() => ({ time: 0, idle: 0, cores: 1 })),
  };
  return { threads, counted };
}
