import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { readArguments } from '../../server/src/cli/arguments.js';
import { commands } from '../../server/src/cli/help.js';
import { readConfig } from '../../server/src/configuration/config.js';
import { Workspace } from '../../server/src/language/workspace.js';
import { readSubjects } from '../../server/src/letter/subjects.js';
import { lint } from '../../server/src/lint/engine.js';
import { withKindLine } from '../../server/src/lint/example.js';
import { allRules } from '../../server/src/rules/all-rules.js';
import { shippedFiles } from '../../server/src/shipped.js';
import { fixAllAction } from '../../server/src/protocol/commands.js';
import { folderWith, lmn } from '../cli/folder.js';
import { type Block, pagePaths, readPage } from '../support/markdown-page.js';
import { parse } from '../support/workspace.js';

// What stands in the pages for people is held against what ships. The words behind a fence's language, which no reader sees, say what
// the block is: of `lmn`, the rules that find something in it (`finds npi, missing-field`; without them nothing is found); of `json`, the
// file that it is part of; of `text` and `json`, the command line that prints it.

const root = fileURLToPath(new URL('../..', import.meta.url));
const manifest = JSON.parse(readFileSync(`${root}/package.json`, 'utf8')) as {
  readonly bin: Readonly<Record<string, string>>;
  readonly scripts: Readonly<Record<string, string>>;
  readonly contributes: {
    readonly semanticTokenTypes: readonly { readonly id: string }[];
    readonly taskDefinitions: readonly { readonly type: string }[];
    readonly problemMatchers: readonly { readonly name: string }[];
  };
};

// The pages of the rules are made from their examples, which have tests of their own.
const pages = pagePaths()
  .filter((path) => !path.startsWith('docs/rules/'))
  .map(readPage);

function blocks(...languages: string[]): (readonly [string, Block])[] {
  return pages.flatMap(({ path, blocks }) =>
    blocks
      .filter(({ language }) => languages.includes(language))
      .map((block) => [`${path}: ${block.info} ${block.text.split('\n')[0] ?? ''}`, block] as const),
  );
}

test('every block is of a kind that is checked here or elsewhere', () => {
  // The map of the project is held against its folders by the tests of the architecture; the settings of other editors are
  // tried in those editors, where there are end-to-end tests for them.
  const elsewhere = ['lua', 'elisp'];
  const checked = ['lmn', 'sh', 'json', 'yaml', 'toml', 'text', ...elsewhere];
  const unchecked = pages.flatMap(({ path, blocks }) =>
    blocks
      .filter(({ language }) => !checked.includes(language))
      .map(({ text }) => `${path}: ${text.split('\n')[0] ?? ''}`),
  );
  expect(unchecked.filter((block) => !block.startsWith('ARCHITECTURE.md: package.json'))).toEqual([]);
});

describe('lmn: the linter finds what the page says', () => {
  describe.each(pages.filter((page) => page.blocks.some(({ language }) => language === 'lmn')))('$path', (page) => {
    const workspace = new Workspace();
    for (const { uri, text } of shippedFiles) workspace.set(parse(uri, text));
    const files = page.blocks
      .filter(({ language }) => language === 'lmn')
      .map(({ text, info }, index) => ({ file: parse(`file:///${String(index)}.lmn`, wholeFile(text)), info }));
    // The blocks of a page belong together: a case takes its doctor from the address book two paragraphs below.
    for (const { file } of files) workspace.set(file);

    test.each(files.map(({ file, info }) => [file.firstLine.text, info, file] as const))('%s %s', (_, info, file) => {
      const found = lint(readSubjects(file, workspace), { rules: allRules }).map(({ rule }) => rule);
      expect([...new Set(found)].sort()).toEqual(
        info === ''
          ? []
          : info
              .replace(/^finds /, '')
              .split(', ')
              .sort(),
      );
    });
  });
});

/** A block that does not begin with a first line is a piece of a case. */
function wholeFile(text: string): string {
  return withKindLine(text, 'file') === text ? text : `case chronic-pain-continuation\n${text}`;
}

