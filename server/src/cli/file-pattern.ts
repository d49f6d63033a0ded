import { existsSync } from 'node:fs';
import { sep } from 'node:path';
import { Minimatch } from 'minimatch';

/** Files that are meant by a pattern such as `cases/*-appeal.lmn`, which the shell has left as it is. */
export interface FilePattern {
  /** The folder in which they are looked for, as written. */
  readonly base: string;
  /** Whether a path from that folder is meant. */
  readonly matches: (way: string) => boolean;
}

/** Reads a pattern; undefined for what is a path: it has no wildcard, or there is a file of this very name. */
export function patternIn(written: string, path: string): FilePattern | undefined {
  if (!/[*?[]/.test(written) || existsSync(path)) return undefined;
  const segments = (sep === '\\' ? written.replaceAll('\\', '/') : written).split('/');
  const first = segments.findIndex((segment) => /[*?[]/.test(segment));
  const base = segments.slice(0, first).join('/');
  const pattern = new Minimatch(segments.slice(first).join('/'), {
    nocomment: true,
    nonegate: true,
    nobrace: true,
    nocase: sep === '\\',
  });
  return {
    base: base === '' ? (first === 0 ? '.' : '/') : base,
    matches: (way) => pattern.match(sep === '\\' ? way.replaceAll('\\', '/') : way),
  };
}
