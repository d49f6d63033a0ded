import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PNG } from 'pngjs';
import { beforeAll, describe, expect, test } from 'vitest';
import { clean, folderWith, lmn as inProcess, warned, wrong } from './folder.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const cache = folderWith();
let built = '';

beforeAll(async () => {
  built = folderWith();
  const { buildCommandLine, buildDocumentPrograms } = (await import(
    new URL('../../scripts/build.mjs', import.meta.url).href
  )) as Record<'buildCommandLine' | 'buildDocumentPrograms', (folder: string) => Promise<unknown>>;
  await Promise.all([buildCommandLine(built), buildDocumentPrograms(built)]);
}, 60_000);

interface Options {
  readonly env?: Readonly<Record<string, string>>;
  readonly node?: readonly string[];
}

/** Runs the program as its users do. */
function lmn(cwd: string, argv: readonly string[], { env = {}, node = [] }: Options = {}) {
  const cacheHome = { XDG_CACHE_HOME: cache, LOCALAPPDATA: cache, HOME: cache, LMN_NO_CACHE: '' };
  const { status, stdout, stderr } = spawnSync(process.execPath, [...node, join(built, 'cli.cjs'), ...argv], {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, ...cacheHome, ...env },
  });
  return { code: status, stdout, stderr };
}

test('says what it says in one process with the tests', async () => {
  const cwd = folderWith({ 'a.lmn': wrong, 'b.lmn': warned, 'c.txt': '', 'd.lmn': 'case chronic-pain-continuation\n' });
  for (const argv of [
    ['lint', '.'],
    ['lint', '--format', 'json', '.'],
    ['lint', 'c.txt'],
    ['render', 'd.lmn'],
    ['explain'],
    ['lnt'],
    [],
  ]) {
    expect(lmn(cwd, argv)).toEqual(await inProcess(cwd, ...argv));
  }
  // The first run in this process loads the whole program.
}, 60_000);

test('what an earlier build has kept is that of another one where the program differs, or the words that it loads', () => {
  const hash = createHash('sha256');
  for (const file of ['cli-run.cjs', 'spelling.cjs']) hash.update(readFileSync(join(built, file)));
  expect(readFileSync(join(built, 'cli.cjs'), 'utf8')).toContain(hash.digest('hex').slice(0, 16));
});

test('what ships passes its own checks, and no vocabulary of a test changes what it may say', () =>
  expect(lmn(root, ['lint', 'templates'])).toEqual({
    code: 0,
    stdout: expect.stringMatching(/files checked, nothing found\.\n$/) as string,
    stderr: '',
  }));

