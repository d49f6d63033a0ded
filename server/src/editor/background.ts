import { isOperationCancelled } from 'langium';
import type { Connection } from 'vscode-languageserver';
import { whereFrom } from './where-from.js';

/**
 * Owns the work that nobody waits for. Where it fails the output channel says so, and the server goes on: a promise that rejects unheard would
 * end it.
 */
export class Background {
  /** Without a connection (services by themselves, in tests) a failure is thrown where nobody catches it. */
  constructor(private readonly connection: Pick<Connection, 'console'> | undefined) {}

  /** Begins work at once and returns. `what` begins the sentence in the output channel: "Reading the workspace". */
  run(what: string, work: () => unknown): void {
    new Promise((resolve) => {
      resolve(work());
    }).catch((error: unknown) => {
      this.failed(what, error);
    });
  }

  /** Reports a failure, without its message, which could repeat a value. Work that was cut off has not failed. */
  failed(what: string, error: unknown): void {
    if (isOperationCancelled(error)) return;
    if (!this.connection) throw error;
    try {
      this.connection.console.error(`${what} failed: ${whereFrom(error)}`);
    } catch {
      // The connection is closed: nobody is there to read it, and the server is about to end.
    }
  }
}
