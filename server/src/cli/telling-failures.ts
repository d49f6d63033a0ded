import { isFailure } from './failure.js';
import { printable } from './printable.js';
import type { Surroundings } from './surroundings.js';

/** Runs a command and gives its exit code; where it fails, what went wrong is told, and the code is 2. Never throws. */
export async function tellingFailures({ stderr }: Surroundings, command: () => Promise<number>): Promise<number> {
  try {
    return await command();
  } catch (error) {
    for (const line of describe(error)) await stderr.write(`lmn: ${line}\n`);
    return 2;
  }
}

/** Of an error that nobody foresaw only its kind and place: its message may hold a patient's value. */
function describe(error: unknown): readonly string[] {
  if (isFailure(error)) return error.message.split('\n');
  const kind = error instanceof Error ? error.name : typeof error;
  const place = error instanceof Error ? /^\s+at ([^\n]+)$/m.exec(error.stack ?? '')?.[1] : undefined;
  return [
    `This is a mistake of the program, please report it: ${printable(kind)}${place === undefined ? '' : ` at ${printable(place)}`}`,
  ];
}
