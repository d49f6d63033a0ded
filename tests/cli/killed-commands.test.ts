import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { folderWith } from './folder.js';

/** `npm run test:long` kills 200 times, and 200 more in kills.test.ts. */
const times = process.env['MODE'] === 'long' ? 40 : 3;
/** Each of them starts a program; on a busy machine that takes seconds. */
const patience = 1_800_000;
const home = folderWith();
let built = '';

beforeAll(async () => {
  built = folderWith();
  const { buildCommandLine } = (await import(new URL('../../scripts/build.mjs', import.meta.url).href)) as {
    buildCommandLine: (folder: string) => Promise<unknown>;
  };
  await buildCommandLine(built);
}, 60_000);

const env = { ...process.env, HOME: home, XDG_CACHE_HOME: home, XDG_STATE_HOME: home, LMN_NO_CACHE: '' };
const command = (words: readonly string[]) => [join(built, 'cli.cjs'), ...words];

function run(cwd: string, words: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, command(words), { cwd, env, encoding: 'utf8' });
  return { code: status, stdout, stderr };
}

/** How long the command takes where nobody stops it, in milliseconds: to know when to. */
function timed(cwd: string, words: readonly string[]): number {
  const begun = performance.now();
  expect(run(cwd, words).code).not.toBeNull();
  return performance.now() - begun;
}

/** Starts the command and stops it at any moment of the time that it takes; it may have ended by then. */
async function stopped(cwd: string, words: readonly string[], within: number, signal: NodeJS.Signals = 'SIGKILL') {
  const program = spawn(process.execPath, command(words), { cwd, env, stdio: 'ignore' });
  const ended = once(program, 'exit') as Promise<[number | null, string | null]>;
  await new Promise((resolve) => setTimeout(resolve, Math.random() * within));
  program.kill(signal);
  const [code, by] = await ended;
  return by ?? code;
}

const names = Array.from({ length: 40 }, (_, i) => `${String(i).padStart(2, '0')}.lmn`);
const template = 'template note "Note"\n---\n## Request #history\nI care for [patient name].\n';
const letter = (name: string, more = '') =>
  `case note\ndate:   2026-11-21\nreference number: ${name}\npatinet\n  name: Maria Alvarez\n${more}`;
const lettersOf = (text: (name: string) => string) => Object.fromEntries(names.map((name) => [name, text(name)]));

/** Writes files anew, whatever there was. */
function reset(cwd: string, files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) writeFileSync(join(cwd, name), text);
}

const textsIn = (cwd: string, among: readonly string[]) => among.map((name) => readFileSync(join(cwd, name), 'utf8'));
const isTemporary = (name: string) => name.endsWith('.tmp');

