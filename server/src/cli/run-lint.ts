import { lintCommand } from './lint-command.js';
import type { Surroundings } from './surroundings.js';
import { tellingFailures } from './telling-failures.js';

/** `lmn lint` alone, for a program that has the rest of the command line not with it. Gives the exit code; never throws. */
export function runLint(words: readonly string[], surroundings: Surroundings): Promise<number> {
  return tellingFailures(surroundings, () => lintCommand(words, surroundings));
}
