import type { SourceFile } from './source-file.js';

/** Files of one kind by their names, the first one of each, read when they are asked for: of those that ship a letter needs few. */
export class ByName<T> implements ReadonlyMap<string, T> {
  private readonly files = new Map<string, SourceFile>();
  private readonly known = new Map<string, T>();

  constructor(
    files: Iterable<SourceFile>,
    private readonly readFile: (file: SourceFile) => T,
  ) {
    for (const file of files) {
      const name = file.header?.name?.text ?? '';
      if (name !== '' && !this.files.has(name)) this.files.set(name, file);
    }
  }

  /** Puts the next version of a file in the place of the last one. */
  replace(before: SourceFile, after: SourceFile): void {
    const name = before.header?.name?.text ?? '';
    if (this.files.get(name)?.uri !== before.uri) return;
    this.files.set(name, after);
    this.known.delete(name);
  }

  get(name: string): T | undefined {
    const file = this.files.get(name);
    return file && this.read(name, file);
  }

  private read(name: string, file: SourceFile): T {
    const known = this.known.get(name);
    if (known !== undefined) return known;
    const read = this.readFile(file);
    this.known.set(name, read);
    return read;
  }

  has(name: string): boolean {
    return this.files.has(name);
  }

  get size(): number {
    return this.files.size;
  }

  keys(): MapIterator<string> {
    return this.files.keys();
  }

  *values(): MapIterator<T> {
    for (const [, value] of this) yield value;
  }

  *entries(): MapIterator<[string, T]> {
    for (const [name, file] of this.files) yield [name, this.read(name, file)];
  }

  [Symbol.iterator](): MapIterator<[string, T]> {
    return this.entries();
  }

  forEach(tell: (value: T, name: string, map: ReadonlyMap<string, T>) => void): void {
    for (const [name, value] of this) tell(value, name, this);
  }
}
