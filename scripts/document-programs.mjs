import { readFileSync } from 'node:fs';
import { join, posix, resolve } from 'node:path';
import { runTypeScript } from './run-typescript.mjs';

const root = resolve(import.meta.dirname, '..');

/**
 * The programs of their own that write letters, one for each format whose row in `letter-formats.ts` says so: its id, the source that `document-writers.ts`
 * loads for it, and its bundle. Throws where the two disagree.
 */
export async function documentPrograms() {
  const { ids } = await runTypeScript(`
    import { allLetterFormats, isDocumentFormat } from './server/src/letter-formats.js';
    export const ids = allLetterFormats.filter(isDocumentFormat);`);
  const writers = readFileSync(join(root, 'server/src/document-writers.ts'), 'utf8');
  const loaded = [...writers.matchAll(/^ {4}(\w+): async [^]*?import\('([^']+)'\)/gm)];
  const programs = loaded.map(([, id, source]) => ({
    id,
    entry: posix.join('server/src', source.replace(/\.js$/, '.ts')),
    outfile: `dist/${id}.cjs`,
  }));
  const found = programs.map(({ id }) => id);
  if ([...ids].sort().join() !== [...found].sort().join())
    throw new Error(
      `document-writers.ts loads programs for ${found.join(', ')}; letter-formats.ts names ${ids.join(', ')}.`,
    );
  return programs;
}
