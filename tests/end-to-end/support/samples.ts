import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const samples = resolve(import.meta.dirname, '../../../templates/samples');

/** The text of a file in `templates/samples/`. */
export function sample(name: string): string {
  return readFileSync(join(samples, name), 'utf8');
}

/** A case that has hardly begun. */
export const shortCase = `case general-medical-necessity
date: 2026-11-21
patient
  name: Ana Ruiz
---
## Rationale
She has 18 headache days a month.
`;
