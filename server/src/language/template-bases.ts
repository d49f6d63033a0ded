import type { SourceFile, Word } from './source-file.js';

/** What a template names behind `from` and does not stand on. */
export interface BrokenBase {
  readonly name: Word;
  /** There is no such template; or it is one that stands there already, to which the circle comes back; or too many stand on each other. */
  readonly because: 'missing' | 'circle' | 'depth';
  /** The template to which a circle comes back. */
  readonly back?: SourceFile;
}

/** The templates whose words a letter has: the one that its case names, then what that stands on, and so on. */
export interface Standing {
  /** Never empty. */
  readonly files: readonly SourceFile[];
  /** Where it ends too early. */
  readonly broken?: BrokenBase;
}

/** Finds the template that a file's `from` means. */
export interface BaseFinder {
  baseOf(file: SourceFile): SourceFile | undefined;
}

/** Nobody reads through more, and letters are put together without end to what is remembered on the way. */
const mostTemplates = 100;

/** Follows `from` down to the template that stands on none. A circle is cut where it comes back. */
export function standingOf(file: SourceFile, bases: BaseFinder): Standing {
  const files = [file];
  for (let at = file; ;) {
    const { from, base: name } = at.header ?? {};
    if (!name) return from ? { files, broken: { name: { ...from, text: '…' }, because: 'missing' } } : { files };
    const base = bases.baseOf(at);
    if (!base) return { files, broken: { name, because: 'missing' } };
    if (files.includes(base)) return { files, broken: { name, because: 'circle', back: base } };
    if (files.length === mostTemplates) return { files, broken: { name, because: 'depth' } };
    files.push(base);
    at = base;
  }
}
