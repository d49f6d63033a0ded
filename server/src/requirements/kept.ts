/** What has to be found again once something that it rests on has changed. */
interface Dependent {
  outdate(): void;
}

/** Something that what is found of a letter may rest on: an answer of the letter, or what was found before. */
export abstract class Source {
  private readonly dependents = new Set<Dependent>();

  add(dependent: Dependent): void {
    this.dependents.add(dependent);
  }

  remove(dependent: Dependent): void {
    this.dependents.delete(dependent);
    if (this.dependents.size === 0) this.release();
  }

  protected outdateDependents(): void {
    for (const dependent of this.dependents) dependent.outdate();
  }

  /** Nothing rests on it any longer. */
  protected abstract release(): void;
}

/** What was found of the last version of a letter: found again only where something that it rests on is another. */
export class Kept<Result> extends Source implements Dependent {
  private last: { readonly result: Result; readonly sources: ReadonlySet<Source> } | undefined;
  private isOutdated = false;

  constructor(private readonly find: () => { readonly result: Result; readonly sources: ReadonlySet<Source> }) {
    super();
  }

  get result(): Result {
    if (this.last && !this.isOutdated) return this.last.result;
    const before = this.last?.sources ?? nothing;
    this.last = this.find();
    this.isOutdated = false;
    const { sources } = this.last;
    for (const source of sources) if (!before.has(source)) source.add(this);
    for (const source of before) if (!sources.has(source)) source.remove(this);
    return this.last.result;
  }

  outdate(): void {
    if (this.isOutdated) return;
    this.isOutdated = true;
    this.outdateDependents();
  }

  protected release(): void {
    for (const source of this.last?.sources ?? nothing) source.remove(this);
    this.last = undefined;
    this.isOutdated = false;
  }
}

const nothing: ReadonlySet<Source> = new Set();
