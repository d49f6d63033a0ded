import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { ResolvedLetter } from '../../../server/src/letter/letter.js';
import { readGoldenInput } from './golden.js';
import { letterOf } from './letter-of.js';

/** Every `NAME.lmn` beside the golden files is a case; a `NAME.template.lmn` is the template it uses, another `NAME.….lmn` what that stands on, or a vocabulary. */
const inputs = readdirSync(fileURLToPath(new URL('../golden/', import.meta.url))).filter((name) =>
  name.endsWith('.lmn'),
);
export const goldenCases = inputs.map((name) => name.replace(/\.lmn$/, '')).filter((name) => !name.includes('.'));

export function goldenLetter(name: string): ResolvedLetter {
  const others = inputs.filter((input) => input.startsWith(`${name}.`) && input !== `${name}.lmn`);
  return letterOf(
    readGoldenInput(`${name}.lmn`),
    Object.fromEntries(others.map((other) => [other, readGoldenInput(other)])),
  );
}
