// npm run bench [-- --quick] [--json FILE] [--only cold,warm,many,export] [--no-build] [--keep]
// npm run bench -- --editor [--peers FOLDER]   the language server instead; FOLDER/node_modules may have VS Code's for JSON and Markdown
// npm run bench -- --linters FOLDER   lmn lint beside the linters that FOLDER/node_modules has; needs GNU time
// npm run bench -- --bases   the language server in a template that a thousand others stand upon
// npm run bench -- --policies   one letter against many policies of its payer
// npm run bench -- --preview   the preview in real VS Code, which is fetched from the npm registry if it is not there; needs Chromium
// Times this program beside what it cannot be quicker than, in the same run. It judges nothing: docs/performance.md says how to read it.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { arch, availableParallelism, cpus, loadavg, platform, tmpdir, totalmem } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { build as bundle } from 'esbuild';
import { build } from '../../scripts/build.mjs';
import { writeCorpus } from './corpus.mjs';
import { serversIn } from './editor-servers.mjs';
import { measureBases } from './measure-bases.mjs';
import { cells, measureCell } from './measure-editor.mjs';
import { measureExports } from './measure-exports.mjs';
import { lintersIn } from './linters.mjs';
import { measureLinters } from './measure-linters.mjs';
import { findingsIn, growthBetween, measureCold, measureMany } from './measure-processes.mjs';
import { reportOf } from './report.mjs';

const parts = ['cold', 'warm', 'many', 'export'];
const { values: options } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    json: { type: 'string' },
    only: { type: 'string', default: parts.join(',') },
    build: { type: 'boolean', default: true },
    keep: { type: 'boolean', default: false },
    editor: { type: 'boolean', default: false },
    bases: { type: 'boolean', default: false },
    policies: { type: 'boolean', default: false },
    preview: { type: 'boolean', default: false },
    linters: { type: 'string' },
    peers: { type: 'string' },
  },
  allowNegative: true,
});
const wanted = options.only.split(',');
const unknown = wanted.filter((part) => !parts.includes(part));
if (unknown.length > 0) {
  console.error(`--only takes ${parts.join(', ')}, not ${unknown.join(', ')}.`);
  process.exit(2);
}

const root = resolve(import.meta.dirname, '../..');
const scratch = mkdtempSync(join(tmpdir(), 'lmn-bench-'));
// The command line keeps its compiled code in the user's cache folder; for this run that is a folder of our own.
const env = {
  XDG_CACHE_HOME: join(scratch, 'cache'),
  XDG_STATE_HOME: join(scratch, 'state'),
  LOCALAPPDATA: join(scratch, 'cache'),
};
mkdirSync(env.XDG_CACHE_HOME);
try {
  const measured = await measureAll();
  console.log(reportOf(measured));
  if (options.json !== undefined) writeFileSync(options.json, `${JSON.stringify(measured, null, 2)}\n`);
} finally {
  if (options.keep) say(`The letters are in ${scratch}.`);
  else rmSync(scratch, { recursive: true });
}

async function measureAll() {
  const measured = { date: new Date().toISOString().slice(0, 10), machine: machine(), quick: options.quick };
  if (options.bases) return { ...measured, bases: await measureTemplates() };
  if (options.policies) {
    say('One letter against many policies of its payer …');
    return { ...measured, policies: await measureInProcess('policies.ts') };
  }
  if (options.editor) return { ...measured, editor: await measureEditor() };
  if (options.linters !== undefined) return { ...measured, linters: await measureAllLinters() };
  if (options.preview) return { ...measured, preview: await measurePreviews() };
  if (options.build && wanted.some((part) => part !== 'warm')) await build();
  if (wanted.includes('cold')) {
    say('One letter, a process of its own …');
    measured.cold = measureCold(corpusOf(2), { rounds: options.quick ? 5 : 25, scratch, env });
  }
  if (wanted.includes('warm')) {
    say('One letter, in a warm process …');
    measured.warm = await measureInProcess('hot-path.ts');
  }
  if (wanted.includes('export')) {
    say('A letter of three pages as a file …');
    measured.exported = measureExports({ rounds: options.quick ? 5 : 25, scratch, env });
  }
  if (wanted.includes('many')) Object.assign(measured, measureSizes());
  return measured;
}

