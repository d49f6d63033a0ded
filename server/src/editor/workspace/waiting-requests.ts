import { type Cancellation, interruptAndCheck } from 'langium';

interface Waiting {
  readonly isOver: () => boolean;
  readonly resolve: () => void;
  readonly reject: (error: Error) => void;
}

/** Requests that wait for the builder: each looks again whenever it has come a step further, so that none waits for a step that is left out. */
export class WaitingRequests {
  private readonly waiting = new Set<Waiting>();

  /** Resolves as soon as `isOver` holds: at once, or at a later step. Rejects with `OperationCancelled` when cancelled. */
  until(isOver: () => boolean, token: Cancellation.CancellationToken): Promise<void> {
    if (isOver()) return Promise.resolve();
    if (token.isCancellationRequested) return interruptAndCheck(token);
    return new Promise((resolve, reject) => {
      const end = () => {
        this.waiting.delete(one);
        cancelled.dispose();
      };
      const one: Waiting = {
        isOver,
        resolve: () => {
          end();
          resolve();
        },
        reject: (error) => {
          end();
          reject(error);
        },
      };
      const cancelled = token.onCancellationRequested(() => {
        end();
        resolve(interruptAndCheck(token));
      });
      this.waiting.add(one);
    });
  }

  /** The builder has come a step further. */
  look(): void {
    for (const one of [...this.waiting]) if (one.isOver()) one.resolve();
  }

  /** The builder has failed: what is waited for may never come. */
  giveUp(error: Error): void {
    for (const one of [...this.waiting]) one.reject(error);
  }
}