describe('commands can be run as they are written', () => {
  const inBlocks = blocks('sh').flatMap(([, { text }]) => text.split('\n'));
  const inCi = blocks('yaml').flatMap(([, { text }]) =>
    text.split('\n').flatMap((line) => /^- run: (.*)$/.exec(line)?.[1] ?? []),
  );
  // What has changed names commands as they were.
  const inProse = pages
    .filter(({ path }) => path !== 'CHANGELOG.md')
    .flatMap(({ code }) => code.filter((words) => /^(?:npm|npx|lmn) /.test(words)));
  const written = [...inBlocks, ...inCi, ...inProse]
    .flatMap((line) => line.replace(/(?:^|\s)#.*$/, '').split(' && '))
    .map((command) => command.trim().replace(/^(?:[A-Z\d_]+=\S+ )+/, ''))
    .filter((command) => command !== '');

  test.each([...new Set(written)])('%s', (command) => expect(problemOf(command)).toBeUndefined());

  test.each([
    'npm run biuld',
    'npm frobnicate',
    'npx no-such-program',
    'lmn lnit .',
    'lmn lint --colour .',
    'make all',
  ])('but not %s', (command) => expect(problemOf(command)).toBeDefined());
});

/** What the examples of CI install by themselves. */
const toolsOfOthers: ReadonlySet<string> = new Set(['reviewdog']);

/** Why a command line of a page could not be run; undefined where nothing is seen to hinder it. */
function problemOf(command: string): string | undefined {
  const [program = '', first = '', ...words] = command.replace(/^npx --no /, 'npx ').split(/\s+/);
  if (program === 'lmn') return problemOfLmn([first, ...words]);
  if (program === 'npx') {
    if (first === 'lmn') return words.length === 0 ? undefined : problemOfLmn(words);
    return existsSync(`${root}/node_modules/.bin/${first}`) ? undefined : `${first} is not installed`;
  }
  if (toolsOfOthers.has(program)) return undefined;
  if (program !== 'npm') return `${program} is not known here`;
  if (['ci', 'install'].includes(first)) return undefined;
  const script = first === 'run' ? words[0] : ['start', 'test'].includes(first) ? first : undefined;
  return script !== undefined && script in manifest.scripts ? undefined : `there is no script ${script ?? first}`;
}

function problemOfLmn([name = '', ...words]: readonly string[]): string | undefined {
  if (['--help', '--version'].includes(name)) return undefined;
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command) return `lmn has no command ${name}`;
  try {
    readArguments(words, command.options);
    return undefined;
  } catch (failure) {
    return String(failure);
  }
}

describe('the page on the command line', () => {
  const { code, tables } = readPage('docs/command-line.md');
  const { server, ...others } = commands;
  const ofServer = server?.options.map(({ name }) => `--${name}`) ?? [];
  const names = Object.values(others).flatMap(({ options }) => options.map(({ name }) => `--${name}`));

  test.each([...new Set(names)])('names the option %s', (name) =>
    expect(code.some((words) => words.split(/[ ,]+/).includes(name))).toBe(true),
  );

  test('names no option that is not there', () => {
    const written = [...code, ...tables.flat(2)].flatMap((text) => text.match(/(?<![\w-])--[a-z-]+/g) ?? []);
    expect(
      [...new Set(written)].filter((name) => ![...names, ...ofServer, '--help', '--version'].includes(name)),
    ).toEqual([]);
  });
});

describe('json and toml: settings are read by what reads them', () => {
  test.each(blocks('json'))('%s', (_, { info, text }) => {
    const check = settings[info.split(' ')[0] ?? ''];
    expect(check, `what the block is: ${Object.keys(settings).join(', ')}`).toBeDefined();
    check?.(text);
  });

  test.each(blocks('toml'))('%s', (_, { text }) => {
    const program = /^command = "(.*)"$/m.exec(text)?.[1];
    const words = JSON.parse(/^args = (\[.*\])$/m.exec(text)?.[1] ?? '') as string[];
    expect([program, problemOfLmn(words)]).toEqual(['lmn', undefined]);
  });
});

const settings: Readonly<Record<string, (text: string) => void>> = {
  'lmn.config.json': (text) => expect(readConfig('lmn.config.json', text, allRules).problems).toEqual([]),
  'settings.json': (text) => {
    const [[key, value] = ['', {}]] = Object.entries(JSON.parse(`{${text}}`) as Record<string, Record<string, object>>);
    const { contributes } = manifest;
    if (key === '[lmn]') expect(value).toEqual({ 'editor.codeActionsOnSave': { [fixAllAction]: 'explicit' } });
    else {
      expect(key).toBe('editor.semanticTokenColorCustomizations');
      const types = Object.keys(value['rules'] ?? {}).map((type) => type.replace(/:lmn$/, ''));
      expect(contributes.semanticTokenTypes.map(({ id }) => id)).toEqual(types);
    }
  },
  'tasks.json': (text) => {
    const { tasks } = JSON.parse(text) as { tasks: { type: string; problemMatcher: string }[] };
    expect(tasks.map(({ type }) => type)).toEqual(manifest.contributes.taskDefinitions.map(({ type }) => type));
    expect(tasks.map(({ problemMatcher }) => problemMatcher)).toEqual(
      manifest.contributes.problemMatchers.map(({ name }) => `$${name}`),
    );
  },
  lmn: () => undefined, // what the command line prints: see below
};

// ---- what is printed ----

/** The files over which a page's commands print what it shows. */
const alvarez = `case
date: 2026-11-21

patient
  name: Maria Alvarez
  date of birth: 1968-03-14
  pronouns: she

insurance
  payer: Blue Mesa Health Plan

provider
  name: Dana Whitfield
  npi: 1234567890
---
## Request
I am writing for [patient name], seen on [last visit].

[signature]
`;
const misspelled = alvarez.replace('1234567890', '1234567893').replace(/.patient name], seen on .*/, '[pateint name].');
const folders: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'lmn lint cases/alvarez.lmn': { 'cases/alvarez.lmn': alvarez },
  'lmn lint --format json cases/alvarez.lmn': { 'cases/alvarez.lmn': misspelled },
  'lmn render cases/alvarez.lmn -o alvarez.pdf': { 'cases/alvarez.lmn': alvarez },
  'lmn render cases/ -o sent/': {
    'cases/alvarez.lmn': misspelled.replace('[pateint name]', '[patient name]'),
    'cases/brandt.lmn': alvarez,
    'cases/chen.lmn': misspelled.replace('[pateint name]', '[patient name], seen on [last visit]'),
    'sent/.keep': '',
  },
  'lmn lint --debug .': {
    ...Object.fromEntries(Array.from({ length: 12 }, (_, index) => [`cases/${String(index)}.lmn`, alvarez])),
    'old/alvarez.lmn': alvarez,
    '.gitignore': 'old/\n',
    '.git/HEAD': 'ref: refs/heads/main\n',
    'lmn.config.json': '{}',
  },
  'lmn lint .': {
    'cases/alvarez.lmn': alvarez,
    'lmn.config.json': '{\n  "extends": [],\n  "rules": {\n    "unused-feild": "off"\n  }\n}\n',
  },
};

describe('text and json: the program prints it', () => {
  const printed = blocks('text', 'json').filter(([, { info }]) => info.startsWith('lmn '));

  test.each(printed)('%s', async (_, { info, text }) => {
    const files = folders[info];
    expect(files, 'the files of this command, in tests/docs/blocks.test.ts').toBeDefined();
    const folder = folderWith(files);
    const { stdout, stderr } = await lmn(folder, ...info.split(' ').slice(1));
    const said = text.startsWith('lmn: ') ? stderr : stdout;
    expect(said.replaceAll(folder, '/home/dana/letters')).toMatch(pattern(text));
  });

  test('there are such blocks', () => expect(printed.length).toBeGreaterThan(3));
});

/** `…` stands for some words of a line that the page leaves out. Columns may be set closer than they print. */
function pattern(shown: string): RegExp {
  const parts = shown.split(/(…| {2,})/).map((part) => {
    if (part === '…') return '.*';
    return part.trim() === '' && part.length > 1 ? ' {2,}' : part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  });
  return new RegExp(`^${parts.join('')}\\n?$`);
}
