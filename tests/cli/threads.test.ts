import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { threadsWanted } from '../../server/src/cli/threads-wanted.js';
import type { ToThread } from '../../server/src/cli/threads.js';
import { folderWith, lmn, lmnWith, warned, wrong } from './folder.js';
import { type Faults, pretended } from './pretended-threads.js';

const template = (name: string, more = '') =>
  `template ${name} "${name}"\n${more}---\n## Request #history\nI care for [patient name].\n`;
const letter = (of: string, more = '') => `case ${of}\ndate: 2026-11-21\n${more}patient\n  name: Ann Lee\n`;

/** Files of a repository: some that refer to others, some that do not fit, some that are broken. */
const repositories = fc.dictionary(
  fc.constantFrom(...Array.from({ length: 14 }, (_, i) => `${'abc'[i % 3] ?? ''}/${String(i)}.lmn`)),
  fc.constantFrom(
    ...[template('note'), template('note', 'from other\n'), template('other', '\nown field (number)\n'), warned, wrong],
    ...[
      letter('note'),
      letter('other', 'own field: x\n'),
      letter('nto'),
      letter('note', '// lmn-disable-file npi -- x\n'),
    ],
    'vocabulary our "Our"\n\npatient\n  favorite color (text)\n',
    'policy p "P"\npayer: P\nrequire: patient name\n',
    letter('note', 'patinet: x\nprovider\n  npi: 1234567890\n'),
    'no file at all',
    '',
  ),
  { minKeys: 2, maxKeys: 14 },
);

test(
  'what is found is what one thread finds, in the same order, however they take turns',
  () =>
    fc.assert(
      fc.asyncProperty(
        repositories,
        fc.array(fc.nat(4), { minLength: 1, maxLength: 9 }),
        fc.integer({ min: 2, max: 4 }),
        fc.constantFrom('json', 'sarif', 'stylish'),
        async (files, delays, count, format) => {
          const cwd = folderWith({ 'lmn.config.json': '{ "rules": { "npi": "info" } }', ...files });
          const { threads, counted } = pretended({ delays });
          const words = ['lint', '--format', format, '.'];
          const alone = await lmn(cwd, ...words);
          expect(await lmnWith(cwd, { threads }, ...words, '--concurrency', String(count))).toEqual(alone);
          expect(counted).toMatchObject({ running: 0 });
          const cache = ['--cache', '--cache-location', folderWith()];
          expect(await lmnWith(cwd, { threads }, ...words, ...cache, '--concurrency', String(count))).toEqual(alone);
          expect(await lmnWith(cwd, { threads }, ...words, ...cache)).toEqual(alone);
        },
      ),
      { numRuns: 12 },
    ),
  120_000,
);

const many = Object.fromEntries(Array.from({ length: 40 }, (_, i) => [`${String(i).padStart(2, '0')}.lmn`, wrong]));

test('threads take their part', async () => {
  const { threads, counted } = pretended();
  expect((await lmnWith(folderWith(many), { threads }, 'lint', '--concurrency', '3', '.')).code).toBe(1);
  expect(counted.started).toBe(2);
  expect(counted.done).toBeGreaterThan(5);
});

test.each([
  ['one thread is asked for', many, ['--concurrency', '1']],
  [
    'texts stand in for files',
    { 'a.lmn': letter('note').replace('patient', 'patinet'), ...many },
    ['--concurrency', '3', '--fix-dry-run'],
  ],
])('none is started where %s', async (_, files, words) => {
  const { threads, counted } = pretended();
  await lmnWith(folderWith(files), { threads }, 'lint', ...words, '.');
  expect(counted.started).toBe(0);
});

test('a number of threads is a number', async () =>
  expect((await lmn(folderWith(many), 'lint', '--concurrency', 'all', '.')).stderr).toBe(
    'lmn: --concurrency is a number, such as --concurrency 10, not all.\n',
  ));

