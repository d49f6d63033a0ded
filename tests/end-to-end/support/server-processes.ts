import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

/** The processes, by their ids, of language servers that an extension under this folder has started. */
export function findServerProcesses(home: string): number[] {
  const program = join(home, 'extensions');
  return execFileSync('ps', ['-ww', '-eo', 'pid=,args='], { encoding: 'utf8' })
    .split('\n')
    .filter((line) => line.includes(program) && line.includes('dist/server.cjs'))
    .map((line) => Number.parseInt(line, 10));
}
