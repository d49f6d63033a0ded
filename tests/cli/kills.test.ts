import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { beforeAll, expect, test } from 'vitest';
import { folderWith } from './folder.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const letters = [
  { char: 'a', length: 300_000 },
  { char: 'b', length: 200_000 },
];

/** Writes one letter over the other, as `lmn render -o` does, until it is stopped; with a number, so many times. */
const program = `
  import { writeLetter } from './server/src/cli/write-letter.js';
  import { openLedger } from './server/src/cli/written-ledger.js';
  const [path, state, times] = process.argv.slice(2);
  const letters = ${JSON.stringify(letters)}.map(({ char, length }) => Buffer.alloc(length, char));
  const overwriting = { ledger: openLedger(state), force: false, source: 'a.lmn', isNamed: true };
  process.stdout.write('begins');
  for (let i = 0; i < Number(times ?? Infinity); i++)
    await writeLetter({ written: 'letter', path, isFile: true }, letters[i % 2], overwriting);`;

let script = '';
beforeAll(async () => {
  script = join(folderWith(), 'write.mjs');
  const stdin = { contents: program, resolveDir: root, loader: 'ts' } as const;
  await build({ stdin, bundle: true, platform: 'node', format: 'esm', outfile: script, logLevel: 'warning' });
}, 60_000);

interface Place {
  readonly folder: string;
  readonly state: string;
}

function start({ folder, state }: Place, ...times: string[]): ChildProcess {
  return spawn(process.execPath, [script, join(folder, 'letter.pdf'), state, ...times], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

/** Stops a run that is writing after so many milliseconds; gives what ended it. */
async function stop(run: ChildProcess, signal: 'SIGKILL' | 'SIGTERM', after: number): Promise<unknown> {
  const ended = once(run, 'exit');
  await once(run.stdout!, 'data');
  await new Promise((resolve) => setTimeout(resolve, after));
  // As a person would who presses Ctrl+C again: one that comes between two letters, when nobody listens, is not heard.
  const again = setInterval(() => run.kill(signal), 100);
  run.kill(signal);
  const [code, by] = (await ended) as [number | null, string | null];
  clearInterval(again);
  return by ?? code;
}

const leftIn = (folder: string) => readdirSync(folder).filter((name) => name !== 'letter.pdf');

/** The letter is wholly one of the two. */
function expectWhole({ folder }: Place): void {
  const text = readFileSync(join(folder, 'letter.pdf'), 'latin1');
  expect(letters.some(({ char, length }) => text.length === length && text === char.repeat(length))).toBe(true);
}

/** `npm run test:long` stops it 200 times. */
const times = process.env['MODE'] === 'long' ? 200 : 40;

test.skipIf(process.platform === 'win32')(
  'stopped again and again while it writes over a letter: it is the old one or the new one, and nothing stays beside it',
  async () => {
    let left = 0;
    const stopOften = async (place: Place) => {
      expect(await once(start(place, '1'), 'exit')).toEqual([0, null]);
      for (let i = 0; i < times / 4; i++) {
        const signal = i % 5 === 4 ? 'SIGTERM' : 'SIGKILL';
        const before = leftIn(place.folder);
        // Of itself a run ends only where the letter that is there is none it knows: then it would have to ask.
        expect(await stop(start(place), signal, Math.random() * 30)).toBe(signal);
        expectWhole(place);
        const after = leftIn(place.folder).filter((name) => !before.includes(name));
        left += after.length;
        expect(after.length).toBeLessThanOrEqual(signal === 'SIGTERM' ? 0 : 1);
      }
      expect(await once(start(place, '1'), 'exit')).toEqual([0, null]);
      expectWhole(place);
      expect(leftIn(place.folder)).toEqual([]);
    };
    const places = Array.from({ length: 4 }, () => ({ folder: folderWith(), state: folderWith() }));
    await Promise.all(places.map(stopOften));
    // They came while it wrote; on a machine that is busy with other tests not often.
    expect(left).toBeGreaterThan(times / 100);
  },
  120_000,
);
