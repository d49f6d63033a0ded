import type { InitializationOptions } from '../protocol/commands.js';

/** Which of our commands the client carries out. An editor that knows none of them gets everything else. */
export class ClientCommands {
  private known: ReadonlySet<string> = new Set();

  /** Takes what the client said of itself at the start. */
  read(initializationOptions: unknown): void {
    const commands = (initializationOptions as Partial<InitializationOptions> | null | undefined)?.commands;
    this.known = new Set(Array.isArray(commands) ? commands : []);
  }

  has(command: string): boolean {
    return this.known.has(command);
  }
}
