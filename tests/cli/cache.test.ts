import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { LangiumParser } from 'langium';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { openFindings } from '../../server/src/cli/findings-store.js';
import { folderWith, lmn, lmnWith, type Ran } from './folder.js';

const template = 'template note "Note"\n---\n## Request #history\nI care for [patient name].\n';
const named = (name: string, more = '') =>
  `case note\n${more}date: 2026-11-21\npatient\n  name: ${name}\nprovider\n  name: Dana Whitfield\n  npi: 1234567890\n`;
const files = {
  'note.lmn': template,
  'cases/a.lmn': named('Marisol Quintero'),
  'cases/b.lmn': named('Rosa Diaz', 'paitent: x\n'),
  'cases/c.lmn': named('Ann Lee', '// lmn-disable-file npi -- an old number\n'),
};

/** Changes of any file that counts: another text, or none. */
const edits = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.tuple(
      fc.constantFrom('cases/a.lmn', 'cases/b.lmn', 'cases/new.lmn', 'note.lmn', 'other.lmn'),
      fc.constantFrom(
        undefined,
        ...Object.values(files),
        'vocabulary our "Our"\n\npatient\n  favorite color (text)\n',
        'template other "Other" from note\n',
        'template note "Note"\n---\n## Request #history\n[patient nmae] [patient favorite color]\n',
        'policy p "P"\npayer: P\nrequire: patient name\n',
        'no file at all',
        '',
      ),
    ),
  },
  fc.tuple(
    fc.constantFrom('lmn.config.json', 'cases/lmn.config.json'),
    fc.constantFrom(undefined, '{}', '{ "rules": { "npi": "off" } }', '{ "rules": { "npi": "info" } }'),
  ),
);

let cwd = '';
let kept = '';
beforeEach(() => {
  cwd = folderWith(files);
  kept = folderWith();
});
afterEach(() => void vi.restoreAllMocks());

const write = (name: string, text: string) => {
  writeFileSync(join(cwd, name), text);
};
const lint = (...words: string[]) => lmn(cwd, 'lint', ...words, '.');
const cached = (...words: string[]) => lint('--cache', '--cache-location', kept, ...words);

/** How many texts a run parses; the files that ship were read by an earlier one. */
async function parsesOf(run: () => Promise<Ran>): Promise<number> {
  await lint();
  const parses = vi.spyOn(LangiumParser.prototype, 'parse');
  await run();
  const count = parses.mock.calls.length;
  parses.mockRestore();
  return count;
}

describe('what has not changed', () => {
  test('is told the same, and nothing at all is parsed', async () => {
    const cold = await cached();
    expect(cold).toEqual(await lint());
    expect(cold.code).toBe(1);
    expect(await parsesOf(() => cached())).toBe(0);
    expect(await cached()).toEqual(cold);
  });

  test('is not written again', async () => {
    await cached();
    const path = join(kept, readdirSync(kept)[0] ?? '');
    const before = statSync(path, { bigint: true });
    await cached();
    expect(statSync(path, { bigint: true }).ino).toBe(before.ino);
  });

  test('is told in any format, with what is asked for, and against any baseline', async () => {
    await cached();
    for (const words of [
      ['--format', 'sarif'],
      ['--format', 'json'],
      ['--quiet'],
      ['--rule', 'npi'],
      ['--max-findings', '1'],
    ])
      expect(await cached(...words)).toEqual(await lint(...words));
    await lint('--write-baseline');
    expect(await parsesOf(() => cached())).toBe(0);
    expect(await cached('--format', 'sarif')).toEqual(await lint('--format', 'sarif'));
  });

  test('stays known on another branch and back', async () => {
    await cached();
    write('note.lmn', template.replace('I care', 'We care'));
    await cached();
    write('note.lmn', template);
    expect(await parsesOf(() => cached())).toBe(0);
  });
});

