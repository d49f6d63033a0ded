import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { suppressionRules } from '../server/src/lint/suppressing.js';
import { allRules } from '../server/src/rules/all-rules.js';
import { boundaries, core } from './architecture/boundaries.js';
import { dotsThatStop } from './architecture/check-dots.js';
import { isAllowed, lineScansIn, mayReadLines } from './architecture/check-lines.js';
import { areaOf, checkRuleIds, checkSource } from './architecture/check-source.js';
import { importCycles, loadedWith } from './architecture/import-cycles.js';
import { readPage } from './support/markdown-page.js';

const root = fileURLToPath(new URL('..', import.meta.url));

function sourceFiles(): string[] {
  return ['server/src', 'client']
    .flatMap((folder) =>
      readdirSync(`${root}/${folder}`, { recursive: true, encoding: 'utf8' }).map(
        (name) => `${folder}/${name.replaceAll('\\', '/')}`,
      ),
    )
    .filter((path) => path.endsWith('.ts') && path !== 'server/src/lmn-text.d.ts')
    .filter((path) => !path.includes('/node_modules/') && !path.includes('/generated/'));
}

/** Every file of the project that somebody wrote, from its root. */
function projectFiles(): string[] {
  const folders = ['client', 'docs', 'scripts', 'server', 'syntaxes', 'templates', 'tests'];
  const inside = folders.flatMap((folder) =>
    readdirSync(`${root}/${folder}`, { recursive: true, encoding: 'utf8' }).map(
      (name) => `${folder}/${name.replaceAll('\\', '/')}`,
    ),
  );
  return [...readdirSync(root), ...inside];
}

test('every source file keeps to the table of imports', () => {
  const files = sourceFiles();
  expect(files).toContain('server/src/protocol/letters.ts');
  expect(files).toContain('client/src/extension.ts');
  expect(files.flatMap((path) => checkSource(path, readFileSync(`${root}/${path}`, 'utf8')))).toEqual([]);
});

const ruleIds = [...allRules, ...suppressionRules].map(({ id }) => id);

test('no file but a rule itself names a rule', () => {
  const files = sourceFiles().filter(
    (path) => !path.startsWith('server/src/rules/') && path !== 'server/src/lint/suppressing.ts',
  );
  expect(files.flatMap((path) => checkRuleIds(path, readFileSync(`${root}/${path}`, 'utf8'), ruleIds))).toEqual([]);
});

test.each([
  "const told = { fact: ['missing-field'] };",
  "if (finding.rule === 'unknown-placeholder') skip();",
  'const other = `unneeded-suppression`;',
  'const ofWorkspace = /^(?:unknown-(?:record|field)|stray-line)$/;',
  'const ofTemplate = /^missing-/;',
])('a rule that is named is found: %s', (text) => expect(checkRuleIds('a.ts', text, ruleIds)).toHaveLength(1));

test.each([
  "const type = 'npi';",
  'const message = \'Turn a rule off: { "unused-field": "off" }\';',
  "const kind = 'unknown field'; // as the rule unknown-field says it",
  'const word = /unknown(?! field)/;',
])('ordinary words pass: %s', (text) => expect(checkRuleIds('a.ts', text, ruleIds)).toEqual([]));

