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

/** Writes one letter over the other until it is stopped; with a number, so many times. After the first it says that it is at it, however busy the machine. As `lmn render -o` does, and as `lmn lint --fix` and `lmn format` do. */
const programs = {
  'a letter': `
  import { writeLetter } from './server/src/cli/write-letter.js';
  import { openLedger } from './server/src/cli/written-ledger.js';
  const [path, state, times] = process.argv.slice(2);
  const letters = ${JSON.stringify(letters)}.map(({ char, length }) => Buffer.alloc(length, char));
  const overwriting = { ledger: openLedger(state), force: false, source: 'a.lmn', isNamed: true };
  for (let i = 0; i < Number(times ?? Infinity); i++) {
    await writeLetter({ written: 'letter', path, isFile: true }, letters[i % 2], overwriting);
    if (i === 0) process.stdout.write('goes on');
  }`,
  'a file of letters': `
  import { existsSync, readFileSync, writeFileSync } from 'node:fs';
  import { rewriteFile } from './server/src/cli/rewrite-file.js';
  const [path, , times] = process.argv.slice(2);
  const letters = ${JSON.stringify(letters)}.map(({ char, length }) => char.repeat(length));
  if (!existsSync(path)) writeFileSync(path, letters[0]);
  for (let i = 0; i < Number(times ?? Infinity); i++) {
    const before = readFileSync(path, 'utf8');
    const problem = await rewriteFile(path, 'letter', before, letters.find((text) => text !== before));
    if (problem) throw new Error(problem);
    if (i === 0) process.stdout.write('goes on');
  }`,
} as const;

type Program = keyof typeof programs;

const scripts = new Map<string, string>();
beforeAll(async () => {
  for (const [name, contents] of Object.entries(programs)) {
    const outfile = join(folderWith(), 'write.mjs');
    const stdin = { contents, resolveDir: root, loader: 'ts' } as const;
    await build({ stdin, bundle: true, platform: 'node', format: 'esm', outfile, logLevel: 'warning' });
    scripts.set(name, outfile);
  }
}, 60_000);

interface Place {
  readonly program: Program;
  readonly folder: string;
  readonly state: string;
}

function start({ program, folder, state }: Place, ...times: string[]): ChildProcess {
  return spawn(process.execPath, [scripts.get(program) ?? '', join(folder, 'letter.pdf'), state, ...times], {
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
const isLong = process.env['MODE'] === 'long';

test.skipIf(process.platform === 'win32').each([
  ['a letter', isLong ? 200 : 40],
  ['a file of letters', isLong ? 200 : 12],
] as const)(
  'stopped again and again while it writes over %s: it is the old one or the new one, and nothing stays beside it',
  async (program, times) => {
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
    const places = Array.from({ length: 4 }, () => ({ program, folder: folderWith(), state: folderWith() }));
    await Promise.all(places.map(stopOften));
    // They came while it wrote.
    if (isLong || times > 20) expect(left).toBeGreaterThan(times / 20);
  },
  120_000,
);