describe('what has changed', () => {
  test('of one case: it is parsed, and what it refers to', async () => {
    await cached();
    write('cases/a.lmn', named('Ann Lee'));
    expect(await parsesOf(() => cached())).toBe(2);
    expect(await parsesOf(() => cached())).toBe(0);
  });

  test('is not much, says --debug', async () => {
    const told = async () => /known from an earlier run: .*/.exec((await cached('--debug')).stderr)?.[0];
    expect(await told()).toBe('known from an earlier run: 0 of 4 files.');
    write('cases/a.lmn', named('Ann Lee'));
    expect(await told()).toBe('known from an earlier run: 3 of 4 files.');
    expect((await lint('--debug')).stderr).not.toContain('known from');
  });

  test.each(['cases/long.lmn', 'note.lmn', 'other.lmn'])(
    'to what cannot be read (%s): that is told each time, and the rest is known',
    async (name) => {
      await cached();
      write(name, `${files['cases/a.lmn']}${' '.repeat(4_000_000)}`);
      const first = await cached();
      expect(first.code).toBe(2);
      expect(first.stderr).toMatch(/long\.lmn|note\.lmn|other\.lmn/);
      expect(first).toEqual(await lint());
      expect(await cached()).toEqual(first);
      const known = /known from an earlier run: .*/.exec((await cached('--debug')).stderr)?.[0];
      expect(known).toBe(`known from an earlier run: ${name === 'note.lmn' ? '3 of 4' : '4 of 5'} files.`);
      // What asks for less tells of it too, where it is none of what is asked for.
      const some = ['lint', 'cases/a.lmn'];
      expect(await lmn(cwd, ...some, '--cache', '--cache-location', kept)).toEqual(await lmn(cwd, ...some));
      rmSync(join(cwd, name));
      expect(await cached()).toEqual(await lint());
    },
  );

  test('to what git tracks is told', async () => {
    const git = (...words: string[]) => spawnSync('git', words, { cwd });
    git('init');
    const before = await cached();
    git('add', '-f', 'cases/a.lmn');
    const after = await cached();
    expect(before.stdout).not.toContain('case-in-repository');
    expect(after.stdout).toContain('case-in-repository');
    expect(after).toEqual(await lint());
  });

  test('is found by another build of the program, and by other code lists', async () => {
    await cached();
    const again = (build: string) =>
      parsesOf(() => lmnWith(cwd, { build }, 'lint', '--cache', '--cache-location', kept, '.'));
    expect(await again('b')).toBe(4);
    expect(await again('b')).toBe(0);
    mkdirSync(join(cwd, 'lmn-codes'));
    write('lmn-codes/icd10cm-2027.lmncodes', 'x');
    expect(await again('b')).toBe(4);
    expect(await again('b')).toBe(0);
  });

  test(
    'whatever it is: the findings are those of a run that knows nothing',
    () =>
      fc.assert(
        fc.asyncProperty(fc.array(edits, { minLength: 1, maxLength: 5 }), async (all) => {
          const folder = folderWith(files);
          const asked = ['lint', '--format', 'json', '.'];
          const cache = ['--cache', '--cache-location', folderWith()];
          await lmn(folder, ...asked, ...cache);
          for (const [name, text] of all) {
            if (text === undefined) rmSync(join(folder, name), { force: true });
            else writeFileSync(join(folder, name), text);
            expect(await lmn(folder, ...asked, ...cache)).toEqual(await lmn(folder, ...asked));
          }
        }),
        { numRuns: 10 },
      ),
    120_000,
  );
});