describe('files that import each other', () => {
  const texts = new Map(sourceFiles().map((path) => [path, readFileSync(`${root}/${path}`, 'utf8')]));

  test('are none that load each other', () => expect(importCycles(texts, 'values')).toEqual([]));

  test('are none at all in the editor', () => {
    const editor = new Map([...texts].filter(([path]) => areaOf(path) === 'editor'));
    expect(editor.size).toBeGreaterThan(50);
    expect(importCycles(editor, 'all')).toEqual([]);
  });

  test('what exports a letter loads neither the preview nor completion', () => {
    const loaded = loadedWith('server/src/editor/export/', texts);
    expect(loaded).toContain('server/src/editor/letters/letter-finder.ts');
    expect(loaded.filter((path) => /\/editor\/(?:preview|completion)\//.test(path))).toEqual([]);
  });

  test.each([
    ["import { b } from './b.js';", "export { a } from './a.js';", 1, 1],
    ["import { b } from './b.js';", "import type { A } from './a.js';", 0, 1],
    ["import { type B } from './b.js';", "import './a.js';", 0, 1],
    ["import { b } from './b.js';", "import { c } from './c.js';", 0, 0],
  ])('%s %s', (a, b, values, all) => {
    const two = new Map([
      ['x/a.ts', a],
      ['x/b.ts', b],
    ]);
    expect(importCycles(two, 'values')).toHaveLength(values);
    expect(importCycles(two, 'all')).toHaveLength(all);
  });
});

describe('the page on architecture', () => {
  const page = readPage('ARCHITECTURE.md');
  const layout = page.blocks[0]?.text.split('\n') ?? [];

  test('has the table of imports', () => {
    const table = page.tables.find(([head]) => head?.[0] === 'folder') ?? [];
    const written = table.slice(1).map(([folder = '', may = '']) => [namesIn(folder)[0], importsIn(may)]);
    const enforced = Object.entries(boundaries).map(([folder, { ours, packages }]) => [
      folder,
      [...ours, ...packages].sort(),
    ]);
    expect(Object.fromEntries(written)).toEqual(Object.fromEntries(enforced));
  });

  test('says what the core is', () => {
    const text = readFileSync(`${root}/ARCHITECTURE.md`, 'utf8');
    expect(namesIn(/^\*The core\* is .*$/m.exec(text)?.[0] ?? '')).toEqual(core);
  });

  test('lists every folder of the server', () => {
    const folders = readdirSync(`${root}/server/src`, { withFileTypes: true }).filter((entry) => entry.isDirectory());
    expect(
      folders.map(({ name }) => name).filter((name) => !layout.some((line) => line.startsWith(`  ${name}/ `))),
    ).toEqual([]);
  });

  test('names only files that are there', () => {
    // The last is the user's own.
    const files = [...projectFiles(), 'lmn.config.json'];
    const named = page.code.filter((code) => /^\w[\w./-]*(?:\/|\.(?:ts|mjs|md|json|lmn|langium))$/.test(code));
    const listed = layout.flatMap((line) => line.match(/(?<=^ {0,2}|\.ts {2})\w\S*(?= {2})/g) ?? []);
    expect([named.length > 20, listed.length > 20]).toEqual([true, true]);
    expect([...named, ...listed].filter((name) => !files.some((file) => isNamed(name, file)))).toEqual([]);
  });
});

/** A file is named by the end of its path, a folder by any part of it that ends with a slash. */
function isNamed(name: string, file: string): boolean {
  return name.endsWith('/') ? `/${file}/`.includes(`/${name}`) : `/${file}`.endsWith(`/${name}`);
}

test('no file only re-exports, but for the door to the language', () => {
  const statement = /^(?:import|export)\b[^;]*\bfrom '[^']*';/gm;
  const doors = sourceFiles().filter((path) => {
    const text = readFileSync(`${root}/${path}`, 'utf8');
    const rest = text.replace(statement, '').replace(/\/\*[^]*?\*\/|\/\/.*/g, '');
    return rest.trim() === '' && text.includes('export ');
  });
  expect(doors).toEqual(['server/src/letter/source.ts']);
});

test('every row of the table has its folder', () => {
  const areas = new Set(sourceFiles().map(areaOf));
  expect(Object.keys(boundaries).filter((area) => !areas.has(area))).toEqual([]);
});

/** The names in backticks; what stands in brackets only explains. */
function namesIn(cell: string): string[] {
  return [...cell.replace(/\([^)]*\)/g, '').matchAll(/`([^`]+)`/g)].map(([, name = '']) => name);
}

function importsIn(cell: string): string[] {
  return [...(cell.startsWith('the core') ? core : []), ...namesIn(cell)].sort();
}

test.each([
  ['server/src/rules/npi.ts', 'rules'],
  ['server/src/editor/hover/fields.ts', 'editor'],
  ['server/src/render/html.ts', 'render'],
  ['server/src/render/pdf/flow.ts', 'render/pdf'],
  ['server/src/main-node.ts', 'main-node'],
  ['server/src/protocol/letters.js', 'protocol'],
  ['client/src/extension.ts', 'client'],
  ['client/webview/page.ts', 'client/webview'],
  ['templates/standard.lmn', 'templates'],
])('%s belongs to %s', (path, area) => expect(areaOf(path)).toBe(area));

describe('what is allowed passes', () => {
  test.each([
    ['knowledge/npi.ts', "import { luhn } from './luhn.js';"],
    [
      'language/names.ts',
      "import { editDistance } from '../spelling/edit-distance.js'; import { URI } from 'langium';",
    ],
    ['letter/prose.ts', "import { Lexer } from 'marked'; import type { Section } from '../language/generated/ast.js';"],
    ['rules/npi.ts', "import { recordRule } from '../lint/rule.js';"],
    [
      'editor/hover.ts',
      "import { shippedFileRequest } from '../protocol/files.js'; import { DefaultScopeProvider } from 'langium/lsp';",
    ],
    [
      'cli/main.ts',
      "import { readFile } from 'node:fs/promises'; import { shippedFiles } from '../shipped.js'; Date.now();",
    ],
    ['main-node.ts', "import { createConnection } from 'vscode-languageserver/node';"],
    ['letter/age.ts', 'export const at = (today: string) => new Date(today);'],
    ['letter/words.ts', "// import x from 'node:fs'; fetch('https://…')\nexport const help = 'new Date()';"],
    [
      'letter/store.ts',
      'interface Store { fetch(key: string): string } export const get = (store: Store) => store.fetch("x");',
    ],
    ['letter/callback.ts', 'export type Callback = Function;'],
  ])('server/src/%s', (path, text) => expect(checkSource(`server/src/${path}`, text)).toEqual([]));
});

describe('a planted violation is found, with its line and its reason', () => {
  test('the message', () =>
    expect(checkSource('server/src/rules/npi.ts', "\nimport { names } from '../language/names.js';")).toEqual([
      'server/src/rules/npi.ts:2 imports "../language/names.js"; rules may import fixes, requirements, analysis, lint, letter, knowledge, spelling, remember, but a rule reads plain data, never the syntax tree, so that both can change without each other.',
    ]));

  test.each([
    ['server/src/knowledge/npi.ts', "import { a } from '../letter/a.js';"],
    ['server/src/lint/engine.ts', "import { npi } from '../rules/npi.js';"],
    ['server/src/lint/engine.ts', "import type { npi } from '../rules/npi.js';"],
    ['server/src/lint/engine.ts', "export { npi } from '../rules/npi.js';"],
    ['server/src/lint/engine.ts', "const rules = await import('../rules/npi.js');"],
    ['server/src/lint/engine.ts', "let rule: import('../rules/npi.js').Rule;"],
    ['server/src/lint/engine.ts', "const rules = require('../rules/npi.js');"],
    ['server/src/lint/engine.ts', 'const rules = await import(name);'],
    ['server/src/editor/run.ts', "import { run } from '../cli/run.js';"],
    ['server/src/cli/run.ts', "import { hover } from '../editor/hover.js';"],
    ['server/src/cli/run.ts', "import { x } from 'langium/lsp';"],
    ['server/src/language/read.ts', "import { readFile } from 'node:fs/promises';"],
    ['server/src/language/read.ts', "import { readFile } from 'fs/promises';"],
    ['server/src/language/read.ts', "import vocabulary from '../../../templates/standard.lmn';"],
    ['server/src/letter/lex.ts', "import { createToken } from 'chevrotain';"],
    ['server/src/main-web.ts', "import { NodeFileSystem } from 'langium/node';"],
    ['server/src/editor/hover.ts', "import { window } from 'vscode';"],
    ['server/src/cli/report.ts', "import { request } from 'node:https';"],
    ['server/src/main-node.ts', "import net from 'node:net';"],
    ['client/src/extension.ts', "import { buildLetter } from '../../server/src/letter/build-letter.js';"],
    ['client/src/extension.ts', "import { join } from 'node:path';"],
    ['server/src/cli/report.ts', "await fetch('https://example.org');"],
    ['server/src/cli/report.ts', "await globalThis.fetch('https://example.org');"],
    ['client/webview/page.ts', 'const request = new XMLHttpRequest();'],
    ['server/src/letter/age.ts', 'const today = new Date();'],
    ['server/src/letter/age.ts', 'const now = Date.now();'],
    ['server/src/letter/age.ts', 'const clock = Date.now;'],
    ['server/src/rules/run.ts', "const run = new Function('return 1');"],
    ['server/src/rules/run.ts', "eval('1');"],
    ['server/src/render/html.ts', "import { renderPdf } from './pdf/render-pdf.js';"],
    ['server/src/render/html.ts', "import PDFDocument from 'pdfkit';"],
    ['server/src/editor/start.ts', "const { renderDocx } = await import('../render/docx/render-docx.js');"],
    ['server/src/render/pdf/flow.ts', 'const now = Date.now();'],
    ['server/src/new-folder/file.ts', 'export const a = 1;'],
  ])('%s: %s', (path, text) => expect(checkSource(path, text)).toHaveLength(1));
});

describe('lines and comments are read in one place', () => {
  const scans = sourceFiles().flatMap((path) => lineScansIn(path, readFileSync(`${root}/${path}`, 'utf8')));
  const isBelow = (key: string, path: string) =>
    key.endsWith('/') ? path.startsWith(key) : path.startsWith(`${key}:`);

  test('everybody else asks language/lines.ts', () =>
    expect(scans.filter((scan) => !isAllowed(scan.slice(0, scan.indexOf(':'))))).toEqual([]));

  test.each(Object.keys(mayReadLines))('%s still needs its leave', (key) =>
    expect(scans.filter((scan) => isBelow(key, scan))).not.toEqual([]),
  );

  test.each([
    "const lines = text.split('\\n');",
    'const lines = text.split(/\\r\\n?|\\n/);',
    'const found = /^record/m.exec(text);',
    'const rest = /^[^\\r\\n]*/.exec(text);',
    'const comment = /^\\s*\\/\\//.test(line);',
    "const isComment = line.trimStart().startsWith('//');",
    "while (end < text.length && text[end] !== '\\n') end++;",
    'if (code === 10 || code === 13) break;',
    "const end = text.indexOf('\\n', at);",
    'columns += 4 - (columns % 4);',
  ])('%s is found', (code) => expect(lineScansIn('server/src/rules/x.ts', code)).not.toEqual([]));

  test.each(["lines.join('\\n')", '/^https?:\\/\\//.test(value)', "address.startsWith('https://')", 'count === 10'])(
    '%s is not',
    (code) => expect(lineScansIn('server/src/rules/x.ts', code)).toEqual([]),
  );
});

describe('no pattern takes for a line what ends at a character that ends no line', () => {
  test('every dot has the flag s', () =>
    expect(sourceFiles().flatMap((path) => dotsThatStop(path, readFileSync(`${root}/${path}`, 'utf8')))).toEqual([]));

  test.each(['/^a.*b$/', '/[^.]./u', '/\\\\./m'])('%s is found', (code) =>
    expect(dotsThatStop('x.ts', `const x = ${code};`)).toHaveLength(1),
  );

  test.each(['/^a.*b$/s', '/a\\.b/', '/[.]/', '/[\\].]/'])('%s is not', (code) =>
    expect(dotsThatStop('x.ts', `const x = ${code};`)).toEqual([]),
  );
});
