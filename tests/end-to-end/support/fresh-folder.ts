import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** Files by their names, relative to a folder; `/` separates folders. */
export type Files = Readonly<Record<string, string>>;

export interface FreshFolder {
  readonly path: string;
  /** What the file holds on disk now. */
  read(name: string): string;
  remove(): void;
}

/** A new folder with these files, so that no test meets what another has left. */
export function makeFolder(files: Files): FreshFolder {
  const path = mkdtempSync(join(tmpdir(), 'lmn-folder-'));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(path, name)), { recursive: true });
    writeFileSync(join(path, name), text);
  }
  return {
    path,
    read: (name) => readFileSync(join(path, name), 'utf8'),
    remove: () => rmSync(path, { recursive: true, force: true }),
  };
}
