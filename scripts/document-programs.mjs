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
  const programs = ids.flatMap((id) => {
    const source = loaded.find(([, name]) => name === id)?.[2];
    return source === undefined ? [] : [{ id, source }];
  });
  const sources = programs.map(({ source }) => source);
  // What else is asked of a document (its pages, its fonts) is in the program of one of the formats.
  const others = loaded.filter(([, , source]) => !sources.includes(source));
  if (programs.length < ids.length || others.length > 0)
    throw new Error(
      `document-writers.ts loads ${loaded.map(([, id, source]) => `${id} from ${source}`).join(', ')}; ` +
        `letter-formats.ts names the formats ${ids.join(', ')}, each a program of its own.`,
    );
  return programs.map(({ id, source }) => ({
    id,
    entry: posix.join('server/src', source.replace(/\.js$/, '.ts')),
    outfile: `dist/${id}.cjs`,
  }));
}
