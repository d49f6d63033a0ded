/** Runs one task at a time; of those that come meanwhile only the last one is run, after it. */
export class Latest {
  private next: (() => Promise<void>) | undefined;
  private isBusy = false;

  /** Failures go to `onError`: what was asked for is out of date by then. */
  constructor(private readonly onError: (error: unknown) => void) {}

  run(task: () => Promise<void>): void {
    this.next = task;
    if (!this.isBusy) void this.work();
  }

  private async work(): Promise<void> {
    this.isBusy = true;
    for (let task = this.next; task; task = this.next) {
      this.next = undefined;
      try {
        await task();
      } catch (error) {
        this.onError(error);
      }
    }
    this.isBusy = false;
  }
}