/** The language server as an editor sees it, beside others in the same run. */
async function measureEditor() {
  if (options.build) await build();
  const servers = serversIn(options.peers);
  const results = [];
  for (const cell of cells) {
    say(`A document of ${cell.bytes} bytes among ${cell.files} ${cell.files === 1 ? 'file' : 'files'} …`);
    const edits = cell.bytes > 500_000 ? 30 : cell.bytes > 50_000 ? 100 : 300;
    const measured = await measureCell(servers, cell, { edits: options.quick ? edits / 5 : edits, scratch });
    results.push({ ...cell, servers: measured });
    // Some servers take minutes for the largest document: what is known so far is said.
    say(measured.map(({ name, diagnostics }) => `  ${name} ${diagnostics.p50.toFixed(1)} ms`).join('\n'));
  }
  return results;
}

/** What a template costs that others stand upon. */
async function measureTemplates() {
  if (options.build) await build();
  const server = serversIn().find(({ name }) => name === 'lmn');
  const templates = options.quick ? 100 : 1_000;
  say(`${templates} templates upon one, with nine cases each …`);
  return measureBases(server, templates, { edits: options.quick ? 60 : 300, scratch });
}

/** The command line beside other linters, over the same letters. */
async function measureAllLinters() {
  if (options.build) await build();
  const sizes = options.quick ? [1, 100, 1_000] : [1, 1_000, 10_000];
  return measureLinters(lintersIn(options.linters), sizes, { rounds: options.quick ? 1 : 3, scratch, env, say });
}

/** The packed extension in real VS Code, after the floor in the same cell. */
async function measurePreviews() {
  if (options.build) {
    const packed = spawnSync(process.execPath, ['scripts/package.mjs'], { cwd: root, encoding: 'utf8' });
    if (packed.status !== 0) throw new Error(`The extension cannot be packed:\n${packed.stdout}${packed.stderr}`);
  }
  const { name, version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const { measurePreview, packFloor, previewCells } = await import('./measure-preview.mjs');
  const extensions = [
    { name: 'echo', vsix: packFloor(scratch) },
    { name: 'lmn', vsix: join(root, `${name}-${version}.vsix`) },
  ];
  const edits = options.quick ? 40 : 200;
  const results = [];
  for (const cell of previewCells) {
    say(`A preview of ${cell.bytes} bytes among ${cell.files} ${cell.files === 1 ? 'file' : 'files'} …`);
    for (const extension of extensions) {
      const measured = await measurePreview(cell, { edits, vsix: extension.vsix, scratch });
      results.push({ ...cell, name: extension.name, ...measured });
    }
  }
  return results;
}

function measureSizes() {
  const many = [1, 1_000, 10_000].map((files) => {
    say(`${files} ${files === 1 ? 'letter' : 'letters'}, one process …`);
    return measureMany(corpusOf(files), files, { rounds: options.quick ? 1 : 5, scratch, env });
  });
  return { many, growth: growthBetween(...many), found: findingsIn(corpusOf(10_000), env) };
}

/** What a program of this folder measures, in a process of its own: TypeScript, so bundled first, unminified for those who want to profile it. */
async function measureInProcess(program) {
  const outfile = join(root, 'node_modules/.cache/lmn-bench', program.replace(/ts$/, 'mjs'));
  await bundle({
    entryPoints: [join(import.meta.dirname, program)],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20.20',
    loader: { '.lmn': 'text' },
    logLevel: 'warning',
  });
  const run = spawnSync(process.execPath, [outfile, ...(options.quick ? ['--quick'] : [])], {
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
  });
  if (run.status !== 0) throw new Error(`${program} failed:\n${run.stderr}`);
  return JSON.parse(run.stdout);
}

/** The folder of a corpus, written when it is first asked for. */
function corpusOf(files) {
  const folder = join(scratch, String(files));
  if (!readdirSync(scratch).includes(String(files))) writeCorpus(folder, files);
  return folder;
}

function machine() {
  return {
    cores: availableParallelism(),
    model: cpus()[0]?.model.trim() ?? 'unknown',
    memory: Math.round(totalmem() / 2 ** 30),
    platform: `${platform()} ${arch()}`,
    node: process.versions.node,
    load: loadavg()[0].toFixed(1),
  };
}

/** Progress goes to the error stream, so that the report can be put into a file. */
function say(text) {
  console.error(text);
}
