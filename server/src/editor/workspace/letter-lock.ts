import { DefaultWorkspaceLock, isOperationCancelled, type MaybePromise, type ReadPriority } from 'langium';
import { LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import type { Background } from '../background.js';

/**
 * Langium's lock, through which all requests go. A provider that throws is told in the output channel; the client hears that there was a fault, and not
 * its message, which could repeat a value and would stand in the client's log.
 */
export class LetterLock extends DefaultWorkspaceLock {
  constructor(private readonly background: Background) {
    super();
  }

  override read<T>(action: () => MaybePromise<T>, priority?: ReadPriority): Promise<T> {
    return super.read(async () => {
      try {
        return await action();
      } catch (error) {
        if (isOperationCancelled(error) || error instanceof ResponseError) throw error;
        this.background.failed('Answering a request', error);
        throw new ResponseError(LSPErrorCodes.RequestFailed, 'This could not be answered, because of a fault in LMN.');
      }
    }, priority);
  }
}