describe('in several threads', () => {
  const files = Object.fromEntries(
    Array.from({ length: 60 }, (_, i) => [`${String(i)}.lmn`, i % 3 === 0 ? wrong : `case note\n// ${String(i)}\n`]),
  );
  const note = 'template note "Note"\n---\n## Request\n[patient name]\n';
  const cwd = folderWith({ 'note.lmn': note, ...files });
  const argv = ['lint', '--format', 'json', '.'];

  test('finds what it finds in one', () => {
    const alone = lmn(cwd, argv);
    expect(alone.code).toBe(1);
    expect(lmn(cwd, [...argv, '--concurrency', '3'])).toEqual(alone);
    expect(lmn(cwd, [...argv, '--concurrency', '3', '--cache'])).toEqual(alone);
    expect(lmn(cwd, [...argv, '--cache'])).toEqual(alone);
  });

  test('looks words up in each', () => {
    const misspelled = Object.fromEntries(
      Array.from({ length: 40 }, (_, i) => [`${String(i)}.lmn`, `case\n// ${String(i)}\n---\n## A\nThe tretament.\n`]),
    );
    const folder = folderWith(misspelled);
    const spelled = ['lint', '--rule', 'spelling', '--format', 'json', '.'];
    const alone = lmn(folder, spelled);
    expect(alone.stdout.match(/"spelling"/g)).toHaveLength(40);
    expect(lmn(folder, [...spelled, '--concurrency', '3'])).toEqual(alone);
  });

  test('makes the letters that it makes in one', () => {
    const letter = (n: number) =>
      `case note\ndate: 2026-11-21\n${n % 5 === 0 ? '' : 'patient: Ann Lee\n'}provider\n  name: Dana Whitfield\n  credentials: MD\n  npi: 1234567893\n`;
    const cases = Object.fromEntries(Array.from({ length: 30 }, (_, i) => [`${String(i)}.lmn`, letter(i)]));
    const config = { 'lmn.config.json': '{ "export": { "fileName": "[case]" } }' };
    const made = (...words: string[]) => {
      const folder = folderWith({ 'note.lmn': note, ...config, ...cases, 'out/keep': '' });
      const ran = lmn(folder, ['render', '.', '-o', 'out', '--to', 'html', ...words]);
      const names = readdirSync(join(folder, 'out'));
      return { ...ran, letters: names.map((name) => [name, readFileSync(join(folder, 'out', name), 'utf8')]) };
    };
    const alone = made('--concurrency', '1');
    expect(alone).toMatchObject({ code: 1, stderr: expect.stringContaining('24 of 30 letters written') as string });
    expect(made('--concurrency', '3')).toEqual(alone);
  });

  test('tells which files were not checked where one of them dies', () => {
    // The first thread waits for the other one before it goes on: else it may be through before there is one.
    const dying = `
      const { parentPort, Worker } = require('node:worker_threads');
      const say = parentPort?.postMessage;
      if (say) parentPort.postMessage = (message) => message.kind === 'ready' ? say.call(parentPort, message) : process.exit(3);
      const on = Worker.prototype.on;
      const heard = new Promise((resolve) => {
        Worker.prototype.on = function (event, listener) {
          return on.call(this, event, event === 'message' ? (message) => { listener(message); resolve(); } : listener);
        };
      });
      globalThis.setImmediate = (run) => { heard.then(() => setTimeout(run, 1)); };`;
    const node = ['--require', join(folderWith({ 'dying.cjs': dying }), 'dying.cjs')];
    const { code, stdout, stderr } = lmn(cwd, [...argv, '--concurrency', '2'], { node });
    const lost = [...stderr.matchAll(/^lmn: (\d+\.lmn) was not checked: the thread that had it ended: it failed/gm)];
    expect(code).toBe(2);
    expect(lost.length).toBeGreaterThan(0);
    expect(stderr.split('\n')).toHaveLength(lost.length + 1);
    for (const [, name] of lost) expect(stdout).not.toContain(`"${name ?? ''}"`);
    const told = new Set((JSON.parse(stdout) as { file: string }[]).map(({ file }) => file));
    expect(told.size + lost.length).toBe(60);
  });
});

test('knows its version', () => {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  expect(lmn('/', ['--version'])).toEqual({ code: 0, stdout: `${version}\n`, stderr: '' });
});

test('starts the language server that lies beside it', () => {
  writeFileSync(join(built, 'server.cjs'), 'process.stdout.write(process.argv.slice(2).join(" "))');
  expect(lmn('/', ['server', '--stdio'])).toEqual({ code: 0, stdout: 'server --stdio', stderr: '' });
  expect(lmn('/', ['server', '--socket=1'])).toMatchObject({ code: 2, stdout: '' });
});

test('loads the words that are spelled right only where spelling is asked for', () => {
  const cwd = folderWith({ 'a.lmn': 'case\n---\n## A\nThe tretament failed.\n' });
  expect(lmn(cwd, ['lint', '--rule', 'spelling', 'a.lmn']).stdout).toContain('4:5 ');
  const words = join(built, 'spelling.cjs');
  renameSync(words, `${words}.away`);
  try {
    expect(lmn(cwd, ['lint', '--rule', 'jargon', 'a.lmn'])).toMatchObject({ code: 0, stderr: '' });
    expect(lmn(cwd, ['render', '--draft', 'a.lmn'])).toMatchObject({ code: 0 });
    expect(lmn(cwd, ['lint', '--rule', 'spelling', 'a.lmn'])).toMatchObject({ code: 2 });
  } finally {
    renameSync(`${words}.away`, words);
  }
}, 60_000);

