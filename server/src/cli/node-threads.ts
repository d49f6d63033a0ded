import { availableParallelism, cpus } from 'node:os';
import { performance } from 'node:perf_hooks';
import { Worker } from 'node:worker_threads';
import { errorCode } from '../workspace/file-failure.js';
import type { FromThread, Thread, ThreadedCommand, ThreadEnd, Threads } from './threads.js';

/** Threads that run a file with the command's name, as the first thread does; that it is none of the first it sees by its `parentPort`. */
export function nodeThreads(program: string): Threads {
  return {
    start<C extends ThreadedCommand>(command: C): Thread<C> {
      const worker = new Worker(program, { argv: [command] });
      let isStopped = false;
      return {
        send(message) {
          worker.postMessage(message);
        },
        listen(said, ended) {
          const end = (why: ThreadEnd) => {
            if (!isStopped) ended(why);
            isStopped = true;
          };
          worker.on('message', (message: FromThread<C>) => {
            said(message);
          });
          // Only its kind is told: its message may hold a patient's value.
          worker.on('error', (error) => {
            end(errorCode(error) === 'ERR_WORKER_OUT_OF_MEMORY' ? 'out of memory' : 'failed');
          });
          worker.on('exit', () => {
            end('failed');
          });
        },
        async stop() {
          isStopped = true;
          await worker.terminate();
        },
      };
    },
    machine: () => ({
      time: performance.now(),
      idle: cpus().reduce((sum, { times }) => sum + times.idle, 0),
      cores: availableParallelism(),
    }),
  };
}