describe.skipIf(process.platform === 'win32')('killed at any moment', () => {
  test.each([
    ['lmn lint --fix', ['lint', '--fix', '.']],
    ['lmn format', ['format', '.']],
  ])(
    '%s: each file is the old one or the new one, and the next run mends the rest',
    async (_, words) => {
      const before = { 'note.lmn': template, ...lettersOf((name) => letter(name)) };
      const cwd = folderWith(before);
      const within = timed(cwd, words);
      const after = textsIn(cwd, names);
      expect(after).not.toEqual(names.map((name) => letter(name)));
      let halfway = 0;
      for (let i = 0; i < times; i++) {
        reset(cwd, before);
        const mayLeave = readdirSync(cwd).filter(isTemporary);
        await stopped(cwd, words, within);
        const texts = textsIn(cwd, names);
        const done = texts.filter((text, j) => text === after[j]).length;
        texts.forEach((text, j) => expect([letter(names[j] ?? ''), after[j]]).toContain(text));
        if (done > 0 && done < names.length) halfway++;
        expect(
          readdirSync(cwd).filter((name) => isTemporary(name) && !mayLeave.includes(name)).length,
        ).toBeLessThanOrEqual(1);
      }
      // They came while it wrote.
      if (times > 20) expect(halfway).toBeGreaterThan(0);
      reset(cwd, before);
      run(cwd, words);
      expect(textsIn(cwd, names)).toEqual(after);
      expect(readdirSync(cwd).sort()).toEqual([...names, 'note.lmn'].sort());
    },
    patience,
  );

  test(
    'lmn lint --write-baseline: the baseline is the old one or the new one',
    async () => {
      const files = { 'note.lmn': template, ...lettersOf((name) => letter(name)) };
      const old = '{\n  "version": 1,\n  "findings": []\n}\n';
      const cwd = folderWith(files);
      const words = ['lint', '--write-baseline', '.'];
      const path = join(cwd, 'lmn.baseline.json');
      const within = timed(cwd, words);
      const whole = readFileSync(path, 'utf8');
      expect(whole).toContain('unknown-record');
      for (let i = 0; i < times; i++) {
        writeFileSync(path, old);
        await stopped(cwd, words, within);
        expect([old, whole]).toContain(readFileSync(path, 'utf8'));
      }
      run(cwd, words);
      expect(readdirSync(cwd).sort()).toEqual([...names, 'lmn.baseline.json', 'note.lmn'].sort());
    },
    patience,
  );

  test(
    'lmn lint --cache: what the next run tells is right, while another one uses the same cache',
    async () => {
      const cwd = folderWith({ 'note.lmn': template });
      const kept = folderWith();
      const words = ['lint', '--format', 'json', '.'];
      const cached = [...words, '--cache', '--cache-location', kept];
      reset(
        cwd,
        lettersOf((name) => letter(name, '// old\n')),
      );
      const within = timed(cwd, cached);
      const alone = run(cwd, words);
      for (let i = 0; i < times; i++) {
        // A third is new each time, so that there is something to write. What is told of a file does not depend on which comment it has.
        reset(
          cwd,
          lettersOf((name) =>
            letter(name, (i + Number(name.slice(0, 2))) % 3 === 0 ? `// ${String(i)}\n` : '// old\n'),
          ),
        );
        const other = spawn(process.execPath, command(cached), { cwd, env, stdio: ['ignore', 'pipe', 'ignore'] });
        const parts: Buffer[] = [];
        other.stdout.on('data', (part: Buffer) => parts.push(part));
        const ended = once(other, 'close');
        await stopped(cwd, cached, within);
        await ended;
        expect(Buffer.concat(parts).toString('utf8')).toBe(alone.stdout);
        expect(run(cwd, cached)).toEqual(alone);
      }
      // What a killed run left goes with the next one that writes.
      reset(
        cwd,
        lettersOf((name) => letter(name, '// the last\n')),
      );
      run(cwd, cached);
      expect(readdirSync(kept)).toHaveLength(1);
    },
    patience,
  );

  test(
    'lmn render of many cases: each letter is whole or not there, and the next run writes the rest',
    async () => {
      const settings = '{ "export": { "fileName": "[case]" } }';
      const cwd = folderWith({ 'note.lmn': template, 'lmn.config.json': settings, 'out/keep': '' });
      reset(
        cwd,
        lettersOf((name) => letter(name).replace('patinet', 'patient')),
      );
      const words = ['render', '.', '-o', 'out', '--to', 'txt', '--draft'];
      const out = join(cwd, 'out');
      const within = timed(cwd, words);
      const written = () =>
        readdirSync(out)
          .filter((name) => name.endsWith('.txt'))
          .sort();
      const whole = new Map(written().map((name) => [name, readFileSync(join(out, name), 'utf8')]));
      expect(whole.size).toBe(names.length);
      let halfway = 0;
      for (let i = 0; i < times; i++) {
        rmSync(out, { recursive: true });
        mkdirSync(out);
        await stopped(cwd, words, within);
        for (const name of written()) expect(readFileSync(join(out, name), 'utf8')).toBe(whole.get(name));
        if (written().length > 0 && written().length < names.length) halfway++;
        expect(run(cwd, words).code).toBe(0);
        expect(readdirSync(out).sort()).toEqual([...whole.keys()]);
      }
      if (times > 20) expect(halfway).toBeGreaterThan(0);
    },
    patience,
  );

  test(
    'Ctrl+C ends lmn lint with all its threads, and a report is whole or not there',
    async () => {
      const cwd = folderWith({ 'note.lmn': template, ...lettersOf((name) => letter(name)) });
      const words = ['lint', '--concurrency', '3', '--format', 'json', '--output-file', 'lint.json', '.'];
      const within = timed(cwd, words);
      const whole = readFileSync(join(cwd, 'lint.json'), 'utf8');
      for (let i = 0; i < times; i++) {
        rmSync(join(cwd, 'lint.json'), { force: true });
        expect([0, 1, 'SIGINT']).toContain(await stopped(cwd, words, within, 'SIGINT'));
        const left = readdirSync(cwd).filter((name) => !name.endsWith('.lmn'));
        expect([[], ['lint.json']]).toContainEqual(left);
        if (left.length > 0) expect(readFileSync(join(cwd, 'lint.json'), 'utf8')).toBe(whole);
      }
    },
    patience,
  );
});
