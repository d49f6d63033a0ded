// Writes docs/rules/: a page for every rule, made of its description and of what it says of its own examples. With --check, says whether
// the pages are what the rules say, and writes nothing. Another folder can be named: node scripts/generate-rule-docs.mjs [--check] [FOLDER]
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { rulePage, rulesIndex } from './rule-page.mjs';

const root = resolve(import.meta.dirname, '..');
const words = process.argv.slice(2);
const check = words.includes('--check');
const folder = resolve(root, words.find((word) => !word.startsWith('--')) ?? 'docs/rules');
const shown = relative(root, folder).replaceAll('\\', '/');

const core = await loadCore();
const parse = core.createParser(core.createLmnCoreServices().lmn);
const standard = parse('lmn-shipped:/standard.lmn', readFileSync(join(root, 'templates', 'standard.lmn'), 'utf8'));
const pages = [...core.allRules, ...core.suppressionRules].map((rule) => ({ rule, found: runExamples(rule) }));
const problems = pages.flatMap(problemsOf);
if (problems.length > 0) fail(problems.join('\n'));

const texts = new Map(pages.map(({ rule, found }) => [`${rule.id}.md`, rulePage(rule, found)]));
texts.set('README.md', rulesIndex(pages));
if (check) compare();
else write();

/** The core as the builds bundle it. */
async function loadCore() {
  const outfile = join(root, 'node_modules', '.cache', 'lmn-rule-docs', `core-${process.pid}.mjs`);
  const modules = ['rules/all-rules', 'lint/suppressing', 'lint/engine', 'lint/example'];
  const more = ['language/parse', 'language/services', 'language/workspace', 'letter/subjects', 'codes/lists-in-texts'];
  const contents = [...modules, ...more].map((name) => `export * from './server/src/${name}.ts';`).join('\n');
  const stdin = { contents, resolveDir: root, loader: 'ts' };
  await build({
    stdin,
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20.20',
    logLevel: 'warning',
  });
  try {
    return await import(pathToFileURL(outfile));
  } finally {
    rmSync(outfile);
  }
}

/** The files of a rule's examples, and what it finds in the bad one. */
function runExamples(rule) {
  const files = (example) => core.exampleFiles(rule.subject ?? 'file', example);
  return {
    bad: { files: files(rule.bad), findings: findingsIn(files(rule.bad), rule) },
    good: { files: files(rule.good) },
    suppressible: !core.suppressionRules.includes(rule),
  };
}

function findingsIn([first, ...others], rule) {
  const workspace = new core.Workspace();
  workspace.set(standard);
  for (const { name, text } of others) workspace.set(parse(`file:///${name}`, text));
  const texts = Object.fromEntries(others.map(({ name, text }) => [name, text]));
  workspace.codes = core.codeListsIn(texts);
  workspace.tracked = core.trackedIn(texts);
  workspace.dictionary = core.dictionaryIn(texts);
  const file = parse(`file:///${first.name}`, first.text);
  workspace.set(file);
  const rules = core.suppressionRules.includes(rule) ? core.allRules : [rule];
  return core
    .lint(core.readSubjects(file, workspace), { rules })
    .filter((finding) => finding.rule === rule.id)
    .map(({ range, message, fixes }) => ({
      line: first.text.slice(0, range.start).split('\n').length,
      text: first.text.slice(range.start, range.end),
      message,
      fix: fixes[0]?.title,
    }));
}

/** A page must not say what does not hold, nor keep what new-rule.mjs wrote. */
function problemsOf({ rule, found }) {
  const unwritten = [rule.summary, rule.why, rule.bad, rule.good].some((text) => JSON.stringify(text).includes('TODO'));
  return [
    ...(unwritten ? [`${rule.id}: its description still has a TODO.`] : []),
    ...(found.bad.findings.length === 0 ? [`${rule.id}: it finds nothing in its own bad example.`] : []),
  ];
}

function write() {
  mkdirSync(folder, { recursive: true });
  for (const name of readdirSync(folder)) if (name.endsWith('.md') && !texts.has(name)) rmSync(join(folder, name));
  for (const [name, text] of texts) writeFileSync(join(folder, name), text);
  console.log(`${shown}: ${pages.length} rules.`);
}

function compare() {
  const there = new Map(
    pagesThere().map((name) => [name, readFileSync(join(folder, name), 'utf8').replaceAll('\r\n', '\n')]),
  );
  const stale = [...new Set([...texts.keys(), ...there.keys()])].filter((name) => texts.get(name) !== there.get(name));
  if (stale.length > 0) fail(`Not what the rules say: ${stale.join(', ')} in ${shown}. Run: npm run docs`);
  console.log(`${shown} is what the rules say.`);
}

function pagesThere() {
  try {
    return readdirSync(folder).filter((name) => name.endsWith('.md'));
  } catch (error) {
    if (error.code === 'ENOENT') return [];
    throw error;
  }
}

function fail(message) {
  console.error(message);
  process.exit(1);
}
