import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ToThread } from '../../server/src/cli/threads.js';
import { folderWith, lmn, lmnWith } from './folder.js';
import { type Faults, pretended } from './pretended-threads.js';

const template = 'template note "Note"\n---\n## Request #history\nI care for [patient name].\n';
const letter = (more = '', of = 'note') =>
  `case ${of}\ndate: 2026-11-21\npatient\n  name: Ann Lee\nprovider\n  name: Dana Whitfield\n  credentials: MD\n  npi: 1234567893\n${more}`;
const now = () => new Date('2026-11-30T10:00:00Z');

/** All that a folder holds, by name. */
const contents = (folder: string) =>
  Object.fromEntries(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'latin1')]));

/** A folder of cases: final ones, some with gaps, of no template, that share a name, with a picture that is not there. */
const folders = fc.dictionary(
  fc.constantFrom(...Array.from({ length: 12 }, (_, i) => `${'ab'[i % 2] ?? ''}/${String(i)}.lmn`)),
  fc.constantFrom(
    ...[letter(), letter('reference number: R-1\n'), letter().replace('  name: Ann Lee\n', ''), letter('', 'nto')],
    ...[letter().replace('Ann Lee', 'דינה'), letter('patinet: x\n'), template.replaceAll('note', 'other'), ''],
    letter().replace('1234567893', '1234567890'),
    letter('practice\n  logo: none.png\n', 'with-logo'),
  ),
  { minKeys: 2, maxKeys: 12 },
);

test(
  'letters are what one thread makes, told in the same order, however threads take turns',
  () =>
    fc.assert(
      fc.asyncProperty(
        folders,
        fc.array(fc.nat(4), { minLength: 1, maxLength: 9 }),
        fc.integer({ min: 2, max: 4 }),
        fc.constantFrom(['txt'], ['pdf'], ['html', '--draft'], ['docx', '--paper', 'a4'], ['md', '--template', 'note']),
        fc.constantFrom('[case]', '[reference number] [nothing]'),
        async (files, delays, count, [type = '', ...options], fileName) => {
          const cwd = folderWith({
            'lmn.config.json': JSON.stringify({ export: { fileName } }),
            'b/lmn.config.json': '{ "paper": { "size": "a4" } }',
            'note.lmn': template,
            'logo.lmn': template
              .replace('note "Note"', 'with-logo "Logo"')
              .replace('I care', '[practice logo]\n\nI care'),
            ...files,
            'out/keep': '',
          });
          const run = async (...words: string[]) => {
            rmSync(join(cwd, 'out'), { recursive: true });
            mkdirSync(join(cwd, 'out'));
            const { threads, counted } = pretended({ delays });
            const ran = await lmnWith(
              cwd,
              { threads, now },
              'render',
              '.',
              '-o',
              'out',
              '--to',
              type,
              ...options,
              ...words,
            );
            expect(counted.running).toBe(0);
            return { ...ran, written: contents(join(cwd, 'out')) };
          };
          expect(await run('--concurrency', String(count))).toEqual(await run('--concurrency', '1'));
        },
      ),
      { numRuns: 15 },
    ),
  120_000,
);

const many = {
  'note.lmn': template,
  'lmn.config.json': '{ "export": { "fileName": "[case]" } }',
  'out/keep': '',
  ...Object.fromEntries(Array.from({ length: 40 }, (_, i) => [`${String(i).padStart(2, '0')}.lmn`, letter()])),
};
const run = async (endsAt?: Faults['endsAt'], cwd = folderWith(many)) => {
  const { threads, counted } = pretended({ ...(endsAt && { endsAt }) });
  const words = ['render', '.', '-o', 'out', '--to', 'txt', '--concurrency', '3'];
  return { cwd, counted, ...(await lmnWith(cwd, { threads }, ...words)) };
};

test('threads take their part, and end', async () => {
  const { code, counted, cwd } = await run();
  expect(code).toBe(0);
  expect(counted).toMatchObject({ started: 2, running: 0 });
  expect(counted.done).toBeGreaterThan(5);
  expect(Object.keys(contents(join(cwd, 'out')))).toHaveLength(41);
});

test('none is started for one thread, and a number of threads is a number', async () => {
  const { threads, counted } = pretended();
  const words = ['render', '.', '-o', 'out', '--to', 'txt', '--concurrency'];
  expect((await lmnWith(folderWith(many), { threads }, ...words, '1')).code).toBe(0);
  expect(counted.started).toBe(0);
  expect((await lmn(folderWith(many), ...words, 'all')).stderr).toBe(
    'lmn: --concurrency is a number, such as --concurrency 10, not all.\n',
  );
});

describe('a thread that ends by itself', () => {
  test('is told with what it had, the others are written, and the exit code is 2', async () => {
    let at: ToThread | undefined;
    const { code, stdout, stderr, cwd, counted } = await run((message) => {
      if (message.kind !== 'do' || at) return undefined;
      at = message;
      return 'out of memory';
    });
    const lost = at?.kind === 'do' ? at.targets.map(({ path }) => path.slice(-6, -4)) : [];
    expect(lost.length).toBeGreaterThan(1);
    expect(code).toBe(2);
    for (const name of lost)
      expect(stderr).toContain(
        `lmn: ${name}.lmn was not made into a letter: the thread that had it ended: it ran out of memory, at one of these ${String(lost.length)} files.\n`,
      );
    const written = Object.keys(contents(join(cwd, 'out')));
    expect(written).toHaveLength(41 - lost.length);
    for (const name of lost) expect(written).not.toContain(`${name}.txt`);
    expect(stdout.split('\n')).toHaveLength(41 - lost.length);
    expect(counted.running).toBe(0);
  });

  test('before it has made one: all are written, and that is told', async () => {
    const { code, stderr } = await run(({ kind }) => (kind === 'open' ? 'failed' : undefined));
    expect(code).toBe(0);
    expect(stderr).toContain('lmn: A thread ended before it did anything: it failed. Others did its work.\n');
  });
});

test('a file that somebody has worked on stays, whichever thread made its letter', async () => {
  const cwd = folderWith(many);
  writeFileSync(join(cwd, 'out', '07.txt'), 'mine');
  const { code, stderr } = await run(undefined, cwd);
  expect(code).toBe(2);
  expect(stderr).toMatch(/^lmn: 07\.lmn: .*07\.txt/m);
  expect(readFileSync(join(cwd, 'out', '07.txt'), 'utf8')).toBe('mine');
});