describe('a thread that ends by itself', () => {
  const run = (endsAt: Faults['endsAt']) => {
    const { threads, counted } = pretended({ ...(endsAt && { endsAt }) });
    return lmnWith(folderWith(many), { threads }, 'lint', '--concurrency', '2', '.').then((ran) => ({
      ...ran,
      counted,
    }));
  };

  test.each([
    ['failed', 'it failed'],
    ['out of memory', 'it ran out of memory'],
  ] as const)(
    '(%s): which files were not checked is told, the others are checked, and the exit code is 2',
    async (why, told) => {
      let at: ToThread | undefined;
      const { code, stdout, stderr, counted } = await run((message) => {
        if (message.kind !== 'do' || at) return undefined;
        at = message;
        return why;
      });
      const lost = at?.kind === 'do' ? at.targets.map(({ path }) => path.slice(-6)) : [];
      expect(code).toBe(2);
      expect(lost.length).toBeGreaterThan(0);
      const among = `, at one of these ${String(lost.length)} files`;
      expect(stderr).toBe(
        lost.map((name) => `lmn: ${name} was not checked: the thread that had it ended: ${told}${among}.\n`).join(''),
      );
      for (const name of Object.keys(many)) expect(stdout.includes(name)).toBe(!lost.includes(name));
      expect(counted).toMatchObject({ running: 0, started: 1 });
    },
  );

  test('before it has checked anything: all are checked, and that is told', async () => {
    const { code, stdout, stderr } = await run(({ kind }) => (kind === 'open' ? 'failed' : undefined));
    expect({ code, stdout }).toEqual({ ...(await lmn(folderWith(many), 'lint', '.')), stderr: undefined });
    expect(stderr).toBe('lmn: A thread ended before it did anything: it failed. Others did its work.\n');
  });
});

test('all end where the run fails', async () => {
  const { threads, counted } = pretended();
  const stdout = {
    write: () => {
      throw new Error();
    },
  };
  const words = ['lint', '--format', 'json', '--max-findings', '0', '--concurrency', '3', '.'];
  const long = Object.fromEntries(Object.keys(many).map((name) => [name, 'case note\n'.repeat(40)]));
  expect((await lmnWith(folderWith(long), { threads, stdout }, ...words)).code).toBe(2);
  expect(counted).toMatchObject({ started: 2, running: 0 });
});

describe('how many more threads pay', () => {
  const from = { time: 0, idle: 0, cores: 8 };
  const wanted = (idleCores: number, left: number, cores = 8, running = 0) =>
    threadsWanted(from, { time: 1000, idle: idleCores * 1000, cores }, 100, left, running);

  test('as many as there are cores with nothing to do', () => {
    expect(wanted(3, 10_000)).toBe(3);
    expect(wanted(0.4, 10_000)).toBe(0);
    expect(wanted(1, 10_000, 2)).toBe(1);
  });
  test('none for what is soon done', () => {
    expect(wanted(3, 100)).toBe(0);
    expect(wanted(3, 450)).toBe(2);
  });
  test('not more than this process may use, nor very many', () => {
    expect(wanted(7, 10_000, 1)).toBe(0);
    expect(wanted(7, 10_000, 4, 2)).toBe(1);
    expect(wanted(60, 100_000, 64)).toBe(8);
  });
  test('none where nothing can be said', () => {
    expect(threadsWanted(from, from, 100, 100, 0)).toBe(0);
    expect(threadsWanted(from, { ...from, time: 1000 }, 0, 100, 0)).toBe(0);
  });
});

test('without a number they are started where cores have nothing to do, and more than a few files are left', async () => {
  let time = 0;
  const busy = (idleCores: number) => () => ({ time: (time += 4000), idle: time * idleCores, cores: 4 });
  const started = async (idleCores: number, files: typeof many) => {
    const { threads, counted } = pretended({}, busy(idleCores));
    await lmnWith(folderWith(files), { threads }, 'lint', '.');
    return counted.started;
  };
  expect(await started(0, many)).toBe(0);
  expect(await started(2, many)).toBeGreaterThan(1);
  expect(await started(2, { 'a.lmn': wrong, 'b.lmn': wrong })).toBe(0);
});
