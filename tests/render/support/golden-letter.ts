import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { ResolvedLetter } from '../../../server/src/letter/letter.js';
import { readGoldenInput } from './golden.js';
import { shippedTemplates } from '../../support/workspace.js';
import { letterOf } from './letter-of.js';

/** Every `NAME.lmn` beside the golden files is a case; a `NAME.template.lmn` is the template it uses, which may stand on one that ships, another `NAME.….lmn` what that stands on, or a vocabulary; `shared.….lmn` stands beneath several. */
const inputs = readdirSync(fileURLToPath(new URL('../golden/', import.meta.url))).filter((name) =>
  name.endsWith('.lmn'),
);
export const goldenCases = inputs.map((name) => name.replace(/\.lmn$/, '')).filter((name) => !name.includes('.'));

/** Letters of kinds that are in public use, in words of our own. */
export const publicLetters: readonly string[] = [
  'home-health-certificate',
  'ambulance-certificate',
  'patient-review',
  'surgery-support',
  'utility-certificate',
  'travel-letter',
  'account-letter',
  'growth-hormone',
  'proton-appeal',
  'employer-letter',
  'external-review',
];

/** What such a case needs beside itself: its own files, and the templates that ship. */
export function goldenOthers(name: string): Readonly<Record<string, string>> {
  const others = inputs.filter(
    (input) => (input.startsWith(`${name}.`) && input !== `${name}.lmn`) || input.startsWith('shared.'),
  );
  return { ...shippedTemplates, ...Object.fromEntries(others.map((other) => [other, readGoldenInput(other)])) };
}

export function goldenLetter(name: string): ResolvedLetter {
  return letterOf(readGoldenInput(`${name}.lmn`), goldenOthers(name));
}
