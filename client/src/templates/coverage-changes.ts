import { type Disposable, EventEmitter } from 'vscode';
import { type BaseLanguageClient, State } from 'vscode-languageclient';
import { coverageChangedNotification } from '../../../server/src/protocol/coverage.js';

/** When the view and the report are to ask anew. One place listens, for a client has one listener for each notification. */
export class CoverageChanges implements Disposable {
  private readonly changed = new EventEmitter<undefined>();
  readonly onDidChange = this.changed.event;

  /** Listens to a server; a restarted one is another, and knows nothing of what is shown. */
  follow(client: BaseLanguageClient): void {
    const tell = () => {
      this.changed.fire(undefined);
    };
    client.onNotification(coverageChangedNotification, tell);
    client.onDidChangeState(({ oldState, newState }) => {
      if (oldState === State.Running || newState === State.Running) tell();
    });
  }

  dispose(): void {
    this.changed.dispose();
  }
}
