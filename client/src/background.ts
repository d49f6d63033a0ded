import type { LogOutputChannel } from 'vscode';

/** Owns the work that nobody waits for: where it fails the output channel says so, and the extension goes on. */
export class Background {
  constructor(private readonly log: Pick<LogOutputChannel, 'error'>) {}

  run(work: PromiseLike<unknown>): void {
    work.then(undefined, (error: unknown) => {
      this.failed(error);
    });
  }

  failed(error: unknown): void {
    this.log.error(error instanceof Error ? error : String(error));
  }
}