describe('what is kept', () => {
  const content = () => readFileSync(join(kept, readdirSync(kept)[0] ?? ''), 'utf8');

  test('is hashes and findings: no word of a case, no name of a file', async () => {
    await cached('--format', 'json');
    // A hash is as good as random: 2026 may stand in it.
    const besidesHashes = content().replace(/[\w-]{43,}/g, '');
    expect(besidesHashes).toContain('npi');
    for (const word of ['Marisol', 'Quintero', 'Whitfield', '1234567890', '2026', 'paitent', 'cases/', 'a.lmn'])
      expect(besidesHashes).not.toContain(word);
  });

  test('is not the word that is in no dictionary', async () => {
    write('lmn.config.json', '{ "rules": { "spelling": "warning" } }');
    write('cases/a.lmn', `${named('Ann Lee')}---\n## Request\nThe tretament failed.\n`);
    expect((await cached()).stdout).toContain('spelling');
    expect(content()).toContain('"spelling"');
    expect(content()).not.toContain('tretament');
    expect(await cached()).toEqual(await lint());
  });

  test('is hashed by a key of its own', async () => {
    await cached();
    const once = content();
    rmSync(kept, { recursive: true });
    await cached();
    const keys = (text: string) =>
      text
        .split('\n')
        .slice(1, -1)
        .map((line) => line.slice(0, 43));
    expect(keys(once)).toHaveLength(4);
    for (const key of keys(content())) expect(keys(once)).not.toContain(key);
  });

  test('holds of a case no fix, and one is told all the same', async () => {
    const mended = { 'a.lmn': 'case note\nparent: x\n', 'note.lmn': template };
    cwd = folderWith({ ...mended, 'b.lmn': 'case note\npatinet\n  name: A\n' });
    await cached('--format', 'json');
    expect(content()).toMatch(/^[\w-]{43}m/m);
    expect(content()).not.toContain('"title"');
    const warm = await cached('--format', 'json');
    expect(warm).toEqual(await lint('--format', 'json'));
    expect(warm.stdout).toContain('"fix"');
  });

  test.each([
    ['cut short', (text: string) => text.slice(0, -20)],
    ['longer', (text: string) => `${text}x`],
    ['changed in one place', (text: string) => text.replace('warning', 'warninq').replace('error', 'errar')],
    ['empty', () => ''],
    ['of another version', (text: string) => text.replace('lmn-findings-1', 'lmn-findings-2')],
    ['something else', () => '{ "files": {} }'],
  ])('counts for nothing where it is %s, and is written anew', async (_, damage) => {
    const cold = await cached();
    const path = join(kept, readdirSync(kept)[0] ?? '');
    writeFileSync(path, damage(readFileSync(path, 'utf8')));
    expect(await cached()).toEqual(cold);
    expect(await parsesOf(() => cached())).toBe(0);
  });

  test('is not more and more: what no run has asked for lately goes', async () => {
    const many = openFindings(kept, cwd);
    for (let i = 0; i < 20_005; i++) many.put(many.keyOf(String(i)), '--');
    expect(await many.keep()).toBeUndefined();
    const next = openFindings(kept, cwd);
    next.put(next.keyOf('new'), '--');
    expect(next.get(next.keyOf('20004'))).toBe('--');
    await next.keep();
    expect(content().split('\n')).toHaveLength(1 + 2 + 20_000 + 1);
    const last = openFindings(kept, cwd);
    expect(['new', '20004', '0', '20003'].map((one) => last.get(last.keyOf(one)))).toEqual([
      '--',
      '--',
      '--',
      undefined,
    ]);
  });

  test('holds what two runs at once have found', async () => {
    const seed = openFindings(kept, cwd);
    seed.put(seed.keyOf('seed'), '--');
    await seed.keep();
    const [one, other] = [openFindings(kept, cwd), openFindings(kept, cwd)];
    one.put(one.keyOf('one'), 'm-');
    other.put(other.keyOf('other'), '-y');
    await one.keep();
    await other.keep();
    const last = openFindings(kept, cwd);
    expect(['seed', 'one', 'other'].map((name) => last.get(last.keyOf(name)))).toEqual(['--', 'm-', '-y']);
  });
});

describe('where it is kept', () => {
  test('without a folder: in the cache folder of the user, which nobody else can read', async () => {
    const cacheFolder = join(kept, 'lmn-findings');
    expect((await lmnWith(cwd, { cacheFolder }, 'lint', '--cache', '.')).stderr).toBe('');
    expect(readdirSync(cacheFolder)).toHaveLength(1);
    if (process.platform !== 'win32') expect(statSync(cacheFolder).mode & 0o777).toBe(0o700);
  });

  test('nowhere, where there is no such folder: that is told, and the check is done', async () => {
    const { code, stdout, stderr } = await cachedNowhere();
    expect({ code, stdout }).toEqual({ ...(await lint()), stderr: undefined });
    expect(stderr).toBe(
      'lmn: This system names no cache folder: nothing is kept. --cache-location FOLDER names another one.\n',
    );
  });
  const cachedNowhere = () => lmn(cwd, 'lint', '--cache', '.');

  test('that it cannot be written is told, and changes no exit code', async () => {
    kept = join(cwd, 'note.lmn');
    const { code, stderr } = await cached();
    expect(code).toBe(1);
    expect(stderr).toMatch(/^lmn: .*note\.lmn could not be written: .*Nothing is kept of what was found\.\n$/);
  });

  test('a location without a cache is a mistake', async () =>
    expect(await lint('--cache-location', kept)).toEqual({
      code: 2,
      stdout: '',
      stderr: 'lmn: --cache-location says where --cache keeps what is found. Add --cache.\n',
    }));
});

test('a text of standard input is checked as ever, and nothing is kept of it', async () => {
  const stdin = () => Buffer.from(named('Rosa Diaz'));
  const words = ['lint', '--cache', '--cache-location', kept, '--stdin', '--stdin-filename', 'cases/a.lmn'];
  expect((await lmnWith(cwd, { stdin }, ...words)).code).toBe(1);
  expect(readdirSync(kept)).toEqual([]);
});