test('its program is ASCII, for it is read as latin1', () =>
  expect(readFileSync(join(built, 'cli-run.cjs'), 'latin1')).not.toMatch(/[\u0080-\u00ff]/));

test('shows letters beyond ASCII in help, messages and letters', () => {
  const cwd = folderWith({ 'a.lmn': 'case\n---\n## Über\nZoë – “5 mg” ✓ 😀\n' });
  expect(lmn(cwd, ['render', 'a.lmn']).stdout).toContain('Zoë – “5 mg” ✓ 😀');
  expect(lmn(cwd, ['--help']).stdout).toContain('PATH…');
});

test('writes documents with pictures, transparent ones too', () => {
  const picture = (colorType: 4 | 6) => PNG.sync.write(new PNG({ width: 30, height: 20, fill: true }), { colorType });
  const cwd = folderWith({
    'a.lmn': 'case t\npractice\n  name: Mesa Clinic\n  logo: logo.png\nprovider: A\n  signature: sign.png\n',
    't.lmn': 'template t\n---\n[letterhead]\n\n[signature]\n',
    'logo.png': picture(6),
    'sign.png': picture(4),
  });
  for (const name of ['a.pdf', 'a.docx']) {
    const { code, stderr } = lmn(cwd, ['render', 'a.lmn', '--draft', '-o', name]);
    expect([code, stderr]).toEqual([0, expect.not.stringContaining('mistake of the program')]);
    expect(readFileSync(join(cwd, name)).length).toBeGreaterThan(2000);
  }
});

test('writes all of a long output to a pipe', () => {
  const cwd = folderWith({ 'a.lmn': `case\n${Array.from({ length: 1500 }, (_, i) => `nothing ${i}: x\n`).join('')}` });
  const { stdout } = lmn(cwd, ['lint', '--format', 'json', '--max-findings', '0', '.']);
  expect((JSON.parse(stdout) as unknown[]).length).toBeGreaterThan(1000);
});

test.skipIf(process.platform === 'win32')('ends quietly when its reader stops', () => {
  const cwd = folderWith({
    'a.lmn': `case\n${Array.from({ length: 4000 }, (_, i) => `nothing ${i}: x\n`).join('')}`,
  });
  const { stdout, stderr } = spawnSync(
    'sh',
    ['-c', `"${process.execPath}" "${join(built, 'cli.cjs')}" lint --max-findings 0 . | head -n 2`],
    { cwd, encoding: 'utf8' },
  );
  expect(stdout.split('\n')[0]).toBe('a.lmn');
  expect(stderr).toBe('');
});

test.skipIf(process.platform !== 'linux')('says where its output cannot be written', () => {
  const cwd = folderWith({ 'a.lmn': wrong });
  const { status, stderr } = spawnSync(
    'sh',
    ['-c', `"${process.execPath}" "${join(built, 'cli.cjs')}" lint . > /dev/full`],
    { cwd, encoding: 'utf8' },
  );
  expect(stderr).toBe('lmn: The output could not be written: the disk is full.\n');
  expect(status).toBe(2);
});

test.skipIf(process.platform === 'win32')('says that its working folder is gone', () => {
  const script = `mkdir gone; cd gone; rmdir ../gone; "${process.execPath}" "${join(built, 'cli.cjs')}" lint .`;
  const { status, stderr } = spawnSync('sh', ['-c', script], { cwd: folderWith(), encoding: 'utf8' });
  expect(stderr).toBe('lmn: The working folder or the home folder cannot be found: there is no such file or folder.\n');
  expect(status).toBe(2);
});

