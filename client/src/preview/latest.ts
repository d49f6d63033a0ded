import type { Background } from '../background.js';

/** Runs one task at a time; of those that come meanwhile only the last one is run, after it. */
export class Latest {
  private next: (() => Promise<void>) | undefined;
  private isBusy = false;

  /** A failure is nobody's to answer: what was asked for is out of date by then. */
  constructor(private readonly background: Background) {}

  run(task: () => Promise<void>): void {
    this.next = task;
    if (!this.isBusy) this.background.run(this.work());
  }

  private async work(): Promise<void> {
    this.isBusy = true;
    for (let task = this.next; task; task = this.next) {
      this.next = undefined;
      try {
        await task();
      } catch (error) {
        this.background.failed(error);
      }
    }
    this.isBusy = false;
  }
}
