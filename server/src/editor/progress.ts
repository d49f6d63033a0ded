import type { Connection, InitializeParams } from 'vscode-languageserver';

/** Shows how far something that takes its time has come. */
export interface Progress {
  report(done: number, total: number): void;
  done(): void;
}

const unseen: Progress = { report: () => undefined, done: () => undefined };

/** Makes progress visible where the editor can show it, and shows nothing elsewhere. */
export class ProgressReports {
  private canShow = false;

  constructor(private readonly connection: Pick<Connection, 'window'> | undefined) {}

  /** Takes what the client said of itself at the start. */
  read({ capabilities }: InitializeParams): void {
    this.canShow = capabilities.window?.workDoneProgress === true;
  }

  /** `cancel` is called when the user has had enough. */
  async begin(title: string, cancel: () => void): Promise<Progress> {
    if (!this.connection || !this.canShow) return unseen;
    const progress = await this.connection.window.createWorkDoneProgress();
    progress.token.onCancellationRequested(cancel);
    progress.begin(title, 0, undefined, true);
    let shown = -1;
    return {
      report(done, total) {
        const percent = Math.floor((100 * done) / total);
        if (percent === shown) return;
        shown = percent;
        progress.report(percent, `${String(done)} of ${String(total)} files`);
      },
      done() {
        progress.done();
      },
    };
  }
}
