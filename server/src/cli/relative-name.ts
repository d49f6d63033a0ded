import { isAbsolute, relative, sep } from 'node:path';

/** A path as reports name it: from the working folder, with slashes on every system; absolute only on another drive. */
export function relativeName(path: string, cwd: string): string {
  const way = relative(cwd, path) || path;
  return sep === '\\' ? (isAbsolute(way) ? path : way).replaceAll('\\', '/') : way;
}
