import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const samples = resolve(import.meta.dirname, '../../../templates/samples');

/** The text of a file in `templates/samples/`. */
export function sample(name: string): string {
  return readFileSync(join(samples, name), 'utf8');
}