describe('its compiled code', () => {
  /** A cache folder of its own that `lmn lint` has filled. */
  let filled: string | undefined;
  const filledCache = () => {
    if (filled === undefined) {
      filled = folderWith();
      lmn(cwd, ['lint', '.'], { env: { XDG_CACHE_HOME: filled, LOCALAPPDATA: filled } });
    }
    const own = folderWith();
    cpSync(filled, own, { recursive: true });
    return own;
  };
  const cwd = folderWith({ 'a.lmn': clean.replace('our-clinic', 'cached') });
  const expected = { code: 0, stdout: '1 file checked, nothing found.\n', stderr: '' };
  const kept = (folder: string) => readdirSync(join(folder, 'lmn-letters')).sort();

  test('is kept, for each command by itself, and used', () => {
    const own = folderWith();
    const env = { XDG_CACHE_HOME: own, LOCALAPPDATA: own };
    lmn(cwd, ['lint', 'gone'], { env });
    expect(readdirSync(own)).toEqual([]);
    expect(lmn(cwd, ['lint', '.'], { env })).toEqual(expected);
    lmn(cwd, ['--version'], { env });
    expect(kept(own).map((name) => name.split('-')[0])).toEqual(['lint', 'other']);
    const file = join(own, 'lmn-letters', kept(own)[0]!);
    const before = readFileSync(file);
    expect(lmn(cwd, ['lint', '.'], { env })).toEqual(expected);
    expect(readFileSync(file).equals(before)).toBe(true);
  });

  test.each([
    ['damaged', (bytes: Buffer) => bytes.fill(0x5a, 5000, 9000)],
    ['cut short', (bytes: Buffer) => bytes.subarray(0, 1000)],
    ['another program', () => Buffer.from('x'.repeat(5000))],
  ])('that is %s only costs time', (_, damage) => {
    const own = filledCache();
    const env = { XDG_CACHE_HOME: own, LOCALAPPDATA: own };
    const file = join(own, 'lmn-letters', kept(own)[0]!);
    writeFileSync(file, damage(readFileSync(file)));
    expect(lmn(cwd, ['lint', '.'], { env })).toEqual(expected);
  });

  test('of another V8, or of one with other settings, only costs time', () => {
    const own = folderWith();
    const env = { XDG_CACHE_HOME: own, LOCALAPPDATA: own };
    lmn(cwd, ['lint', '.'], { env, node: ['--no-lazy-feedback-allocation', '--max-lazy'] });
    expect(lmn(cwd, ['lint', '.'], { env })).toEqual(expected);
  });

  test('is not kept where nothing can be written, or it is turned off', () => {
    const own = folderWith({ 'lmn-letters': 'a file in its place' });
    expect(lmn(cwd, ['lint', '.'], { env: { XDG_CACHE_HOME: own, LOCALAPPDATA: own } })).toEqual(expected);
    const empty = folderWith();
    expect(lmn(cwd, ['lint', '.'], { env: { XDG_CACHE_HOME: empty, LOCALAPPDATA: empty, LMN_NO_CACHE: '1' } })).toEqual(
      expected,
    );
    expect(readdirSync(empty)).toEqual([]);
  });

  test('is never kept in the workspace', () => {
    const here = folderWith({ 'a.lmn': clean.replace('our-clinic', 'here') });
    lmn(here, ['lint', '.'], { env: { XDG_CACHE_HOME: join(here, 'cache'), LOCALAPPDATA: join(here, 'cache') } });
    expect(readdirSync(here)).toEqual(['a.lmn']);
  });
});

test('memory does not grow with the number of cases', () => {
  const aCase = (i: number) =>
    `case\ndate: 2026-11-21\npatient\n  name: Patient ${i}\n---\n## A\n${'The patient has pain. '.repeat(100)}\n`;
  const cwd = folderWith(Object.fromEntries(Array.from({ length: 600 }, (_, i) => [`${i}.lmn`, aCase(i)])));
  // One case takes some 85 kB while it is read: were they kept, this would end for want of memory.
  const { code, stdout } = lmn(cwd, ['lint', '.'], { node: ['--max-old-space-size=40'] });
  expect(stdout).toContain('in 600 files checked.');
  expect(code).toBe(1);
}, 60_000);
