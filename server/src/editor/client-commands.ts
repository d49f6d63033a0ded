import { type ClientCapabilities, ResourceOperationKind } from 'vscode-languageserver';
import type { InitializationOptions } from '../protocol/commands.js';

/** Which of our commands the client carries out, and what its edits may do. An editor that knows none of them gets everything else. */
export class ClientCommands {
  private known: ReadonlySet<string> = new Set();
  /** Whether an edit may make a file. */
  createsFiles = false;

  /** Takes what the client said of itself at the start. */
  read(initializationOptions: unknown): void {
    const commands = (initializationOptions as Partial<InitializationOptions> | null | undefined)?.commands;
    this.known = new Set(Array.isArray(commands) ? commands : []);
  }

  /** Takes what the client says that it can. */
  readCapabilities({ workspace }: ClientCapabilities): void {
    this.createsFiles = workspace?.workspaceEdit?.resourceOperations?.includes(ResourceOperationKind.Create) ?? false;
  }

  has(command: string): boolean {
    return this.known.has(command);
  }
}
