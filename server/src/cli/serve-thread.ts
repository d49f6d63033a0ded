import type { FoundFile } from '../workspace/find-files.js';
import type { FromThread, ToThread, Works } from './threads.js';

type Act = (target: FoundFile) => Result | Promise<Result>;
type Result = Works[keyof Works]['result'];

/** What a thread does with what it hears: it opens the work once, then does what it is given, in that order. What it fails at ends it. */
export function serveThread(say: (message: FromThread) => void): (message: ToThread) => void {
  let act: Act | undefined;
  // Whoever listens here is told nothing of a failure: that it is nobody's ends the thread, as Node does, and the first thread hears of it.
  let last = Promise.resolve();
  return (message) => {
    last = last.then(async () => {
      if (message.kind === 'open') {
        act = await open(message.work);
        say({ kind: 'ready' });
        return;
      }
      if (act === undefined) throw new Error('Nothing is open.');
      const results: Result[] = [];
      for (const target of message.targets) results.push(await act(target));
      say({ kind: 'done', number: message.number, results });
    });
  };
}

/** Each command's code loads when it is asked for. */
async function open(work: Works[keyof Works]['work']): Promise<Act> {
  return work.command === 'lint'
    ? (await import('./check-thread.js')).openLint(work)
    : (await import('./letter-thread.js')).openLetters(work);
}
